import GovDocument

/// The slots of a cell, one for each of its columns that has labels of its own: a figure that spans two columns is that of both.
func slots(of cell: SheetCell, kind: TableKind, labels: [SheetCell]) -> [Slot] {
  cell.columns.reduce(into: []) { found, column in
    guard let slot = locate(cell, at: column, kind: kind, labels: labels), !found.contains(slot) else { return }
    found.append(slot)
  }
}

/// The slot of a cell by the labels that see it: nearest on the left in its row, nearest above in its column.
func locate(_ cell: SheetCell, kind: TableKind, labels: [SheetCell]) -> Slot? {
  locate(cell, at: cell.column, kind: kind, labels: labels)
}

private func locate(_ cell: SheetCell, at column: Int, kind: TableKind, labels: [SheetCell]) -> Slot? {
  let left = labels.filter { $0.rows.contains(cell.row) && $0.column < cell.column }.sorted { $0.column > $1.column }
  let above = labels.filter { $0.columns.contains(column) && $0.row < cell.row }.sorted { $0.row > $1.row }
  guard
    let row = left.lazy.compactMap({ $0.rowName(kind) }).first ?? above.lazy.compactMap({ $0.rowName(kind) }).first,
    let column = left.lazy.compactMap({ $0.columnName(kind) }).first
      ?? above.lazy.compactMap({ $0.columnName(kind) }).first
  else { return nil }
  return Slot(row: row, column: column)
}

/// The numbers of a sheet by the labels that see them, where rows and columns stand in no order that anybody expects; `nil`
/// when one has no place or two have the same.
func locatedRuns(_ sheet: Sheet, kind: TableKind) -> [Run]? {
  let labels = sheet.cells.filter { $0.rowName(kind) != nil || $0.columnName(kind) != nil }
  let numbers = sheet.cells.filter(\.printsNumber)
  guard !numbers.isEmpty, numbers.count <= mostLocated else { return nil }
  let slots = numbers.compactMap { locate($0, kind: kind, labels: labels) }
  guard slots.count == numbers.count, Set(slots).count == slots.count else { return nil }
  return zip(slots, numbers).map { slot, cell in
    Run(kind: kind, slots: [slot], entries: [cell.entry], isPlaced: true, origin: cell.entry.origin)
  }
}

/// The most figures of a table without order: table 1 has not half as many.
private let mostLocated = 60
