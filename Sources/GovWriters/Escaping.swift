/// The UTF-8 of a text.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// Appends `text`, copying runs of ordinary bytes whole and leaving control characters out: C0 but tab and newline, DEL, C1.
///
/// - Parameters:
///   - isSpecial: Whether a byte must be escaped.
///   - escape: Writes what stands for the special byte at an index.
@inline(__always)
func appendEscaped(
  _ text: Bytes, to out: inout [UInt8], where isSpecial: (UInt8) -> Bool, escape: (Int, inout [UInt8]) -> Void
) {
  var start = 0
  var index = 0
  while index < text.count {
    let special = isSpecial(text[index])
    guard special || mayBeControl(text[index]) else {
      index += 1
      continue
    }
    let length = special ? 0 : controlLength(text, at: index)
    if !special && length == 0 {
      index += 2
      continue
    }
    out += Bytes(rebasing: text[start..<index])
    if special { escape(index, &out) }
    index += max(length, 1)
    start = index
  }
  if start < text.count { out += Bytes(rebasing: text[start...]) }
}

/// Whether a byte is a control character, or 0xC2, with which those of C1 begin.
@inline(__always)
private func mayBeControl(_ byte: UInt8) -> Bool {
  byte < 0x20 && byte != 0x09 && byte != 0x0A || byte == 0x7F || byte == 0xC2
}

/// The number of bytes of the control character at an index; 0 when another character stands there.
@inline(__always)
func controlLength(_ text: Bytes, at index: Int) -> Int {
  guard mayBeControl(text[index]) else { return 0 }
  guard text[index] == 0xC2 else { return 1 }
  return index + 1 < text.count && text[index + 1] < 0xA0 ? 2 : 0
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
