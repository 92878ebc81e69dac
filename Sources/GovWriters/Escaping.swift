/// A set of bytes, as 256 bits.
struct ByteSet {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Makes the set of control characters that no output carries, and the bytes of `others`.
  ///
  /// C0 but tab and newline, DEL, and 0xC2, the first byte of C1 in UTF-8.
  init(controlsAnd others: StaticString) {
    for byte in UInt8(0)..<0x20 where byte != 0x09 && byte != 0x0A { insert(byte) }
    insert(0x7F)
    insert(0xC2)
    others.withUTF8Buffer { for byte in $0 { insert(byte) } }
  }

  private mutating func insert(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  /// Whether the byte is in the set.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return word >> UInt64(byte & 63) & 1 != 0
  }
}

typealias Bytes = UnsafeBufferPointer<UInt8>

/// Appends `text`, copying runs of ordinary bytes whole.
///
/// - Parameters:
///   - special: The bytes at which a run ends; it contains the control characters.
///   - escape: Writes what stands for the special byte at an index. Control characters never reach it: they are dropped.
@inline(__always)
func appendEscaped(
  _ text: Bytes, special: borrowing ByteSet, to out: inout [UInt8],
  escape: (Int, inout [UInt8]) -> Void
) {
  var start = 0
  var index = 0
  while index < text.count {
    guard special.contains(text[index]) else {
      index += 1
      continue
    }
    let length = controlLength(text, at: index)
    if length == 0, text[index] == 0xC2 {
      index += 2
      continue
    }
    out += Bytes(rebasing: text[start..<index])
    if length == 0 { escape(index, &out) }
    index += max(length, 1)
    start = index
  }
  if start < text.count { out += Bytes(rebasing: text[start...]) }
}

/// The number of bytes of the control character at an index; 0 when another character stands there.
@inline(__always)
func controlLength(_ text: Bytes, at index: Int) -> Int {
  let byte = text[index]
  if byte == 0xC2 { return index + 1 < text.count && text[index + 1] < 0xA0 ? 2 : 0 }
  return byte == 0x7F || (byte < 0x20 && byte != 0x09 && byte != 0x0A) ? 1 : 0
}

extension String {
  /// Lends the UTF-8 bytes without copying those of a native string.
  @inline(__always)
  func withBytes<Result>(_ body: (Bytes) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}

extension [UInt8] {
  /// Appends a literal.
  @inline(__always)
  static func += (bytes: inout [UInt8], literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends text that needs no escaping: numbers and names of our own.
  mutating func append(plain text: String) {
    append(contentsOf: text.utf8)
  }
}
