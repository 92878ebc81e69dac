import GovDocument

/// The table with the rows apart that a single row of cells prints, each cell with a line for every one of them:
/// 规章⏎行政规范性文件 | 0⏎3.
///
/// The lines of one cell must all be labels of rows, and every other cell that is not blank must print as many.
func withJoinedRowsApart(_ table: Table) -> Table {
  guard table.image == nil, table.cells.contains(where: { $0.content.text.utf8.contains(UInt8(ascii: "\n")) }) else {
    return table
  }
  let byRow = Dictionary(grouping: table.cells.indices) { table.cells[$0].row }
  let counts = (0..<table.rows).map { row in joinedRows((byRow[row] ?? []).map { table.cells[$0] }, of: table) }
  let rows = counts.reduce(0, +)
  guard rows > table.rows, rows <= mostRowsApart else { return table }
  let starts = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  let cells = table.cells.flatMap { cell -> [Cell] in
    let start = starts[cell.row]
    if counts[cell.row] == 1 || cell.content.text.isEmpty {
      let span = starts[cell.row + cell.rowSpan] - start
      return [
        Cell(row: start, column: cell.column, rowSpan: span, columnSpan: cell.columnSpan, content: cell.content)
      ]
    }
    return textLines(of: cell).enumerated().map { offset, text in
      Cell(
        row: start + offset, column: cell.column, columnSpan: cell.columnSpan,
        content: Prose(text, origin: cell.content.origin))
    }
  }
  return Table(rows: rows, columns: table.columns, cells: cells, caption: table.caption, origin: table.origin) ?? table
}

/// How many rows the cells of one row print; 1 for a row as any other.
private func joinedRows(_ cells: [Cell], of table: Table) -> Int {
  let printed = cells.filter { !$0.content.text.isEmpty }
  guard printed.count > 1, let count = printed.first.map({ textLines(of: $0).count }), count > 1,
    printed.allSatisfy({ $0.rowSpan == 1 && textLines(of: $0).count == count }),
    printed.contains(where: { textLines(of: $0).allSatisfy(namesRow) })
  else { return 1 }
  return count
}

private func textLines(of cell: Cell) -> [String] {
  cell.content.text.split(separator: "\n").map { trimmed(String($0)) }.filter { !$0.isEmpty }
}

/// Whether a text is the label of a row of some form.
func namesRow(_ text: String) -> Bool {
  guard let index = exactMatch(text) else { return false }
  return TableKind.allCases.contains { LabelBook.statutory.labels[index].rowName($0) != nil }
}

/// All rows of all forms do not need more.
private let mostRowsApart = 2_000
