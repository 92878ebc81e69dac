import GovDocument

/// A table block that holds a statutory table, with its labels looked up, ready to be walked in either direction.
struct Sheet {
  let rows: Int
  let columns: Int
  /// The anchors in row-major order.
  let cells: [SheetCell]
  /// The statutory tables whose labels stand in it; at least one.
  let kinds: Set<TableKind>
  /// For every row the cells that cover it, from left to right, each once.
  let lines: [[SheetCell]]
  /// For every slot in row-major order the index into `cells`.
  private let owners: [Int]
  let origin: Origin

  /// Looks the labels up; `nil` for a table in which no statutory table stands.
  init?(_ table: Table, block: Int) {
    let cells = table.cells.indices.map { SheetCell($0, of: table, block: block) }
    let kinds = statutoryKinds(in: cells)
    guard !kinds.isEmpty else { return nil }
    self.init(
      rows: table.rows, columns: table.columns, cells: cells, kinds: kinds, owners: table.grid, origin: table.origin)
  }

  private init(
    rows: Int, columns: Int, cells: [SheetCell], kinds: Set<TableKind>, owners: [Int], origin: Origin
  ) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.kinds = kinds
    self.owners = owners
    self.origin = origin
    lines = (0..<rows).map { row in
      var line: [SheetCell] = []
      line.reserveCapacity(min(columns, 16))
      var column = 0
      while column < columns {
        let cell = cells[owners[row * columns + column]]
        line.append(cell)
        column = cell.column + cell.columnSpan
      }
      return line
    }
  }

  /// The cell that covers a slot.
  func cell(row: Int, column: Int) -> SheetCell { cells[owners[row * columns + column]] }

  /// The table mirrored at its diagonal.
  var transposed: Sheet {
    var mirrored = [Int](repeating: 0, count: owners.count)
    for row in 0..<rows {
      for column in 0..<columns { mirrored[column * rows + row] = owners[row * columns + column] }
    }
    return Sheet(
      rows: columns, columns: rows, cells: cells.map(\.transposed), kinds: kinds, owners: mirrored, origin: origin)
  }

  /// Some columns of the table, in their order; a cell that spans others too is as much narrower.
  func keeping(_ kept: [Int]) -> Sheet {
    var before = [Int](repeating: 0, count: columns + 1)
    for column in kept { before[column + 1] = 1 }
    for column in 0..<columns { before[column + 1] += before[column] }
    var places = [Int](repeating: -1, count: cells.count)
    var remaining: [SheetCell] = []
    for (index, cell) in cells.enumerated() {
      let place = before[cell.column]..<before[cell.column + cell.columnSpan]
      guard !place.isEmpty else { continue }
      places[index] = remaining.count
      remaining.append(SheetCell(cell, in: place))
    }
    let owners = (0..<rows).flatMap { row in kept.map { places[self.owners[row * columns + $0]] } }
    return Sheet(rows: rows, columns: kept.count, cells: remaining, kinds: kinds, owners: owners, origin: origin)
  }

  /// Whether some row holds a figure behind a blank: whoever made the table kept its blanks.
  var hasInteriorBlanks: Bool {
    lines.contains { line in
      var sawLabel = line.allSatisfy(\.isFigure)
      var sawBlank = false
      for cell in line {
        if cell.isBlank {
          sawBlank = sawLabel
        } else if !cell.isFigure {
          sawLabel = true
          sawBlank = false
        } else if sawBlank {
          return true
        }
      }
      return false
    }
  }

  /// Whether any cell covers more than one slot.
  var hasSpans: Bool { cells.contains { $0.rowSpan > 1 || $0.columnSpan > 1 } }
}

/// The statutory tables whose labels stand in some cells: two labels that mean nothing else.
private func statutoryKinds(in cells: [SheetCell]) -> Set<TableKind> {
  var first: [TableKind: Label] = [:]
  var kinds: Set<TableKind> = []
  for cell in cells {
    guard let label = cell.label, let kind = label.onlyTable else { continue }
    if let other = first[kind] {
      if other !== label { kinds.insert(kind) }
    } else {
      first[kind] = label
    }
  }
  return kinds
}

/// One cell with what its text is; an object, because a table is walked many times and its cells never change.
final class SheetCell {
  let row: Int
  let column: Int
  let rowSpan: Int
  let columnSpan: Int
  let entry: Entry
  /// The label that it prints.
  let label: Label?
  /// Whether its text can be a figure; blank cells included.
  let isFigure: Bool
  let isBlank: Bool

  init(_ index: Int, of table: Table, block: Int) {
    row = table.cells[index].row
    column = table.cells[index].column
    rowSpan = table.cells[index].rowSpan
    columnSpan = table.cells[index].columnSpan
    entry = Entry(
      text: table.cells[index].content.text, origin: table.cells[index].content.origin,
      address: CellAddress(block: block, cell: index), reading: table.cells[index].reading)
    isFigure = isFigureText(entry.text)
    isBlank = entry.isBlank
    label = isFigure ? nil : matchLabel(entry.text).map { LabelBook.statutory.labels[$0] }
  }

  private init(transposing cell: SheetCell) {
    (row, column, rowSpan, columnSpan) = (cell.column, cell.row, cell.columnSpan, cell.rowSpan)
    (entry, label, isFigure, isBlank) = (cell.entry, cell.label, cell.isFigure, cell.isBlank)
  }

  var transposed: SheetCell { SheetCell(transposing: self) }

  /// The same cell in other columns.
  fileprivate init(_ cell: SheetCell, in columns: Range<Int>) {
    (row, column, rowSpan, columnSpan) = (cell.row, columns.lowerBound, cell.rowSpan, columns.count)
    (entry, label, isFigure, isBlank) = (cell.entry, cell.label, cell.isFigure, cell.isBlank)
  }

  /// The rows that it covers.
  var rows: Range<Int> { row..<row + rowSpan }

  /// The columns that it covers.
  var columns: Range<Int> { column..<column + columnSpan }

  /// Whether it prints a number, not only a sign for none.
  var printsNumber: Bool { isFigure && GovReport.printsNumber(entry.text) }

  /// Whether it prints a label of `kind`, a heading or a group's included.
  func isLabel(of kind: TableKind) -> Bool { label?.roles.contains { $0.table == kind } ?? false }

  /// The identifier of the row of `kind` that the label names.
  func rowName(_ kind: TableKind) -> Name? { label?.rowName(kind) }

  /// The identifiers of all rows of `kind` that the label may name.
  func rowNames(_ kind: TableKind) -> [Name] { label?.rowNames(kind) ?? [] }

  /// The identifier of the column of `kind` that the label names.
  func columnName(_ kind: TableKind) -> Name? { label?.columnName(kind) }
}
