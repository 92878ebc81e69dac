import CXXHash
import Glibc
import GovWriters
import Synchronization

/// The numbers under which a store keeps what figures are and how they are labelled, as far as it has been asked: the
/// pages of an archive say nearly the same.
final class FigureNumbers: Sendable {
  let cells = KnownNumbers()
  let labels = KnownNumbers()
  /// How many pages were replaced: a row of the two tables may have lost its last figure with them.
  let replacedPages = Mutex(0)

  /// Forgets all, after a transaction that was taken back.
  func forget() {
    cells.forget()
    labels.forget()
  }
}

/// Packed fields and the number of their row.
final class KnownNumbers: Sendable {
  /// So many are remembered; pages could come with labels of their own without end.
  private static let most = 20_000

  private let known = Mutex<[UInt64: Known]>([:])

  private struct Known {
    var fields: [UInt8]
    var number: Int
  }

  /// The number of some fields; `search` finds one that is not known.
  func number(
    of fields: RowReader, search: () throws(SQLiteError) -> Int?
  ) throws(SQLiteError) -> Int? {
    let hash = xxhash_128(fields.bytes.baseAddress, fields.bytes.count).low
    // Two rows may have one hash, by the will of whoever wrote a page too: then the table is asked.
    let known = known.withLock { known in
      known[hash].flatMap { $0.fields.isEqual(to: fields.bytes) ? $0.number : nil }
    }
    if let known { return known }
    guard let number = try search() else { return nil }
    self.known.withLock { known in
      if known.count == Self.most { known.removeAll() }
      known[hash] = Known(fields: Array(fields.bytes), number: number)
    }
    return number
  }

  func forget() { known.withLock { $0.removeAll() } }
}

extension [UInt8] {
  fileprivate func isEqual(to bytes: UnsafeRawBufferPointer) -> Bool {
    guard count == bytes.count, let other = bytes.baseAddress else { return count == bytes.count }
    return withUnsafeBytes { own in own.baseAddress.map { memcmp($0, other, own.count) == 0 } ?? true }
  }
}
