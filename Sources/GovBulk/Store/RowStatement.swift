import GRDB
import GRDBSQLite

/// A statement that is compiled once per store and run for many rows.
///
/// GRDB makes an array of every row's arguments and looks for observers around every run; a page has some two hundred
/// rows, so the values go to SQLite directly.
struct RowStatement {
  private let statement: Statement
  private let database: Database

  init(_ sql: String, in database: Database) throws {
    self.database = database
    statement = try database.cachedStatement(sql: sql)
  }

  /// Runs the statement with values for its parameters, in order.
  func run(_ values: RowField...) throws {
    let pointer = statement.sqliteStatement
    defer { sqlite3_reset(pointer) }
    for (index, value) in values.enumerated() { try check(value.bind(to: pointer, at: CInt(index + 1))) }
    try check(sqlite3_step(pointer))
  }

  private func check(_ code: CInt) throws {
    guard ![SQLITE_OK, SQLITE_DONE, SQLITE_ROW].contains(code) else { return }
    let connection = database.sqliteConnection
    throw DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: sqlite3_errmsg(connection).map { String(cString: $0) })
  }
}

/// A value of one column.
enum RowField {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  /// Text that is there as UTF-8.
  case utf8(ArraySlice<UInt8>)

  static func text(_ value: String?) -> RowField { value.map { .text($0) } ?? .null }
  static func integer(_ value: Int?) -> RowField { value.map { .integer($0) } ?? .null }

  fileprivate func bind(to statement: OpaquePointer?, at index: CInt) -> CInt {
    switch self {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, Int64(number))
    case .real(let number): return sqlite3_bind_double(statement, index, number)
    case .text(var text): return text.withUTF8 { bindText($0, to: statement, at: index) }
    case .utf8(let bytes): return bytes.withUnsafeBufferPointer { bindText($0, to: statement, at: index) }
    }
  }
}

private func bindText(_ text: UnsafeBufferPointer<UInt8>, to statement: OpaquePointer?, at index: CInt) -> CInt {
  // Without an address SQLite would take an empty text for NULL.
  guard let base = text.baseAddress, !text.isEmpty else { return sqlite3_bind_text(statement, index, "", 0, copied) }
  return base.withMemoryRebound(to: CChar.self, capacity: text.count) {
    sqlite3_bind_text64(statement, index, $0, UInt64(text.count), copied, UInt8(SQLITE_UTF8))
  }
}

/// SQLITE_TRANSIENT, a macro that does not import: SQLite makes its own copy.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
