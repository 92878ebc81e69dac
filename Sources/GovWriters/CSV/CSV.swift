import GovDocument

/// All table cells of a document as one list, one record per cell, so that tables of any shape fit one file.
///
/// Rows and columns count from 0 as in the JSON; `table` counts the tables of the input from 1.
func csvList(_ document: Document, options: WriterOptions) -> [UInt8] {
  var out: [UInt8] = []
  if options.hasHeader {
    out += "source,table,section,caption,row,column,rowSpan,columnSpan,text,status,confidence\r\n"
  }
  for (number, (index, table)) in document.tables.enumerated() {
    let context = CellContext(
      source: document.source.name, number: number + 1,
      section: document.section(ofBlockAt: index)?.text ?? "", caption: table.caption?.text ?? "")
    for cell in table.cells { appendRecord(cell, context, options: options, to: &out) }
  }
  return out
}

/// Every table of a document as a grid of its own, in document order; a spanned slot repeats the text of its cell.
public func csvTables(_ document: Document, options: WriterOptions = WriterOptions()) -> [[UInt8]] {
  document.tables.map { csvGrid($0.table, options: options) }
}

private func csvGrid(_ table: Table, options: WriterOptions) -> [UInt8] {
  var out: [UInt8] = []
  let grid = ExpandedGrid(table)
  for row in 0..<table.rows {
    for column in 0..<table.columns {
      if column > 0 { out += "," }
      guard let cell = grid.cell(row, column) else { continue }
      appendField(table.cells[cell].content.text, isFormulaSafe: options.isFormulaSafe, to: &out)
    }
    endRecord(&out)
  }
  return out
}

/// What all cells of a table share.
private struct CellContext {
  let source: String
  let number: Int
  let section: String
  let caption: String
}

private func appendRecord(_ cell: Cell, _ context: CellContext, options: WriterOptions, to out: inout [UInt8]) {
  let fields = [
    context.source, "\(context.number)", context.section, context.caption, "\(cell.row)", "\(cell.column)",
    "\(cell.rowSpan)", "\(cell.columnSpan)", cell.content.text, cell.reading?.status.rawValue ?? "",
    cell.reading.map { "\($0.confidence)" } ?? "",
  ]
  for (position, field) in fields.enumerated() {
    if position > 0 { out += "," }
    appendField(field, isFormulaSafe: options.isFormulaSafe, to: &out)
  }
  endRecord(&out)
}

extension Document {
  /// The tables with the indices of their blocks.
  var tables: [(index: Int, table: Table)] {
    blocks.enumerated().compactMap { index, block in
      if case .table(let table) = block { (index, table) } else { nil }
    }
  }
}
