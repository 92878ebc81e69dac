/// The slot of a cell by the labels that see it: nearest on the left in its row, nearest above in its column.
func locate(_ cell: SheetCell, kind: TableKind, labels: [SheetCell]) -> Slot? {
  let left = labels.filter { $0.rows.contains(cell.row) && $0.column < cell.column }.sorted { $0.column > $1.column }
  let above = labels.filter { $0.columns.contains(cell.column) && $0.row < cell.row }.sorted { $0.row > $1.row }
  guard
    let row = left.lazy.compactMap({ $0.rowName(kind) }).first ?? above.lazy.compactMap({ $0.rowName(kind) }).first,
    let column = left.lazy.compactMap({ $0.columnName(kind) }).first
      ?? above.lazy.compactMap({ $0.columnName(kind) }).first
  else { return nil }
  return Slot(row: row, column: column)
}
