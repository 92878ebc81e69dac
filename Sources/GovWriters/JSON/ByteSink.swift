/// Bytes that grow at their end.
///
/// A page's JSON is put together from tens of thousands of pieces of a few bytes each. An array asks at each of them
/// whether it is alone, whether there is room and where its bytes are; that took twice as long as to copy them.
///
/// `count` bytes from `start` on are initialized; nobody else has the pointer.
struct ByteSink: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// What has been written.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(1)
    start[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { append($0) }
  }

  @inline(__always)
  mutating func append(_ bytes: Bytes) {
    guard let first = bytes.baseAddress else { return }
    makeRoom(bytes.count)
    (start + count).update(from: first, count: bytes.count)
    count += bytes.count
  }

  /// Appends a whole number in decimal digits.
  mutating func append(decimal value: Int) {
    makeRoom(20)
    if value < 0 { append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var length = 1
    var bound: UInt = 10
    while rest >= bound, length < 19 { (length, bound) = (length + 1, bound * 10) }
    var place = count + length
    count = place
    repeat {
      place -= 1
      start[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }

  /// Appends text up to the first byte for which `isSpecial` may hold.
  ///
  /// - Parameters:
  ///   - hasSpecial: Whether one of eight bytes may be special; asked of the text's bytes in a row.
  ///   - isSpecial: Whether a byte may be special.
  /// - Returns: How many bytes were taken.
  @inline(__always)
  mutating func append(
    _ text: Slice<Bytes>, unless isSpecial: (UInt8) -> Bool, in hasSpecial: (UInt64) -> Bool
  ) -> Int {
    makeRoom(text.count)
    let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text.base)[text.startIndex..<text.endIndex])
    let out = start + count
    var index = 0
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if hasSpecial(word) { break }
      UnsafeMutableRawPointer(out + index).storeBytes(of: word, as: UInt64.self)
      index += 8
    }
    while index < bytes.count, !isSpecial(bytes[index]) {
      out[index] = bytes[index]
      index += 1
    }
    count += index
    return index
  }

  @inline(__always)
  private mutating func makeRoom(_ more: Int) {
    if capacity - count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(2 * capacity, count + more)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.moveInitialize(from: start, count: count)
    start.deallocate()
    start = grown
  }
}
