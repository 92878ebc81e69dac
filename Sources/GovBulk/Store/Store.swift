import Glibc
import Synchronization

/// One SQLite file with everything that bulk runs found out.
///
/// It is in WAL mode, so that others can read it during a run. One process writes: a second one is refused at once.
public final class Store: Sendable {
  private let connection: Mutex<Connection>
  /// Held for the life of the process: closing any descriptor of the file would drop SQLite's own locks on it.
  private let lock: CInt
  /// What this process knows of the tables `cells` and `labels`; it alone writes to them.
  let figureNumbers = FigureNumbers()
  /// Where the file lies.
  let path: String

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
    self.path = path
    lock = readsOnly ? -1 : try locked(path)
    do {
      let connection = try Connection(path: path, readsOnly: readsOnly, patience: readsOnly ? 5000 : 0)
      // Looked at first: the settings would change a file that is not ours.
      let isNew = try isNew(connection)
      if isNew, readsOnly { throw StoreError.notOurs }
      if !readsOnly { try connection.execute(settings) }
      if isNew { try connection.transaction { try Schema.create(in: connection) } }
      self.connection = Mutex(connection)
    } catch {
      throw StoreError(error).naming(path)
    }
  }

  /// Works the log into the file and empties it, unless somebody is reading.
  func shrinkLog() {
    connection.withLock { try? $0.execute("PRAGMA wal_checkpoint(TRUNCATE)") }
  }

  /// Changes the store: all that `change` does, or nothing. When this returns, it is on the disk.
  func write<Value: Sendable>(_ change: (borrowing Connection) throws -> Value) throws(StoreError) -> Value {
    try read { connection in try connection.transaction { try change(connection) } }
  }

  /// Looks at the store.
  func read<Value: Sendable>(_ query: (borrowing Connection) throws -> Value) throws(StoreError) -> Value {
    do { return try connection.withLock { try query($0) } } catch { throw StoreError(error) }
  }
}

/// A commit returns when it is on the disk. The JSON of an ordinary page fills nine pages of the file: with larger ones
/// the last stands half empty, which is written twice; with smaller ones there are more to keep. 16 MB of cache, and of
/// log before it is worked into the file.
private let settings = """
  PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
  PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 2000
  """

/// Whether a file holds nothing yet.
///
/// - Throws: `StoreError` when it holds something else than a store.
private func isNew(_ connection: borrowing Connection) throws -> Bool {
  let version = try connection.integers("PRAGMA user_version").first ?? 0
  if version == Schema.version { return false }
  let tables = try connection.integers("SELECT count(*) FROM sqlite_master").first ?? 0
  let isStore = "SELECT count(*) = 2 FROM sqlite_master WHERE type = 'table' AND name IN ('runs', 'attempts')"
  if version > 0, try connection.integers(isStore) == [1] { throw StoreError.ofVersion(version) }
  guard version == 0, tables == 0 else { throw StoreError.notOurs }
  return true
}

extension StoreError {
  fileprivate static let notOurs = StoreError.unusable(
    "it is no store of this version of govconvert: name another file")

  /// A store of another version; what it holds can be had again from the same pages, but for a person's corrections.
  fileprivate static func ofVersion(_ version: Int) -> StoreError {
    .unusable(
      "it is a store of version \(version), and this govconvert makes version \(Schema.version): name another file, and "
        + "convert the pages again; corrections are taken over from their file")
  }

  /// The error with the path of the file that it is about.
  fileprivate func naming(_ path: String) -> StoreError {
    if case .unusable(let reason) = self { .unusable("\(path): \(reason)") } else { self }
  }

  /// Why a file cannot be opened or made, by the system's number, and what to do.
  fileprivate static func unopened(_ number: CInt, _ path: String) -> StoreError {
    switch number {
    case ENOSPC, EDQUOT: .diskFull
    case ENOENT, ENOTDIR: .unusable("\(path): its folder does not exist: make that, or name another file")
    case EISDIR: .unusable("\(path): it is a folder: name a file in it")
    case EACCES, EPERM, EROFS: .unusable("\(path): you may not write there: name another file")
    default: .unusable("\(path): \(String(cString: strerror(number)))")
    }
  }
}

/// Takes the one right to write. `flock` and SQLite's own locks do not touch each other on Linux.
private func locked(_ path: String) throws(StoreError) -> CInt {
  let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw .unopened(errno, path) }
  guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
    close(descriptor)
    throw .locked
  }
  return descriptor
}
