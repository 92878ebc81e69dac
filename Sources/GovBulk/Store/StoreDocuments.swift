import GRDB
import GovConvert
import GovWorker

/// A page at the moment it is to be converted.
struct PageKey: Sendable {
  /// Its key in the store.
  var id: String
  /// The hash of its bytes.
  var hash: String
}

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

extension Store {
  /// Begins a run.
  ///
  /// - Returns: Its number.
  func beginRun(options: String, at time: String) throws(StoreError) -> Int64 {
    try write { database in
      try database.execute(
        sql: "INSERT INTO runs(tool, options, started) VALUES (?, ?, ?)", arguments: [Tool.name, options, time])
      return database.lastInsertedRowID
    }
  }

  func finishRun(_ run: Int64, at time: String) throws(StoreError) {
    try write { try $0.execute(sql: "UPDATE runs SET finished = ? WHERE id = ?", arguments: [time, run]) }
    shrinkLog()
  }

  /// How often each page was in work when a run was cut short.
  func unfinishedAttempts() throws(StoreError) -> [String: Int] {
    try inspect { database in
      let rows = try Row.fetchAll(database, sql: "SELECT document, count(*) FROM attempts GROUP BY document")
      return Dictionary(rows.map { ($0[0], $0[1]) }) { $1 }
    }
  }

  /// What is known of some pages, in their order.
  func states(of pages: [PageKey]) throws(StoreError) -> [PageState] {
    try inspect { database in try pages.map { try state(of: $0, in: database) } }
  }
}

private func state(of page: PageKey, in database: Database) throws -> PageState {
  let attempts = try Int.fetchOne(
    database.cachedStatement(sql: "SELECT count(*) FROM attempts WHERE document = ? AND hash = ?"),
    arguments: [page.id, page.hash])
  let row = try Row.fetchOne(
    database.cachedStatement(sql: "SELECT hash, options, status FROM documents WHERE id = ?"), arguments: [page.id])
  guard let row else { return PageState(saved: nil, attempts: attempts ?? 0) }
  let pictures = try Row.fetchAll(
    database.cachedStatement(sql: "SELECT reference, state FROM pictures WHERE document = ?"), arguments: [page.id])
  let saved = PageState.Saved(
    hash: row[0], options: row[1], status: row[2], pictures: Dictionary(pictures.map { ($0[0], $0[1]) }) { $1 })
  return PageState(saved: saved, attempts: attempts ?? 0)
}
