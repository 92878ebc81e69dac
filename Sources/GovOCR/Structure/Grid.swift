/// The lines of a table and which of their pieces are drawn.
///
/// `ys` and `xs` are the places of the row and column boundaries, outer ones included, ascending. A table of R rows
/// and C columns has R+1 `ys`, C+1 `xs`.
struct Grid: Bounded, Equatable {
  var xs: [Int]
  var ys: [Int]
  /// `(R+1) × C`: whether the piece of a row boundary over one column is drawn.
  var horizontal: [[Bool]]
  /// `R × (C+1)`: whether the piece of a column boundary beside one row is drawn.
  var vertical: [[Bool]]
  /// The number of inner pieces of which it is not clear whether they are drawn.
  var unclear = 0
  /// Whether its columns are parted by white alone.
  var isAligned = false

  var rows: Int { max(0, ys.count - 1) }
  var columns: Int { max(0, xs.count - 1) }
}

/// Something divided into cells by the places of its column and row boundaries: outer ones included, ascending, in pixels.
protocol Bounded {
  var xs: [Int] { get }
  var ys: [Int] { get }
}

extension Bounded {
  var area: Area { Area(left: xs.first ?? 0, top: ys.first ?? 0, right: xs.last ?? 0, bottom: ys.last ?? 0) }

  func area(of cell: GridCell) -> Area {
    Area(
      left: xs[cell.column], top: ys[cell.row], right: xs[cell.column + cell.columnSpan],
      bottom: ys[cell.row + cell.rowSpan])
  }
}

/// The slots that one cell covers.
struct GridCell: Hashable {
  var row: Int
  var column: Int
  var rowSpan = 1
  var columnSpan = 1
}

/// For each slot the index of the cell that covers it; -1 for one that none covers.
func slotOwners(_ cells: [GridCell], rows: Int, columns: Int) -> [[Int]] {
  var owners = [[Int]](repeating: [Int](repeating: -1, count: columns), count: rows)
  for (index, cell) in cells.enumerated() {
    for row in cell.row..<min(rows, cell.row + cell.rowSpan) {
      for column in cell.column..<min(columns, cell.column + cell.columnSpan) { owners[row][column] = index }
    }
  }
  return owners
}

extension Grid {
  /// The cells: slots between which no line is drawn belong together, as far as they make rectangles.
  func cells() -> [GridCell] {
    var taken = [[Bool]](repeating: [Bool](repeating: false, count: columns), count: rows)
    var cells: [GridCell] = []
    for row in 0..<rows {
      for column in 0..<columns where !taken[row][column] {
        let cell = grow(from: row, column, taken)
        for y in row..<row + cell.rowSpan {
          for x in column..<column + cell.columnSpan { taken[y][x] = true }
        }
        cells.append(cell)
      }
    }
    return cells
  }

  private func grow(from row: Int, _ column: Int, _ taken: [[Bool]]) -> GridCell {
    var cell = GridCell(row: row, column: column)
    while column + cell.columnSpan < columns, !vertical[row][column + cell.columnSpan],
      !taken[row][column + cell.columnSpan]
    {
      cell.columnSpan += 1
    }
    while row + cell.rowSpan < rows, canTake(row: row + cell.rowSpan, cell, taken) { cell.rowSpan += 1 }
    return cell
  }

  private func canTake(row: Int, _ cell: GridCell, _ taken: [[Bool]]) -> Bool {
    let span = cell.column..<cell.column + cell.columnSpan
    return !span.contains { horizontal[row][$0] || taken[row][$0] }
      && !span.dropFirst().contains { vertical[row][$0] }
  }
}
