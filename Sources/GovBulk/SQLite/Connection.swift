import CSQLite

/// An open SQLite file; the one owner of the handle.
///
/// A layer of our own instead of GRDB: a store asks for some fifteen statements and no more. GRDB brought full Foundation
/// with it, which took half of every start of the command and 45 MB of it, and made objects of every row that it saved.
///
/// It may be used by one thread at a time.
struct Connection: ~Copyable {
  private let handle: OpaquePointer

  /// Opens a file, or makes a new one unless it is only to be read.
  ///
  /// - Parameter patience: How long to wait for another's lock, in milliseconds.
  /// - Throws: `SQLiteError`.
  init(path: String, readsOnly: Bool, patience: Int) throws(SQLiteError) {
    let access = readsOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, access | SQLITE_OPEN_NOMUTEX, nil)
    guard let handle, code == SQLITE_OK else {
      defer { sqlite3_close_v2(handle) }
      throw SQLiteError(code, on: handle)
    }
    self.handle = handle
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, CInt(clamping: patience))
  }

  deinit { sqlite3_close_v2(handle) }

  /// The rowid of the last row that was inserted.
  var lastRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// How many rows the last statement changed, without those that a foreign key took along.
  var changes: Int { Int(sqlite3_changes64(handle)) }

  /// Runs statements that have no parameters.
  func execute(_ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteError(code, on: handle) }
  }

  /// Compiles a statement.
  func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw SQLiteError(code, on: handle) }
    return Statement(owning: statement)
  }

  /// Runs a statement once.
  func run(_ sql: String, _ values: SQLiteValue...) throws(SQLiteError) {
    try prepare(sql).run(values)
  }

  /// The values of the first column of a query, as integers.
  func integers(_ sql: String) throws(SQLiteError) -> [Int] {
    var integers: [Int] = []
    let statement = try prepare(sql)
    while try statement.step() { integers.append(statement.integer(0)) }
    return integers
  }

  /// Does all the work, or none of it.
  func transaction<Value>(_ work: () throws -> Value) throws -> Value {
    try execute("BEGIN IMMEDIATE")
    do {
      let value = try work()
      try execute("COMMIT")
      return value
    } catch {
      // A full disk has rolled back by itself.
      try? execute("ROLLBACK")
      throw error
    }
  }
}

/// What SQLite refused.
struct SQLiteError: Error {
  /// The extended result code.
  let code: CInt
  /// What SQLite says about it.
  let message: String

  /// What went wrong last on a connection; without one, what the code says by itself.
  init(_ code: CInt, on connection: OpaquePointer?) {
    self.code = connection.map { sqlite3_extended_errcode($0) } ?? code
    message = String(cString: connection.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code))
  }
}
