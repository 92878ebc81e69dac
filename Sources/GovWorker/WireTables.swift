import GovDocument

// Tables, their cells, and how a cell was read.

extension Table: Wired {
  /// The largest grid that is taken from a worker; the readers stop at the same size.
  private static let slots = 4_000_000

  package func write(to wire: inout WireWriter) {
    rows.write(to: &wire)
    columns.write(to: &wire)
    cells.write(to: &wire)
    caption.write(to: &wire)
    image.write(to: &wire)
    origin.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    let rows = try Int(from: &wire)
    let columns = try Int(from: &wire)
    let (slots, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard !overflow, slots <= Table.slots else { throw WireError() }
    guard
      let table = Table(
        rows: rows, columns: columns, cells: try [Cell](from: &wire), caption: try Prose?(from: &wire),
        image: try String?(from: &wire), origin: try Origin(from: &wire))
    else { throw WireError() }
    self = table
  }
}

extension Cell: Wired {
  package func write(to wire: inout WireWriter) {
    for number in [row, column, rowSpan, columnSpan] { number.write(to: &wire) }
    content.write(to: &wire)
    reading.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    let slot = try Slot(from: &wire)
    self.init(
      row: slot.row, column: slot.column, rowSpan: slot.rowSpan, columnSpan: slot.columnSpan,
      content: try Prose(from: &wire), reading: try Reading?(from: &wire))
  }
}

extension Reading: Wired {
  package func write(to wire: inout WireWriter) {
    candidates.write(to: &wire)
    confidence.write(to: &wire)
    status.rawValue.write(to: &wire)
    box.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    let candidates = try [Candidate](from: &wire)
    let confidence = try Double(from: &wire)
    guard let status = Status(rawValue: try String(from: &wire)) else { throw WireError() }
    self.init(candidates: candidates, confidence: confidence, status: status, box: try Box(from: &wire))
  }
}

extension Candidate: Wired {
  package func write(to wire: inout WireWriter) {
    text.write(to: &wire)
    confidence.write(to: &wire)
    reader.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(text: try String(from: &wire), confidence: try Double(from: &wire), reader: try String(from: &wire))
  }
}
