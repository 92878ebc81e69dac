import GRDB
import GovConvert
import GovWorker

/// What is known of a page before it is converted.
struct PageState {
  /// What the store holds of it; absent for a new page.
  var saved: Saved?
  /// How many attempts at these bytes did not end.
  var attempts: Int

  struct Saved {
    var hash: String?
    var options: String
    var status: String
    var pictures: [String: String]
  }
}

/// What became of a page.
struct PageResult {
  var id: String
  var hash: String?
  var status: String
  var json: [UInt8]
  var pictures: [String: String]
  var seconds: Double
}

extension Store {
  /// Begins a run.
  ///
  /// - Returns: Its number.
  func beginRun(options: String, at time: String) throws(StoreError) -> Int64 {
    try write { database in
      try database.run(
        sql: "INSERT INTO runs(tool, options, started) VALUES (?, ?, ?)", arguments: [Tool.name, options, time])
      return database.lastInsertedRowID
    }
  }

  func finishRun(_ run: Int64, at time: String) throws(StoreError) {
    try write { try $0.run(sql: "UPDATE runs SET finished = ? WHERE id = ?", arguments: [time, run]) }
    flush()
  }

  func state(of id: String, hash: String) throws(StoreError) -> PageState {
    try read { database in
      let attempts = try Int.fetchOne(
        database.cachedStatement(sql: "SELECT count(*) FROM attempts WHERE document = ? AND hash = ?"),
        arguments: [id, hash])
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT hash, options, status FROM documents WHERE id = ?"), arguments: [id])
      let pictures = try Row.fetchAll(
        database.cachedStatement(sql: "SELECT reference, state FROM pictures WHERE document = ?"), arguments: [id])
      let saved = row.map { row in
        PageState.Saved(
          hash: row["hash"], options: row["options"], status: row["status"],
          pictures: Dictionary(pictures.map { ($0["reference"], $0["state"]) }) { $1 })
      }
      return PageState(saved: saved, attempts: attempts ?? 0)
    }
  }

  /// Notes that the work on a page begins.
  func beginAttempt(at id: String, hash: String, run: Int64) throws(StoreError) {
    try write { database in
      try database.run(
        sql: """
          INSERT INTO attempts(document, hash, run, number)
          SELECT ?, ?, ?, 1 + coalesce(max(number), 0) FROM attempts WHERE document = ?
          """, arguments: [id, hash, run, id])
    }
  }

  /// Saves what became of a page, all of it or nothing; its attempts are over.
  func save(_ page: PageResult, options: String, run: Int64) throws(StoreError) {
    try write { database in
      try database.run(sql: "DELETE FROM documents WHERE id = ?", arguments: [page.id])
      try insert(page, options: options, run: run, into: database)
      for (reference, state) in page.pictures {
        try database.run(
          sql: "INSERT INTO pictures(document, reference, state) VALUES (?, ?, ?)",
          arguments: [page.id, reference, state])
      }
      for statement in unfolding { try database.run(sql: statement, arguments: ["id": page.id]) }
      try applyCorrections(to: page.id, in: database)
      try database.run(sql: "DELETE FROM attempts WHERE document = ?", arguments: [page.id])
    }
  }
}

private func insert(_ page: PageResult, options: String, run: Int64, into database: Database) throws {
  try database.run(
    sql: """
      INSERT INTO documents(id, run, source, hash, options, status, code, signal, stage, message, title, agency, year,
        form, json, seconds)
      SELECT :id, :run, j ->> '$.source.format', :hash, :options, :status,
        j ->> '$.error.code', j ->> '$.error.signal', j ->> '$.error.stage', j ->> '$.error.message',
        j ->> '$.metadata.title', coalesce(j ->> '$.report.agency', j ->> '$.metadata.agency'),
        coalesce(j ->> '$.report.year', j ->> '$.metadata.year'), j ->> '$.report.form', j, :seconds
      FROM (SELECT :json AS j)
      """,
    arguments: [
      "id": page.id, "run": run, "hash": page.hash, "options": options, "status": page.status,
      "json": String(decoding: page.json.dropLast(), as: UTF8.self),
      "seconds": page.seconds,
    ])
}

/// The tables that follow from the JSON of a page.
private let unfolding = [
  """
  INSERT INTO figures(document, "table", row, "column", kind, value, unit, text, status, confidence, label,
    columnLabel, origin, alternatives, position)
  SELECT d.id, f.value ->> 'table', f.value ->> 'row', f.value ->> 'column', f.value ->> 'kind', f.value ->> 'value',
    f.value ->> 'unit', f.value ->> 'text', f.value ->> 'status', f.value ->> 'confidence', f.value ->> 'label',
    f.value ->> 'columnLabel', f.value -> 'origin', f.value -> 'alternatives', f.key
  FROM documents d, json_each(d.json, '$.report.figures') f WHERE d.id = :id
  """,
  """
  INSERT INTO findings(document, position, severity, code, message, origin)
  SELECT d.id, f.key, f.value ->> 'severity', f.value ->> 'code', f.value ->> 'message', f.value -> 'origin'
  FROM documents d, json_each(d.json, '$.findings') f WHERE d.id = :id
  """,
  // Most pages are healthy, and looking through every block for the record of a repair takes longer than the rest.
  """
  INSERT INTO edits(document, block, pass, count)
  SELECT d.id, b.key, e.value ->> 'pass', count(*)
  FROM documents d, json_each(d.json, '$.blocks') b, json_tree(b.value) t, json_each(t.value) e
  WHERE d.id = :id AND instr(d.json, '"edits":[{') > 0 AND t.key = 'edits' AND t.type = 'array'
  GROUP BY b.key, e.value ->> 'pass'
  """,
]

extension Database {
  /// Runs a statement that is compiled once per store.
  fileprivate func run(sql: String, arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
