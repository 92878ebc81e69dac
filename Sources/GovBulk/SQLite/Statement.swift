import CSQLite

/// A compiled statement; the one owner of the handle.
struct Statement: ~Copyable {
  private let handle: OpaquePointer

  init(owning handle: OpaquePointer) { self.handle = handle }

  deinit { sqlite3_finalize(handle) }

  /// How many parameters there are.
  var parameterCount: Int { Int(sqlite3_bind_parameter_count(handle)) }

  /// Runs the statement to its end with values for its parameters, in order, and makes it ready for the next run.
  func run(_ values: [SQLiteValue]) throws(SQLiteError) {
    defer { reset() }
    try bind(values)
    while try step() {}
  }

  /// Gives the parameters their values, from `first` on, counted from 1.
  func bind(_ values: [SQLiteValue], from first: Int = 1) throws(SQLiteError) {
    for (index, value) in values.enumerated() { try bind(value, at: first + index) }
  }

  /// Gives a parameter its value. What `SQLiteValue.lent` points at must stay until `reset`.
  func bind(_ value: SQLiteValue, at index: Int) throws(SQLiteError) {
    try check(value.bind(to: handle, at: CInt(index)))
  }

  /// Goes to the next row.
  ///
  /// - Returns: Whether there is one.
  func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else { throw SQLiteError(code, on: sqlite3_db_handle(handle)) }
    return false
  }

  /// Makes the statement ready for the next run; the error that it reports again was thrown by `step`.
  func reset() { sqlite3_reset(handle) }

  /// Gives all parameters NULL for their value.
  func unbind() { sqlite3_clear_bindings(handle) }

  private func check(_ code: CInt) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw SQLiteError(code, on: sqlite3_db_handle(handle)) }
  }
}

/// What stands in the row that `step` went to; columns are counted from 0.
extension Statement {
  /// The names of the columns.
  var columnNames: [String] {
    (0..<sqlite3_column_count(handle)).map { column in
      sqlite3_column_name(handle, column).map { String(cString: $0) } ?? ""
    }
  }

  /// A whole number; 0 for NULL.
  func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, CInt(column))) }

  /// A text with all its characters, NUL too; absent for NULL.
  func text(_ column: Int) -> String? {
    withText(column) { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// A text as UTF-8, which lasts as long as the row; absent for NULL.
  func withText<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Result) rethrows -> Result {
    let start = sqlite3_column_text(handle, CInt(column))
    let count = Int(sqlite3_column_bytes(handle, CInt(column)))
    return try body(start.map { UnsafeBufferPointer(start: $0, count: count) })
  }

  /// A value with its type.
  func value(_ column: Int) -> SQLiteValue {
    switch sqlite3_column_type(handle, CInt(column)) {
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(handle, CInt(column)))
    case SQLITE_TEXT: .text(text(column) ?? "")
    default: .null
    }
  }
}

/// A value of one column.
enum SQLiteValue {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  /// Text that is there as UTF-8 and stays where it is until the statement is reset: SQLite makes no copy of it.
  case lent(UnsafeBufferPointer<UInt8>)

  static func text(_ value: String?) -> SQLiteValue { value.map { .text($0) } ?? .null }
  static func integer(_ value: Int?) -> SQLiteValue { value.map { .integer($0) } ?? .null }

  fileprivate func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
    switch self {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, Int64(number))
    case .real(let number): return sqlite3_bind_double(statement, index, number)
    case .text(var text): return text.withUTF8 { bindText($0, sqlite_transient(), to: statement, at: index) }
    case .lent(let bytes): return bindText(bytes, nil, to: statement, at: index)
    }
  }
}

/// `owner` is how SQLite gets rid of the text: `nil` when it is not its own.
private func bindText(
  _ text: UnsafeBufferPointer<UInt8>, _ owner: sqlite3_destructor_type?, to statement: OpaquePointer, at index: CInt
) -> CInt {
  // Without an address SQLite would take an empty text for NULL.
  guard let base = text.baseAddress, !text.isEmpty else { return sqlite3_bind_text(statement, index, "", 0, nil) }
  return base.withMemoryRebound(to: CChar.self, capacity: text.count) {
    sqlite3_bind_text64(statement, index, $0, UInt64(text.count), owner, UInt8(SQLITE_UTF8))
  }
}
