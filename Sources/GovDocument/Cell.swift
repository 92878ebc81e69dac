/// One cell of a table, at the slot where it begins.
public struct Cell: Sendable, Hashable {
  /// The topmost row that the cell covers, counted from 0.
  public let row: Int
  /// The leftmost column that the cell covers, counted from 0.
  public let column: Int
  /// The number of rows that the cell covers, at least 1.
  public let rowSpan: Int
  /// The number of columns that the cell covers, at least 1.
  public let columnSpan: Int
  /// The text; empty for a blank cell. A line break inside it is U+000A.
  public var content: Prose
  /// How the text was read from a picture; absent for a cell that was there as text.
  public var reading: Reading? {
    get {
      guard case .some(.reading(let reading)) = kept else { return nil }
      return reading
    }
    set { kept = newValue.map { .reading($0) } }
  }

  /// The reading outside the cell: most cells have none, and a page has hundreds of thousands of them.
  private var kept: Kept?

  private indirect enum Kept: Sendable, Hashable {
    case reading(Reading)
  }

  /// Makes a cell at a slot.
  public init(
    row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, content: Prose, reading: Reading? = nil
  ) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.content = content
    self.kept = reading.map { .reading($0) }
  }
}
