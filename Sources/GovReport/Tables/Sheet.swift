import GovDocument

/// A table block with its labels looked up, ready to be walked in either direction.
struct Sheet {
  let rows: Int
  let columns: Int
  /// The anchors in row-major order.
  let cells: [SheetCell]
  /// For every slot in row-major order the index into `cells`.
  private let owners: [Int]
  let origin: Origin

  init(_ table: Table, block: Int) {
    rows = table.rows
    columns = table.columns
    owners = table.grid
    origin = table.origin
    cells = table.cells.enumerated().map { SheetCell($1, address: CellAddress(block: block, cell: $0)) }
  }

  private init(rows: Int, columns: Int, cells: [SheetCell], owners: [Int], origin: Origin) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.owners = owners
    self.origin = origin
  }

  /// The cell that covers a slot.
  func cell(row: Int, column: Int) -> SheetCell { cells[owners[row * columns + column]] }

  /// The cells that cover a row, from left to right, each once.
  func cells(inRow row: Int) -> [SheetCell] {
    var result: [SheetCell] = []
    var column = 0
    while column < columns {
      let cell = cell(row: row, column: column)
      result.append(cell)
      column = cell.column + cell.columnSpan
    }
    return result
  }

  /// The table mirrored at its diagonal.
  var transposed: Sheet {
    var mirrored = [Int](repeating: 0, count: owners.count)
    for row in 0..<rows {
      for column in 0..<columns { mirrored[column * rows + row] = owners[row * columns + column] }
    }
    return Sheet(rows: columns, columns: rows, cells: cells.map(\.transposed), owners: mirrored, origin: origin)
  }

  /// Whether some row holds a figure behind a blank: whoever made the table kept its blanks.
  var hasInteriorBlanks: Bool {
    (0..<rows).contains { row in
      let line = cells(inRow: row)
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

/// One cell with what its text is.
struct SheetCell {
  var row: Int
  var column: Int
  var rowSpan: Int
  var columnSpan: Int
  var entry: Entry
  /// The index in the label book of the label that it prints.
  private var labelIndex: Int?
  /// Whether its text can be a figure; blank cells included.
  var isFigure: Bool

  init(_ cell: Cell, address: CellAddress) {
    row = cell.row
    column = cell.column
    rowSpan = cell.rowSpan
    columnSpan = cell.columnSpan
    entry = Entry(text: cell.content.text, origin: cell.content.origin, address: address, reading: cell.reading)
    isFigure = isFigureText(cell.content.text)
    labelIndex = isFigure ? nil : matchLabel(cell.content.text)
  }

  /// The label that it prints.
  var label: Label? { labelIndex.map { LabelBook.statutory.labels[$0] } }

  var isBlank: Bool { entry.isBlank }

  var transposed: SheetCell {
    var copy = self
    (copy.row, copy.column, copy.rowSpan, copy.columnSpan) = (column, row, columnSpan, rowSpan)
    return copy
  }

  /// The identifier of the row of `kind` that the label names.
  func rowName(_ kind: TableKind) -> String? {
    label?.roles.lazy.compactMap { if case .row(kind, let name) = $0 { name } else { nil } }.first
  }

  /// The identifiers of all rows of `kind` that the label may name.
  func rowNames(_ kind: TableKind) -> [String] {
    label?.roles.compactMap { if case .row(kind, let name) = $0 { name } else { nil } } ?? []
  }

  /// The identifier of the column of `kind` that the label names.
  func columnName(_ kind: TableKind) -> String? {
    label?.roles.lazy.compactMap { if case .column(kind, let name) = $0 { name } else { nil } }.first
  }

  /// Whether every meaning of the label belongs to `kind`.
  func isOnly(_ kind: TableKind) -> Bool {
    label.map { $0.roles.allSatisfy { $0.table == kind } } ?? false
  }
}
