import GovDocument

/// Appends a table in GFM's pipe syntax; the first row is the head, for GFM knows no table without one.
///
/// GFM has no spans: a spanned slot repeats the text of its cell, so that every row can be read alone.
func appendMarkdownTable(_ table: Table, to out: inout [UInt8]) {
  guard table.rows > 0, table.columns > 0 else { return }
  if let caption = table.caption {
    appendMarkdown(caption.text, lineBreaks: .joined, to: &out)
    out += "\n\n"
  }
  let grid = ExpandedGrid(table)
  for row in 0..<table.rows {
    out += "|"
    for column in 0..<table.columns {
      out += " "
      if let cell = grid.cell(row, column) { appendMarkdownCell(cell, of: table, to: &out) }
      out += " |"
    }
    out += "\n"
    if row == 0 { appendDelimiterRow(columns: table.columns, to: &out) }
  }
}

private func appendMarkdownCell(_ index: Int, of table: Table, to out: inout [UInt8]) {
  appendMarkdown(table.cells[index].content.text, lineBreaks: .joined, to: &out)
  if table.cells[index].reading != nil { appendMark(of: table.cells[index], to: &out) }
}

private func appendDelimiterRow(columns: Int, to out: inout [UInt8]) {
  out += "|"
  for _ in 0..<columns { out += " --- |" }
  out += "\n"
}
