import GRDB
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
    try queue.read { database in
      switch format {
      case .jsonl: try exportDocuments(database, write)
      case .csv: try exportRows(database, figureQuery, write)
      case .review: try exportRows(database, reviewQuery, write)
      }
    }
  }

  /// The codes of the findings that are no notes, the commonest first, with how many pages have them.
  public func commonestFindings(atMost count: Int) throws(StoreError) -> [(code: String, pages: Int)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT code, count(DISTINCT document) FROM findings WHERE severity <> 'note'
          GROUP BY code ORDER BY 2 DESC, 1 LIMIT ?
          """, arguments: [count]
      ).map { (code: $0[0], pages: $0[1]) }
    }
  }
}

private func exportDocuments(_ database: Database, _ write: ([UInt8]) throws -> Void) throws {
  let rows = try Row.fetchCursor(database, sql: "SELECT id, json FROM documents ORDER BY id")
  while let row = try rows.next() {
    let (id, json): (String, String) = (row[0], row[1])
    try write(headed(Array(json.utf8), id: id) + [UInt8(ascii: "\n")])
  }
}

private let figureQuery = """
  SELECT f.document, d.agency, d.year, d.form, f."table", f.row, f."column", f.label, f.columnLabel, f.kind, f.value,
    f.unit, f.text, f.status, f.confidence
  FROM figures f JOIN documents d ON d.id = f.document ORDER BY f.document, f.position
  """

private let reviewQuery = """
  SELECT f.document, f."table", f.row, f."column", CASE WHEN f.kind = 'statedNone' THEN f.text ELSE f.value END AS value,
    '' AS name, f.status, f.text, f.alternatives, f.label, f.columnLabel, f.origin
  FROM figures f WHERE f.status IN ('doubtful', 'inferred', 'unreadable') ORDER BY f.document, f.position
  """

private func exportRows(_ database: Database, _ query: String, _ write: ([UInt8]) throws -> Void) throws {
  let statement = try database.makeStatement(sql: query)
  try write(csvLine(statement.columnNames))
  let rows = try Row.fetchCursor(statement)
  while let row = try rows.next() {
    try write(csvLine(row.databaseValues.map(text)))
  }
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
private func text(_ value: DatabaseValue) -> String {
  switch value.storage {
  case .null, .blob: ""
  case .int64(let number): "\(number)"
  case .double(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
  case .string(let text): text
  }
}
