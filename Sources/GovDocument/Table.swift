/// A rectangular table whose cells may span several rows and columns.
///
/// Invariant: every slot of the grid belongs to exactly one cell. Cells are anchors, in row-major order of their top
/// left slot; a spanned slot is not repeated.
public struct Table: Sendable, Hashable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The anchors, in row-major order. Change their contents with `updateCells`.
  public private(set) var cells: [Cell]
  /// The caption printed with the table; absent when there is none.
  public var caption: Prose?
  /// The picture that the table was read from; absent for a table that was there as text.
  public var image: String?
  /// The line on which the table begins, or the part of the picture that it covers.
  public var origin: Origin

  /// Makes a table; slots that no cell covers get an empty cell of their own.
  ///
  /// - Returns: `nil` when a cell sticks out of the grid, has no extent, or overlaps another.
  public init?(
    rows: Int, columns: Int, cells: [Cell], caption: Prose? = nil, image: String? = nil, origin: Origin
  ) {
    guard rows >= 0, columns >= 0, let owners = Table.owners(rows: rows, columns: columns, cells: cells) else {
      return nil
    }
    self.rows = rows
    self.columns = columns
    self.caption = caption
    self.image = image
    self.origin = origin
    let gaps = owners.contains(-1) ? owners.indices.filter { owners[$0] < 0 } : []
    let blanks = gaps.map { slot in
      Cell(row: slot / columns, column: slot % columns, content: Prose("", origin: origin))
    }
    let all = blanks.isEmpty ? cells : cells + blanks
    self.cells = Table.isInOrder(all) ? all : all.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  /// For every slot in row-major order the index into `cells` of the cell that covers it.
  ///
  /// The array has `rows * columns` elements; make it once and keep it while you walk the grid.
  public var grid: [Int] {
    Table.owners(rows: rows, columns: columns, cells: cells) ?? []
  }

  /// Changes the contents of the cells in place; their positions and spans cannot change.
  public mutating func updateCells(_ change: (inout Cell) throws -> Void) rethrows {
    for index in cells.indices { try change(&cells[index]) }
  }

  /// Changes the content of one cell in place.
  public mutating func updateCell(at index: Int, _ change: (inout Cell) throws -> Void) rethrows {
    try change(&cells[index])
  }

  private static func isInOrder(_ cells: [Cell]) -> Bool {
    var (row, column) = (0, -1)
    for index in cells.indices {
      guard (row, column) < (cells[index].row, cells[index].column) else { return false }
      (row, column) = (cells[index].row, cells[index].column)
    }
    return true
  }

  /// The index of the covering cell for every slot, -1 for a slot that none covers; `nil` for an impossible layout.
  private static func owners(rows: Int, columns: Int, cells: [Cell]) -> [Int]? {
    var owners = [Int](repeating: -1, count: rows * columns)
    for index in cells.indices {
      // Field by field: a copy of a cell is a dozen reference counts.
      let (row, column) = (cells[index].row, cells[index].column)
      let (rowSpan, columnSpan) = (cells[index].rowSpan, cells[index].columnSpan)
      guard row >= 0, column >= 0, rowSpan > 0, columnSpan > 0, rowSpan <= rows - row, columnSpan <= columns - column
      else { return nil }
      for line in row..<row + rowSpan {
        for slot in line * columns + column..<line * columns + column + columnSpan {
          guard owners[slot] < 0 else { return nil }
          owners[slot] = index
        }
      }
    }
    return owners
  }
}
