import GovWriters

/// The statements that write the rows of a page.
struct PageStatements: ~Copyable {
  private let removal, document, finding, edit, picture, attempts: Statement
  private var figures: FigureStatements

  init(_ connection: borrowing Connection, _ numbers: FigureNumbers) throws(SQLiteError) {
    let removal = try connection.prepare("DELETE FROM document_rows WHERE id = ?")
    let document = try connection.insertion(
      into: "document_rows",
      [
        "id", "run", "hash", "options", "status", "seconds", "source", "code", "signal", "stage", "message", "title",
        "agency", "year", "form", "json",
      ])
    let figures = try FigureStatements(connection, numbers)
    let finding = try connection.insertion(of: .findings)
    let edit = try connection.insertion(of: .edits)
    let picture = try connection.insertion(into: "pictures", ["document", "reference", "state"])
    let attempts = try connection.prepare("DELETE FROM attempts WHERE document = ?")
    // Swift takes noncopyable properties only when nothing can throw between them.
    self.removal = removal
    self.document = document
    self.figures = figures
    self.finding = finding
    self.edit = edit
    self.picture = picture
    self.attempts = attempts
  }

  /// Puts a page in the place of what the store held of it.
  ///
  /// - Returns: Whether it held something.
  mutating func replace(
    _ page: PageResult, options: String, run: Int, in connection: borrowing Connection
  ) throws -> Bool {
    try removal.run([.text(page.id)])
    let isKnown = connection.changes > 0
    try insert(page, options: options, run: run)
    try insertRows(of: page, under: connection.lastRow)
    for (reference, state) in page.pictures { try picture.run([.text(page.id), .text(reference), .text(state)]) }
    try attempts.run([.text(page.id)])
    return isKnown
  }

  private func insert(_ page: PageResult, options: String, run: Int) throws {
    let columns = page.answer.columns
    let values: [SQLiteValue] = [
      .text(page.id), .integer(run), .text(page.hash), .text(options), .text(page.status), .real(page.seconds),
      .text(columns.source), .text(columns.code), .integer(columns.signal), .text(columns.stage),
      .text(columns.message), .text(columns.title), .text(columns.agency), .integer(columns.year), .text(columns.form),
    ]
    try page.answer.json.dropLast().withUnsafeBufferPointer { try document.run(values + [.lent($0)]) }
  }

  private mutating func insertRows(of page: PageResult, under number: Int) throws {
    var id = page.id
    try id.withUTF8 { id in
      try page.answer.rows.withReader { rows in
        while let table = rows.table() {
          switch table {
          case .figures: try figures.insert(&rows, of: number)
          case .findings: try finding.run(.lent(id), then: &rows)
          case .edits: try edit.run(.lent(id), then: &rows)
          }
        }
        try figures.flush()
      }
    }
  }
}

extension Connection {
  /// A worker that a hostile page took over may send rows that no table can hold: those are passed over; an error would
  /// cost the pages saved with them, and end the run.
  fileprivate func insertion(of table: RowTable) throws(SQLiteError) -> Statement {
    try insertion(into: "\(table)", ["document"] + table.columns, or: "IGNORE")
  }

  func insertion(
    into table: String, _ columns: [String], rows: Int = 1, or conflict: String = "ABORT"
  ) throws(SQLiteError) -> Statement {
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let row = "(\(columns.map { _ in "?" }.joined(separator: ", ")))"
    let places = repeatElement(row, count: rows).joined(separator: ", ")
    return try prepare("INSERT OR \(conflict) INTO \(table)(\(names)) VALUES \(places)")
  }
}

extension Statement {
  /// Runs the statement with values for its first parameters and the fields of a row for the others.
  func run(_ first: SQLiteValue..., then fields: inout RowReader) throws(SQLiteError) {
    defer { reset() }
    try bind(first)
    for index in (first.count + 1)...parameterCount {
      guard let field = fields.next() else { return }
      try bind(SQLiteValue(field), at: index)
    }
    _ = try step()
  }
}

extension SQLiteValue {
  init(_ field: RowField) {
    switch field {
    case .null: self = .null
    case .integer(let number): self = .integer(number)
    case .real(let number): self = .real(number)
    case .text(let text): self = .lent(text)
    }
  }
}
