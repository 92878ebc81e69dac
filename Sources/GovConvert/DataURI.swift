import GovReaders

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

private func base64Decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
  let digits = text.lazy.filter { $0 > 0x20 }.prefix { $0 != UInt8(ascii: "=") }
  guard digits.allSatisfy({ base64Value($0) != nil }) else { return nil }
  return joined(digits.compactMap(base64Value), of: 6)
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with word: String) -> Bool {
    suffix(word.utf8.count).elementsEqual(word.utf8) { ($0 | 0x20) == ($1 | 0x20) }
  }
}
