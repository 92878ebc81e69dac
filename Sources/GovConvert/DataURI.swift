/// Whether a reference carries its bytes itself (RFC 2397).
func isDataURI(_ reference: String) -> Bool {
  reference.utf8.prefix(5).elementsEqual("data:".utf8) { ($0 | 0x20) == ($1 | 0x20) }
}

/// The bytes of a `data:` URI in base64; white space inside it is passed over, as browsers do.
///
/// Pictures are base64 in practice; a percent-encoded one is refused.
func dataURIBytes(_ reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8] {
  let uri = Array(reference.utf8)
  guard let comma = uri.firstIndex(of: UInt8(ascii: ",")), uri[..<comma].ends(with: ";base64") else {
    throw .unreadable("a data: URI that is not base64")
  }
  let payload = uri[(comma + 1)...]
  guard payload.count / 4 * 3 <= limit else { throw .tooLarge(bytes: payload.count / 4 * 3) }
  guard let bytes = base64Decoded(payload), !bytes.isEmpty else { throw .unreadable("broken base64") }
  return bytes
}

private func base64Decoded(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(digits.count / 4 * 3)
  var bits: UInt32 = 0
  var held = 0
  for digit in digits where digit > 0x20 {
    if digit == UInt8(ascii: "=") { break }
    guard let value = base64Value(digit) else { return nil }
    bits = bits << 6 | UInt32(value)
    held += 6
    if held >= 8 {
      held -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
    }
  }
  return bytes
}

private func base64Value(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
  case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
  case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
  case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
  default: nil
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with word: String) -> Bool {
    suffix(word.utf8.count).elementsEqual(word.utf8) { ($0 | 0x20) == ($1 | 0x20) }
  }
}
