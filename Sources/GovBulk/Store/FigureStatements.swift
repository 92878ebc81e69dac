import GovWriters

/// The statements that write the figures of a page.
///
/// Several rows go in one statement: what SQLite does around a row costs more than the row.
struct FigureStatements: ~Copyable {
  private static let rows = 16

  private let figures: Statement
  private let cells, labels: NumberedRows
  /// How many rows have their values and wait for the others.
  private var filled = 0

  init(_ connection: borrowing Connection, _ numbers: FigureNumbers) throws(SQLiteError) {
    let figures = try connection.insertion(
      into: "figure_rows", ["document", "cell", "label"] + RowTable.figures.columns.dropFirst(5), rows: Self.rows,
      or: "IGNORE")
    let cells = try NumberedRows(connection, of: "cells", ["table", "row", "column"], numbers.cells)
    let labels = try NumberedRows(connection, of: "labels", ["label", "columnLabel"], numbers.labels)
    // Swift takes noncopyable properties only when nothing can throw between them.
    self.figures = figures
    self.cells = cells
    self.labels = labels
  }

  /// Takes a row of `RowTable.figures`, whose texts must stay until `flush`; one that the tables cannot hold is passed
  /// over.
  mutating func insert(_ fields: inout RowReader, of document: Int) throws(SQLiteError) {
    let cell = try cells.number(of: fields.take(fields: 3))
    let label = try labels.number(of: fields.take(fields: 2))
    let width = figures.parameterCount / Self.rows
    var rest = fields.take(fields: width - 3)
    guard let cell, let label else { return }
    let first = filled * width + 1
    try figures.bind([.integer(document), .integer(cell), .integer(label)], from: first)
    for index in 3..<width { try figures.bind(SQLiteValue(rest.next() ?? .null), at: first + index) }
    filled += 1
    if filled == Self.rows { try flush() }
  }

  /// Writes what has been taken.
  mutating func flush() throws(SQLiteError) {
    guard filled > 0 else { return }
    defer {
      figures.reset()
      // Rows that are not filled next time belong to no document then, and are ignored; and no text is kept that goes.
      figures.unbind()
      filled = 0
    }
    _ = try figures.step()
  }
}

/// A table that keeps once what many rows say, under a number.
private struct NumberedRows: ~Copyable {
  private let addition, search: Statement
  private let known: KnownNumbers

  init(
    _ connection: borrowing Connection, of table: String, _ columns: [String], _ known: KnownNumbers
  ) throws(SQLiteError) {
    let addition = try connection.insertion(into: table, columns, or: "IGNORE")
    let condition = columns.map { "\"\($0)\" = ?" }.joined(separator: " AND ")
    let search = try connection.prepare("SELECT number FROM \(table) WHERE \(condition)")
    self.addition = addition
    self.search = search
    self.known = known
  }

  /// The number of a row, which is added when it is new; absent for one that the table cannot hold.
  func number(of fields: RowReader) throws(SQLiteError) -> Int? {
    try known.number(of: fields) { () throws(SQLiteError) in
      if let number = try found(fields) { return number }
      var values = fields
      try addition.run(then: &values)
      return try found(fields)
    }
  }

  private func found(_ fields: RowReader) throws(SQLiteError) -> Int? {
    var fields = fields
    defer { search.reset() }
    for index in 1...search.parameterCount { try search.bind(SQLiteValue(fields.next() ?? .null), at: index) }
    return try search.step() ? search.integer(0) : nil
  }
}
