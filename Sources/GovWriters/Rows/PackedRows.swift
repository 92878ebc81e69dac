/// The rows of a page for the tables of a store, as the worker packs them and SQLite takes them: nothing is unpacked on
/// the way.
///
/// A row is a byte for its table and its fields in the order of `RowTable`; a field is a byte for its type and its value:
/// eight little-endian bytes, or a count in as many and the text as UTF-8.
package struct PackedRows: Sendable, Hashable {
  /// The rows, one after another.
  package private(set) var bytes: [UInt8] = []

  /// No rows.
  package init() {}

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Takes rows that another process packed.
  ///
  /// - Returns: `nil` unless every row is whole and every text is UTF-8.
  package init?(checking bytes: [UInt8]) {
    let isWhole = bytes.withUnsafeBytes { bytes in
      var reader = RowReader(bytes)
      while !reader.isAtEnd {
        guard let table = reader.table() else { return false }
        for _ in 0..<table.fieldCount where reader.field(isChecked: true) == nil { return false }
      }
      return true
    }
    guard isWhole else { return nil }
    self.bytes = bytes
  }

  /// Begins a row; its fields follow.
  mutating func begin(_ table: RowTable) { bytes.append(table.rawValue) }

  /// Appends a field.
  mutating func add(_ text: String?) {
    guard let text else { return bytes.append(FieldType.null.rawValue) }
    text.withBytes { add(utf8: $0) }
  }

  /// Appends a field that is there as UTF-8.
  mutating func add(utf8 text: Bytes) {
    add(.text, UInt64(text.count))
    bytes += text
  }

  /// Appends a field.
  mutating func add(_ number: Int?) {
    guard let number else { return bytes.append(FieldType.null.rawValue) }
    add(.integer, UInt64(bitPattern: Int64(number)))
  }

  /// Appends a field.
  mutating func add(_ number: Double?) {
    guard let number else { return bytes.append(FieldType.null.rawValue) }
    add(.real, number.bitPattern)
  }

  private mutating func add(_ type: FieldType, _ word: UInt64) {
    bytes.append(type.rawValue)
    withUnsafeBytes(of: word.littleEndian) { bytes += $0 }
  }

  /// Appends all rows of another.
  package mutating func add(_ rows: PackedRows) { bytes += rows.bytes }

  /// Lends a reader that stands before the first row; texts last until this returns.
  package func withReader<Failure: Error>(_ body: (inout RowReader) throws(Failure) -> Void) throws(Failure) {
    try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
      var reader = RowReader(UnsafeRawBufferPointer(bytes))
      try body(&reader)
    }
  }
}

/// Takes packed rows apart: the table of a row first, then as many fields as the table has.
package struct RowReader {
  private var rest: UnsafeRawBufferPointer

  fileprivate init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

  /// What is left, packed: equal bytes are equal fields.
  package var bytes: UnsafeRawBufferPointer { rest }

  /// Passes over some fields.
  ///
  /// - Returns: A reader of them alone.
  package mutating func take(fields count: Int) -> RowReader {
    let start = rest
    for _ in 0..<count { _ = next() }
    return RowReader(UnsafeRawBufferPointer(rebasing: start[..<(start.count - rest.count)]))
  }

  fileprivate var isAtEnd: Bool { rest.isEmpty }

  /// Begins the next row; absent after the last one.
  package mutating func table() -> RowTable? { byte().flatMap(RowTable.init) }

  /// Takes the next field; absent when there is none.
  package mutating func next() -> RowField? { field(isChecked: false) }

  fileprivate mutating func field(isChecked: Bool) -> RowField? {
    switch byte().flatMap(FieldType.init) {
    case .null: return .null
    case .integer: return word().map { .integer(Int(Int64(bitPattern: $0))) }
    case .real: return word().map { .real(Double(bitPattern: $0)) }
    case .text:
      guard let count = word().flatMap({ Int(exactly: $0) }), let text = take(count) else { return nil }
      let utf8 = text.assumingMemoryBound(to: UInt8.self)
      if isChecked, (try? UTF8Span(validating: utf8.span)) == nil { return nil }
      return .text(utf8)
    case nil: return nil
    }
  }

  private mutating func byte() -> UInt8? { take(1)?.first }

  private mutating func word() -> UInt64? {
    take(8).map { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
  }

  private mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
    return UnsafeRawBufferPointer(rebasing: rest[..<count])
  }
}

/// One field of a row.
package enum RowField {
  case null
  case integer(Int)
  case real(Double)
  case text(UnsafeBufferPointer<UInt8>)
}

private enum FieldType: UInt8 {
  case null, integer, real, text
}
