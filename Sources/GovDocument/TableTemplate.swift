/// The layout of a table that is known beforehand: where its labels and its figures stand.
///
/// Declared here so that a picture reader needs no knowledge of the statutory forms; `GovForms` fills it.
public struct TableTemplate: Sendable, Hashable {
  /// A stable name, such as `2021/requests`.
  public let identifier: String
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The cells in row-major order of their top left slots; together they cover the grid.
  public let cells: [TemplateCell]

  /// Makes a layout.
  public init(identifier: String, rows: Int, columns: Int, cells: [TemplateCell]) {
    self.identifier = identifier
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }
}

/// One cell of a known layout.
public struct TemplateCell: Sendable, Hashable {
  /// The topmost row, counted from 0.
  public let row: Int
  /// The leftmost column, counted from 0.
  public let column: Int
  /// The number of rows covered, at least 1.
  public let rowSpan: Int
  /// The number of columns covered, at least 1.
  public let columnSpan: Int
  /// What stands in it.
  public let content: Content

  /// What a cell of a known layout holds.
  public enum Content: Sendable, Hashable {
    /// Printed words; the official spelling in simplified script.
    case label(String)
    /// A figure; its identifier inside the table, `row/column`, such as `new/naturalPersons`.
    case figure(String)
    /// Nothing is printed here.
    case empty
  }

  /// Makes a cell of a layout.
  public init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, content: Content) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.content = content
  }
}
