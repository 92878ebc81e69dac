/// The bytes behind quoted-printable text (RFC 2045, section 6.7). A broken escape stays as it is.
func decodeQuotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count)
  var index = text.startIndex
  while index < text.endIndex {
    let byte = text[index]
    index += 1
    guard byte == UInt8(ascii: "=") else {
      bytes.append(byte)
      continue
    }
    let digits = text[index...].prefix(2).compactMap(hexValue)
    if digits.count == 2 {
      bytes.append(digits[0] << 4 | digits[1])
      index += 2
    } else if let end = softBreak(text, at: index) {
      index = end
    } else {
      bytes.append(byte)
    }
  }
  return bytes
}

/// One past the line break at the end of a line that goes on; blanks that a mail server added are passed over.
private func softBreak(_ text: ArraySlice<UInt8>, at index: Int) -> Int? {
  var index = index
  while index < text.endIndex, text[index] == 0x20 || text[index] == 0x09 || text[index] == 0x0d { index += 1 }
  guard index < text.endIndex else { return index }
  return text[index] == 0x0a ? index + 1 : nil
}

/// The bytes behind base64 text (RFC 4648, section 4); what is no digit is passed over, as RFC 2045 asks.
///
/// Also takes the digits of the URL-safe alphabet.
public func decodeBase64(_ text: some Sequence<UInt8>) -> [UInt8] {
  // Bytes that lie together are walked here; over any other sequence each of them is a call, thirty times as slow.
  text.withContiguousStorageIfAvailable(decodeBase64) ?? Array(text).withUnsafeBufferPointer(decodeBase64)
}

private func decodeBase64(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  let values = (UInt8.min...UInt8.max).map { base64Value($0) ?? .max }
  return [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3 + 3) { bytes, count in
    var bits: UInt32 = 0
    var held: UInt32 = 0
    for byte in text {
      let digit = values[Int(byte)]
      guard digit != .max else { continue }
      bits = bits << 6 | UInt32(digit)
      held += 6
      guard held >= 8 else { continue }
      held -= 8
      bytes[count] = UInt8(truncatingIfNeeded: bits >> held)
      count += 1
    }
  }
}
