import GRDB
import Glibc

/// One SQLite file with everything that bulk runs found out.
///
/// It is in WAL mode, so that others can read it during a run. One process writes: a second one is refused at once.
public final class Store: Sendable {
  let queue: DatabaseQueue
  /// Held for the life of the process: closing any descriptor of the file would drop SQLite's own locks on it.
  private let lock: CInt

  /// Opens a store, or makes a new one, for writing.
  ///
  /// - Throws: `StoreError`.
  public convenience init(path: String) throws(StoreError) {
    try self.init(path: path, readsOnly: false)
  }

  /// Opens a store that exists, for reading.
  ///
  /// - Throws: `StoreError`.
  public static func reading(path: String) throws(StoreError) -> Store {
    guard access(path, R_OK) == 0 else { throw .unusable("\(path): no such store") }
    return try Store(path: path, readsOnly: true)
  }

  private init(path: String, readsOnly: Bool) throws(StoreError) {
    lock = readsOnly ? -1 : try locked(path)
    do {
      var configuration = Configuration()
      configuration.readonly = readsOnly
      configuration.busyMode = .timeout(readsOnly ? 5 : 0)
      configuration.prepareDatabase { database in
        guard !readsOnly else { return }
        // A commit returns when it is on the disk. A page's JSON fills ten pages of a new store; 16 MB of cache, and of
        // log before it is worked into the file.
        try database.execute(
          sql: """
            PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 2000
            """)
      }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.inDatabase { try prepare($0, readsOnly: readsOnly) }
    } catch {
      throw StoreError(error)
    }
  }

  /// Works the log into the file and empties it, unless somebody is reading.
  func shrinkLog() {
    try? queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
  }

  func write<Value>(_ change: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.write(change) } catch { throw StoreError(error) }
  }

  /// Looks at the store within a run. `read` would have SQLite refuse changes for its time, and that takes longer.
  func inspect<Value>(_ query: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.inDatabase(query) } catch { throw StoreError(error) }
  }

  func read<Value>(_ query: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.read(query) } catch { throw StoreError(error) }
  }
}

private func prepare(_ database: Database, readsOnly: Bool) throws {
  let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  if version == Schema.version { return }
  let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
  guard version == 0, tables == 0, !readsOnly else {
    throw StoreError.unusable("it is no store of this version of govconvert: name another file")
  }
  try database.inTransaction(.immediate) {
    try Schema.create(in: database)
    return .commit
  }
}

/// Takes the one right to write. `flock` and SQLite's own locks do not touch each other on Linux.
private func locked(_ path: String) throws(StoreError) -> CInt {
  let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else {
    throw errno == ENOSPC ? .diskFull : .unusable("\(path): \(String(cString: strerror(errno)))")
  }
  guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
    close(descriptor)
    throw .locked
  }
  return descriptor
}
