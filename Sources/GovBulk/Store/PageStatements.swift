import GovWriters

/// The statements that write the rows of a page.
struct PageStatements: ~Copyable {
  private let removal, document, figure, finding, edit, picture, attempts: Statement

  init(_ connection: borrowing Connection) throws(SQLiteError) {
    let removal = try connection.prepare("DELETE FROM documents WHERE id = ?")
    let document = try connection.insertion(
      into: "documents",
      [
        "id", "run", "hash", "options", "status", "seconds", "source", "code", "signal", "stage", "message", "title",
        "agency", "year", "form", "json",
      ])
    let figure = try connection.insertion(of: .figures)
    let finding = try connection.insertion(of: .findings)
    let edit = try connection.insertion(of: .edits)
    let picture = try connection.insertion(into: "pictures", ["document", "reference", "state"])
    let attempts = try connection.prepare("DELETE FROM attempts WHERE document = ?")
    // Swift takes noncopyable properties only when nothing can throw between them.
    self.removal = removal
    self.document = document
    self.figure = figure
    self.finding = finding
    self.edit = edit
    self.picture = picture
    self.attempts = attempts
  }

  /// Puts a page in the place of what the store held of it.
  func replace(_ page: PageResult, options: String, run: Int) throws {
    try removal.run([.text(page.id)])
    try insert(page, options: options, run: run)
    try insertRows(of: page)
    for (reference, state) in page.pictures { try picture.run([.text(page.id), .text(reference), .text(state)]) }
    try attempts.run([.text(page.id)])
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

  private func insertRows(of page: PageResult) throws {
    var id = page.id
    try id.withUTF8 { id in
      try page.answer.rows.forEachRow { table, fields in
        switch table {
        case .figures: try figure.run(.lent(id), then: &fields)
        case .findings: try finding.run(.lent(id), then: &fields)
        case .edits: try edit.run(.lent(id), then: &fields)
        }
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

  fileprivate func insertion(
    into table: String, _ columns: [String], or conflict: String = "ABORT"
  ) throws(SQLiteError) -> Statement {
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    return try prepare("INSERT OR \(conflict) INTO \(table)(\(names)) VALUES (\(places))")
  }
}

extension Statement {
  /// Runs the statement with a value for its first parameter and the fields of a row for the others.
  fileprivate func run(_ first: SQLiteValue, then fields: inout RowReader) throws(SQLiteError) {
    defer { reset() }
    try bind(first, at: 1)
    for index in 2...parameterCount {
      guard let field = fields.next() else { return }
      try bind(SQLiteValue(field), at: index)
    }
    _ = try step()
  }
}

extension SQLiteValue {
  fileprivate init(_ field: RowField) {
    switch field {
    case .null: self = .null
    case .integer(let number): self = .integer(number)
    case .real(let number): self = .real(number)
    case .text(let text): self = .lent(text)
    }
  }
}
