import GovDocument

// The body of a document on the wire.

extension Block: Wired {
  package func write(to wire: inout WireWriter) {
    switch self {
    case .heading(let level, let prose):
      wire.write(tag: 0)
      level.write(to: &wire)
      prose.write(to: &wire)
    case .paragraph(let prose):
      wire.write(tag: 1)
      prose.write(to: &wire)
    case .list(let items):
      wire.write(tag: 2)
      items.write(to: &wire)
    case .table(let table):
      wire.write(tag: 3)
      table.write(to: &wire)
    case .image(let reference):
      wire.write(tag: 4)
      reference.write(to: &wire)
    }
  }

  package init(from wire: inout WireReader) throws(WireError) {
    switch try wire.readTag() {
    case 0: self = .heading(level: try Int(from: &wire), try Prose(from: &wire))
    case 1: self = .paragraph(try Prose(from: &wire))
    case 2: self = .list(try [Prose](from: &wire))
    case 3: self = .table(try Table(from: &wire))
    case 4: self = .image(try ImageReference(from: &wire))
    default: throw WireError()
    }
  }
}

extension Prose: Wired {
  package func write(to wire: inout WireWriter) {
    original.write(to: &wire)
    origin.write(to: &wire)
    edits.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(try String(from: &wire), origin: try Origin(from: &wire))
    var edits = try [Edit](from: &wire)[...]
    while let first = edits.first {
      let pass = edits.prefix { $0.pass == first.pass }
      guard apply(Array(pass)) else { throw WireError() }
      edits = edits.dropFirst(pass.count)
    }
  }
}

extension Edit: Wired {
  package func write(to wire: inout WireWriter) {
    pass.write(to: &wire)
    start.write(to: &wire)
    end.write(to: &wire)
    before.write(to: &wire)
    after.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(
      pass: try String(from: &wire), start: try Int(from: &wire), end: try Int(from: &wire),
      before: try String(from: &wire), after: try String(from: &wire))
  }
}

extension Origin: Wired {
  package func write(to wire: inout WireWriter) {
    switch self {
    case .line(let number):
      wire.write(tag: 0)
      number.write(to: &wire)
    case .picture(let name, let box):
      wire.write(tag: 1)
      name.write(to: &wire)
      box.write(to: &wire)
    case .document: wire.write(tag: 2)
    }
  }

  package init(from wire: inout WireReader) throws(WireError) {
    switch try wire.readTag() {
    case 0: self = .line(try Int(from: &wire))
    case 1: self = .picture(name: try String(from: &wire), box: try Box?(from: &wire))
    case 2: self = .document
    default: throw WireError()
    }
  }
}

extension Box: Wired {
  package func write(to wire: inout WireWriter) {
    for number in [x, y, width, height] { number.write(to: &wire) }
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(
      x: try Int(from: &wire), y: try Int(from: &wire), width: try Int(from: &wire), height: try Int(from: &wire))
  }
}

extension ImageReference: Wired {
  package func write(to wire: inout WireWriter) {
    source.write(to: &wire)
    alternative.write(to: &wire)
    caption.write(to: &wire)
    reason.write(to: &wire)
    origin.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(
      source: try String(from: &wire), alternative: try Prose?(from: &wire), caption: try Prose?(from: &wire),
      reason: try String?(from: &wire), origin: try Origin(from: &wire))
  }
}

extension Finding: Wired {
  package func write(to wire: inout WireWriter) {
    severity.rawValue.write(to: &wire)
    code.rawValue.write(to: &wire)
    message.write(to: &wire)
    origin.write(to: &wire)
    figures.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    guard let severity = Severity(rawValue: try String(from: &wire)) else { throw WireError() }
    self.init(
      severity, Code(rawValue: try String(from: &wire)), try String(from: &wire), origin: try Origin(from: &wire),
      figures: try [String](from: &wire))
  }
}
