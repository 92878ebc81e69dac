/// UTF-8 bytes that a rule looks at. Reading past either end gives 0, so that a rule needs no bounds of its own and
/// cannot leave the text, whatever the input holds.
struct ByteText {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// A view of `bytes`; it must not outlive them.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The number of bytes.
  var count: Int { bytes.count }

  subscript(index: Int) -> UInt8 {
    index >= 0 && index < bytes.count ? bytes[index] : 0
  }

  /// The bytes of a range that lies inside the text.
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8>.SubSequence {
    bytes[range.clamped(to: 0..<bytes.count)]
  }

  /// The first place from `index` on where `one` or `other` stands; the end where there is none. Eight bytes are looked at
  /// at once.
  func firstIndex(of one: UInt8, or other: UInt8, from index: Int) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    let (low, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let (ones, others) = (UInt64(one) &* low, UInt64(other) &* low)
    var index = max(0, index)
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self))
      let (first, second) = (word ^ ones, word ^ others)
      // The lowest bit that is set is that of the first byte that is 0 in either.
      let found = ((first &- low) & ~first | (second &- low) & ~second) & high
      if found != 0 { return index + found.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < bytes.count, bytes[index] != one, bytes[index] != other { index += 1 }
    return index
  }

  /// The scalar that begins at `index`, and the number of its bytes; (0, 1) where none begins.
  func scalar(at index: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(self[index])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(self[index + 1]) & 0x3F
    if first < 0xC2 { return (0, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(self[index + 2]) & 0x3F
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(self[index + 3]) & 0x3F, 4)
  }

  /// The scalar that ends right before `index`, and where it begins; (0, index) at the start of the text.
  func scalar(before index: Int) -> (value: UInt32, start: Int) {
    var start = index - 1
    while start > 0, self[start] & 0xC0 == 0x80, index - start < 4 { start -= 1 }
    guard start >= 0 else { return (0, index) }
    return (scalar(at: start).value, start)
  }

  /// Whether the bytes of `word` stand at `index`.
  func has(_ word: StaticString, at index: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard index >= 0, index <= count - length else { return false }
    for offset in 0..<length where bytes[index + offset] != word.utf8Start[offset] { return false }
    return true
  }
}

extension Array where Element == UInt8 {
  /// Calls `body` with a view of the bytes.
  func withText<Result>(_ body: (ByteText) -> Result) -> Result {
    withUnsafeBufferPointer { body(ByteText($0)) }
  }

  /// Appends the UTF-8 form of a scalar value.
  mutating func append(scalar value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return }
    append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
