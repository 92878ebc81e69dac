import GRDB
import GovConvert
import GovWorker
import GovWriters

/// What became of a page.
struct PageResult: Sendable {
  var id: String
  var hash: String
  var status: String
  var answer: DocumentAnswer
  /// The pictures that it asked for, with their hashes, or `missing`.
  var pictures: [String: String]
  var seconds: Double
}

/// What one transaction brings into the store.
struct StoreChange: Sendable {
  /// Pages that are done; their attempts are over.
  var finished: [PageResult] = []
  /// Pages that were to be converted and were not, because the run was interrupted.
  var dropped: [String] = []
  /// Pages whose conversion begins when the transaction is on the disk.
  var begun: [PageKey] = []

  var isEmpty: Bool { finished.isEmpty && dropped.isEmpty && begun.isEmpty }
}

extension Store {
  /// Brings a change into the store, all of it or nothing. When this returns, it has reached the disk.
  func commit(_ change: StoreChange, options: String, run: Int64) throws(StoreError) {
    guard !change.isEmpty else { return }
    try write { database in
      let rows = try PageRows(database)
      let hasCorrections = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM corrections)") ?? false
      for page in change.finished {
        try rows.replace(page, options: options, run: run)
        if hasCorrections { try applyCorrections(to: page.id, in: database) }
      }
      let drop = try RowStatement("DELETE FROM attempts WHERE document = ? AND run = ?", in: database)
      for page in change.dropped { try drop.run(.text(page), .integer(Int(run))) }
      let begin = try RowStatement(
        """
        INSERT INTO attempts(document, hash, run, number)
        SELECT ?1, ?2, ?3, 1 + coalesce(max(number), 0) FROM attempts WHERE document = ?1
        """, in: database)
      for page in change.begun { try begin.run(.text(page.id), .text(page.hash), .integer(Int(run))) }
    }
  }
}

/// The statements that write the rows of a page.
private struct PageRows {
  private let removal, document, figure, finding, edit, picture, attempts: RowStatement

  init(_ database: Database) throws {
    func insert(_ table: String, _ columns: String, or conflict: String = "ABORT") throws -> RowStatement {
      let places = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
      return try RowStatement("INSERT OR \(conflict) INTO \(table)(\(columns)) VALUES (\(places))", in: database)
    }
    removal = try RowStatement("DELETE FROM documents WHERE id = ?", in: database)
    document = try insert(
      "documents",
      "id, run, source, hash, options, status, code, signal, stage, message, title, agency, year, form, json, seconds")
    // A worker that a hostile page took over may send two figures in the same place: that passes over the second; an
    // error would cost the pages saved with it, and end the run.
    figure = try insert(
      "figures",
      """
      document, "table", row, "column", kind, value, unit, text, status, confidence, label, columnLabel, origin, \
      alternatives, position
      """, or: "IGNORE")
    finding = try insert("findings", "document, position, severity, code, message, origin")
    edit = try insert("edits", "document, block, pass, count", or: "IGNORE")
    picture = try insert("pictures", "document, reference, state")
    attempts = try RowStatement("DELETE FROM attempts WHERE document = ?", in: database)
  }

  /// Puts a page in the place of what the store held of it.
  func replace(_ page: PageResult, options: String, run: Int64) throws {
    try removal.run(.text(page.id))
    try insert(page, options: options, run: run)
    let rows = page.answer.rows
    for (position, figure) in rows.figures.enumerated() { try insert(figure, at: position, of: page.id) }
    for (position, row) in rows.findings.enumerated() {
      try finding.run(
        .text(page.id), .integer(position), .text(row.severity), .text(row.code), .text(row.message), .text(row.origin))
    }
    for row in rows.edits { try edit.run(.text(page.id), .integer(row.block), .text(row.pass), .integer(row.count)) }
    for (reference, state) in page.pictures { try picture.run(.text(page.id), .text(reference), .text(state)) }
    try attempts.run(.text(page.id))
  }

  private func insert(_ page: PageResult, options: String, run: Int64) throws {
    let rows = page.answer.rows
    try document.run(
      .text(page.id), .integer(Int(run)), .text(rows.format), .text(page.hash), .text(options), .text(page.status),
      .text(rows.error?.code), .integer(rows.error?.signal), .text(rows.error?.stage), .text(rows.error?.message),
      .text(rows.title), .text(rows.agency), .integer(rows.year), .text(rows.form), .utf8(page.answer.json.dropLast()),
      .real(page.seconds))
  }

  private func insert(_ row: FigureRow, at position: Int, of page: String) throws {
    try figure.run(
      .text(page), .text(row.table), .text(row.row), .text(row.column), .text(row.kind), RowField(row.value),
      .text(row.unit), .text(row.text), .text(row.status), .real(row.confidence), .text(row.label),
      .text(row.columnLabel), .text(row.origin), .text(row.alternatives), .integer(position))
  }
}

extension RowField {
  fileprivate init(_ value: RowValue) {
    switch value {
    case .none: self = .null
    case .integer(let number): self = .integer(number)
    case .real(let number): self = .real(number)
    }
  }
}
