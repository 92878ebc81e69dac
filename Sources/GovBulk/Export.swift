import GovWriters

/// What a store can be exported to.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// One line per figure.
  case csv
  /// One line of JSON per page.
  case jsonl
  /// The flagged figures, in the columns that corrections have: fill in `value` and `name` and give the file back.
  case review
}

extension Store {
  /// Writes out what the store holds, ordered by page and by the form; nothing in it depends on the run.
  ///
  /// - Parameter write: Takes a piece of the export; a piece is a whole number of lines.
  public func export(to format: ExportFormat, write: ([UInt8]) throws -> Void) throws {
    var failure: (any Error)?
    try read { connection in
      do {
        switch format {
        case .jsonl: try exportDocuments(connection, write)
        case .csv: try exportRows(connection, figureQuery, write)
        case .review: try exportRows(connection, reviewQuery, write)
        }
      } catch {
        guard !(error is SQLiteError) else { throw error }
        // It is the caller's own and goes back as it came.
        failure = error
      }
    }
    if let failure { throw failure }
  }

  /// How many pages the store holds, of any run.
  public func pageCount() throws(StoreError) -> Int {
    try read { try $0.integers("SELECT count(*) FROM document_rows").first ?? 0 }
  }

  /// The codes of the findings that are no notes, the commonest first, with how many pages have them.
  public func commonestFindings(atMost count: Int) throws(StoreError) -> [(code: String, pages: Int)] {
    try read { connection in
      let rows = try connection.prepare(
        """
        SELECT code, count(DISTINCT document) FROM findings WHERE severity <> 'note'
        GROUP BY code ORDER BY 2 DESC, 1 LIMIT ?
        """)
      try rows.bind(.integer(count), at: 1)
      var findings: [(code: String, pages: Int)] = []
      while try rows.step() { findings.append((code: rows.text(0) ?? "", pages: rows.integer(1))) }
      return findings
    }
  }
}

private func exportDocuments(_ connection: borrowing Connection, _ write: ([UInt8]) throws -> Void) throws {
  let rows = try connection.prepare("SELECT id, json FROM documents ORDER BY id")
  while try rows.step() {
    let json = rows.withText(1) { $0.map { Array($0) } ?? [] }
    try write(headed(json, id: rows.text(0)) + [UInt8(ascii: "\n")])
  }
}

/// Page by page in their order, for which `CROSS JOIN` holds SQLite to these turns: else it sorts all figures first.
let figureQuery = """
  SELECT f.document, d.agency, d.year, d.form, f."table", f.row, f."column", f.label, f.columnLabel, f.kind, f.value,
    f.unit, f.text, f.status, f.confidence
  FROM document_rows d CROSS JOIN figures f ON f.document = d.id ORDER BY d.id, f.position
  """

/// SQLite takes the partial index of `Schema` only where `status <> 'read'` is said as it is said there.
private let reviewQuery = """
  SELECT f.document, f."table", f.row, f."column", CASE WHEN f.kind = 'statedNone' THEN f.text ELSE f.value END AS value,
    '' AS name, f.status, f.text, f.alternatives, f.label, f.columnLabel, f.origin
  FROM figures f WHERE f.status <> 'read' AND f.status IN ('doubtful', 'inferred', 'unreadable')
  ORDER BY f.document, f.position
  """

private func exportRows(
  _ connection: borrowing Connection, _ query: String, _ write: ([UInt8]) throws -> Void
) throws {
  let rows = try connection.prepare(query)
  let names = rows.columnNames
  try write(csvLine(names))
  while try rows.step() { try write(csvLine(names.indices.map { text(rows.value($0)) })) }
}

private func csvLine(_ fields: [String]) -> [UInt8] {
  var line: [UInt8] = []
  for (index, field) in fields.enumerated() {
    if index > 0 { line.append(UInt8(ascii: ",")) }
    appendField(field, isFormulaSafe: true, to: &line)
  }
  endRecord(&line)
  return line
}

/// A value as SQLite would print it; a whole number in a real column has no fraction.
private func text(_ value: SQLiteValue) -> String {
  switch value {
  case .null: ""
  case .integer(let number): "\(number)"
  case .real(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
  case .text(let text): text
  case .lent(let text): String(decoding: text, as: UTF8.self)
  }
}
