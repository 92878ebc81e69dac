import GovDocument

// The nouns of `GovDocument` that a picture's way to the worker and back needs.

extension Picture: Wired {
  package func write(to wire: inout WireWriter) {
    name.write(to: &wire)
    wire.write(bytes: bytes)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(name: try String(from: &wire), bytes: try wire.readBytes())
  }
}

extension PictureContent: Wired {
  package func write(to wire: inout WireWriter) {
    blocks.write(to: &wire)
    findings.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(blocks: try [Block](from: &wire), findings: try [Finding](from: &wire))
  }
}

extension PictureError: Wired {
  package func write(to wire: inout WireWriter) {
    code.rawValue.write(to: &wire)
    message.write(to: &wire)
    missingPackage.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(
      code: Finding.Code(rawValue: try String(from: &wire)), message: try String(from: &wire),
      missingPackage: try String?(from: &wire))
  }
}

extension TableTemplate: Wired {
  package func write(to wire: inout WireWriter) {
    identifier.write(to: &wire)
    rows.write(to: &wire)
    columns.write(to: &wire)
    cells.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(
      identifier: try String(from: &wire), rows: try Int(from: &wire), columns: try Int(from: &wire),
      cells: try [TemplateCell](from: &wire))
  }
}

extension TemplateCell: Wired {
  package func write(to wire: inout WireWriter) {
    for number in [row, column, rowSpan, columnSpan] { number.write(to: &wire) }
    switch content {
    case .label(let text):
      wire.write(tag: 0)
      text.write(to: &wire)
    case .figure(let identifier):
      wire.write(tag: 1)
      identifier.write(to: &wire)
    case .empty: wire.write(tag: 2)
    }
  }

  package init(from wire: inout WireReader) throws(WireError) {
    let slot = try Slot(from: &wire)
    let content: Content =
      switch try wire.readTag() {
      case 0: .label(try String(from: &wire))
      case 1: .figure(try String(from: &wire))
      case 2: .empty
      default: throw WireError()
      }
    self.init(
      row: slot.row, column: slot.column, rowSpan: slot.rowSpan, columnSpan: slot.columnSpan, content: content)
  }
}

/// Where a cell stands: the four numbers that templates and tables share.
struct Slot {
  let row, column, rowSpan, columnSpan: Int

  init(from wire: inout WireReader) throws(WireError) {
    row = try Int(from: &wire)
    column = try Int(from: &wire)
    rowSpan = try Int(from: &wire)
    columnSpan = try Int(from: &wire)
  }
}

extension ResourceError: Wired {
  package func write(to wire: inout WireWriter) {
    switch self {
    case .notFound: wire.write(tag: 0)
    case .refused(let why):
      wire.write(tag: 1)
      why.write(to: &wire)
    case .tooLarge(let bytes):
      wire.write(tag: 2)
      bytes.write(to: &wire)
    case .unreadable(let why):
      wire.write(tag: 3)
      why.write(to: &wire)
    }
  }

  package init(from wire: inout WireReader) throws(WireError) {
    switch try wire.readTag() {
    case 0: self = .notFound
    case 1: self = .refused(try String(from: &wire))
    case 2: self = .tooLarge(bytes: try Int(from: &wire))
    case 3: self = .unreadable(try String(from: &wire))
    default: throw WireError()
    }
  }
}
