/// The first index from `start` on at which the bytes are not valid UTF-8; `nil` when all are.
///
/// `start` must be the beginning of a character. A character that the end cuts off is invalid.
public func firstInvalidUTF8(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
  var index = start
  while index < bytes.count {
    if bytes[index] < 0x80 {
      index = endOfASCII(in: bytes, from: index)
      continue
    }
    let length = lengthOfUTF8(in: bytes, at: index)
    if length <= 0 { return index }
    index += length
  }
  return nil
}

/// The length of the well-formed character that begins at an index with a byte above 7F, 2 to 4 bytes; for an
/// ill-formed one the negated number of bytes that one U+FFFD stands for, -1 to -3.
///
/// Source: Unicode Standard, table 3-7 "Well-Formed UTF-8 Byte Sequences", and the practice "substitution of maximal
/// subparts" of section 3.9, which the WHATWG Encoding Standard prescribes.
@inline(__always)
public func lengthOfUTF8(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  let lead = bytes[index]
  let rest = bytes.count &- index
  if lead & 0xF0 == 0xE0, rest >= 3, isContinuation(bytes[index &+ 2]), isSecond(bytes[index &+ 1], after: lead) {
    return 3
  }
  let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
  guard lead >= 0xC2, lead <= 0xF4, rest >= 2, isSecond(bytes[index &+ 1], after: lead) else { return -1 }
  if length == 2 { return 2 }
  guard rest >= 3, isContinuation(bytes[index &+ 2]) else { return -2 }
  guard rest >= 4, isContinuation(bytes[index &+ 3]) else { return -3 }
  return 4
}

@inline(__always)
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

/// Whether a byte may follow a lead byte: a few leads forbid overlong forms, surrogates and what lies above U+10FFFF.
@inline(__always)
private func isSecond(_ byte: UInt8, after lead: UInt8) -> Bool {
  guard isContinuation(byte) else { return false }
  switch lead {
  case 0xE0: return byte >= 0xA0
  case 0xED: return byte <= 0x9F
  case 0xF0: return byte >= 0x90
  case 0xF4: return byte <= 0x8F
  default: return true
  }
}

/// Copies UTF-8 and puts U+FFFD where it is ill-formed.
func decodeUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
  guard let base = bytes.baseAddress else { return DecodedText(utf8: [], replacements: 0) }
  return UTF8Output.collect(capacity: bytes.count + 2 * countOfNonASCII(in: bytes)) { output in
    var index = 0
    while index < bytes.count {
      let end = firstInvalidUTF8(in: bytes, from: index) ?? bytes.count
      output.copy(base + index, count: end - index)
      index = end
      if index < bytes.count {
        index -= lengthOfUTF8(in: bytes, at: index)
        output.replace()
      }
    }
  }
}
