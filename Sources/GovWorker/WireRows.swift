import GovWriters

extension DocumentRows: Wired {
  package func write(to wire: inout WireWriter) {
    format.write(to: &wire)
    title.write(to: &wire)
    agency.write(to: &wire)
    year.write(to: &wire)
    form.write(to: &wire)
    error.write(to: &wire)
    figures.write(to: &wire)
    findings.write(to: &wire)
    edits.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init()
    format = try String?(from: &wire)
    title = try String?(from: &wire)
    agency = try String?(from: &wire)
    year = try Int?(from: &wire)
    form = try String?(from: &wire)
    error = try ErrorRow?(from: &wire)
    figures = try [FigureRow](from: &wire)
    findings = try [FindingRow](from: &wire)
    edits = try [EditRow](from: &wire)
  }
}

extension ErrorRow: Wired {
  package func write(to wire: inout WireWriter) {
    code.write(to: &wire)
    signal.write(to: &wire)
    stage.write(to: &wire)
    message.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(
      code: try String(from: &wire), signal: try Int?(from: &wire), stage: try String(from: &wire),
      message: try String(from: &wire))
  }
}

extension FigureRow: Wired {
  package func write(to wire: inout WireWriter) {
    for text in [table, row, column, kind] { text.write(to: &wire) }
    value.write(to: &wire)
    unit.write(to: &wire)
    text.write(to: &wire)
    status.write(to: &wire)
    confidence.write(to: &wire)
    for text in [label, columnLabel, origin, alternatives] { text.write(to: &wire) }
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(
      place: (try String(from: &wire), try String(from: &wire), try String(from: &wire)),
      kind: try String(from: &wire), value: try RowValue(from: &wire), unit: try String?(from: &wire),
      text: try String(from: &wire), status: try String(from: &wire), confidence: try Double(from: &wire),
      labels: (try String(from: &wire), try String(from: &wire)), origin: try String(from: &wire),
      alternatives: try String(from: &wire))
  }
}

extension RowValue: Wired {
  package func write(to wire: inout WireWriter) {
    switch self {
    case .none: wire.write(tag: 0)
    case .integer(let number):
      wire.write(tag: 1)
      number.write(to: &wire)
    case .real(let number):
      wire.write(tag: 2)
      number.write(to: &wire)
    }
  }

  package init(from wire: inout WireReader) throws(WireError) {
    switch try wire.readTag() {
    case 0: self = .none
    case 1: self = .integer(try Int(from: &wire))
    case 2: self = .real(try Double(from: &wire))
    default: throw WireError()
    }
  }
}

extension FindingRow: Wired {
  package func write(to wire: inout WireWriter) {
    for text in [severity, code, message, origin] { text.write(to: &wire) }
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(
      severity: try String(from: &wire), code: try String(from: &wire), message: try String(from: &wire),
      origin: try String(from: &wire))
  }
}

extension EditRow: Wired {
  package func write(to wire: inout WireWriter) {
    block.write(to: &wire)
    pass.write(to: &wire)
    count.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(block: try Int(from: &wire), pass: try String(from: &wire), count: try Int(from: &wire))
  }
}
