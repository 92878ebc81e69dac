import CSQLite

/// Why a store cannot be used.
public enum StoreError: Error, Sendable, Hashable {
  /// Another process is writing to it.
  case locked
  /// There is no room left; what was saved stays whole.
  case diskFull
  /// It is no store, one of another version, or the device fails; the text says which.
  case unusable(String)

  init(_ error: any Error) {
    guard let error = error as? SQLiteError else {
      self = (error as? StoreError) ?? .unusable("\(error)")
      return
    }
    switch error.code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .locked
    case SQLITE_FULL: self = .diskFull
    // A write that fails in the middle: on a full disk SQLite's log cannot grow.
    case SQLITE_IOERR where error.code == CInt(sqlite_ioerr_write): self = .diskFull
    case SQLITE_NOTADB: self = .unusable("it is no store: name another file")
    default: self = .unusable(error.message)
    }
  }
}
