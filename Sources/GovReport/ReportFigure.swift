import GovDocument

/// One figure of a statutory table, with its place, its evidence and how far it can be trusted.
public struct ReportFigure: Sendable, Hashable {
  /// The table's identifier: `disclosure`, `requests`, `review` or `statistics`.
  public var table: String
  /// The row's identifier, such as `denied.stateSecret`.
  public var row: String
  /// The column's identifier, such as `naturalPersons`.
  public var column: String
  /// What the cell states.
  public var figure: Figure
  /// The text of the cell as printed or read; empty for a blank or unreadable cell.
  public var text: String
  /// How the value came to be what it is.
  public var status: Status
  /// How sure it is, 0.0 to 1.0.
  public var confidence: Double
  /// Other values that are possible, the likeliest first.
  public var alternatives: [Figure]
  /// The official label of the row with its parents: `三、本年度办理结果/(三)不予公开/1.属于国家秘密`.
  public var label: String
  /// The official label of the column.
  public var columnLabel: String
  /// Where the figure stands.
  public var origin: Origin

  /// The identifier that findings use: `requests/new/total`.
  public var identifier: String { "\(table)/\(row)/\(column)" }

  /// Makes a figure.
  public init(
    table: String, row: String, column: String, figure: Figure, text: String, status: Status, confidence: Double,
    alternatives: [Figure] = [], label: String, columnLabel: String, origin: Origin
  ) {
    self.table = table
    self.row = row
    self.column = column
    self.figure = figure
    self.text = text
    self.status = status
    self.confidence = confidence
    self.alternatives = alternatives
    self.label = label
    self.columnLabel = columnLabel
    self.origin = origin
  }
}
