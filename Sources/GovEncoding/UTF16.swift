/// Decodes UTF-16; a lone surrogate and a lone last byte become U+FFFD.
///
/// Source: WHATWG Encoding Standard, section 14.2.1 "shared UTF-16 decoder".
func decodeUTF16(_ bytes: UnsafeBufferPointer<UInt8>, bigEndian: Bool) -> DecodedText {
  UTF8Output.collect(capacity: bytes.count / 2 * 3 + 3) { output in
    var index = 0
    while index + 1 < bytes.count {
      let unit = codeUnit(bytes, at: index, bigEndian: bigEndian)
      index += 2
      guard (0xD800...0xDFFF).contains(unit) else {
        output.append(basic: unit)
        continue
      }
      if unit < 0xDC00, let low = lowSurrogate(bytes, at: index, bigEndian: bigEndian) {
        output.append(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF)))
        index += 2
      } else {
        output.replace()
      }
    }
    if index < bytes.count { output.replace() }
  }
}

private func lowSurrogate(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, bigEndian: Bool) -> UInt16? {
  guard index + 1 < bytes.count else { return nil }
  let unit = codeUnit(bytes, at: index, bigEndian: bigEndian)
  return (0xDC00...0xDFFF).contains(unit) ? unit : nil
}

@inline(__always)
private func codeUnit(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, bigEndian: Bool) -> UInt16 {
  let first = UInt16(bytes[index])
  let second = UInt16(bytes[index + 1])
  return bigEndian ? first << 8 | second : second << 8 | first
}
