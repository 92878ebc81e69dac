import GovDocument
import GovEncoding

extension DecodedInput {
  /// What the text was before its bytes were read as Windows-1252 or ISO 8859-1 and written as UTF-8, once or several times:
  /// æ”¿åºœ, Õþ¸® → 政府; `nil` when it is what it shows.
  ///
  /// It is read back here and not by the normalizer alone because titles, menus and tables are told by their words. Where a byte
  /// is lost, or only a part of the page was treated so, the normalizer does what can be done.
  func readBack() -> DecodedInput? {
    // Only what was written as UTF-8, which grows shorter each time: other bytes would be read as the same letters for ever.
    guard verdict.runs.allSatisfy({ $0.encoding == TextEncoding.utf8.rawValue }), let bytes = bytesShownAsLatin(utf8)
    else { return nil }
    var inner = decodeInput(bytes, isMarkup: false)
    let seen = inner.utf8.withUnsafeBufferPointer { familiarity($0, as: .utf8) }
    guard seen.familiar >= DecodedInput.fewestFamiliar, seen.share >= DecodedInput.leastFamiliarity, inner.utf8 != utf8,
      Set(bytes.lazy.filter { $0 >= 0x80 }).count >= DecodedInput.fewestBytes
    else { return nil }
    inner.verdict.declared = verdict.declared
    inner.verdict.runs = verdict.runs
    inner.verdict.reason += ", once the text is read back that had been written as Latin letters"
    let message = "the page's bytes had been read as Latin letters and written as UTF-8; they were read back"
    inner.findings = inner.findings.filter { $0.code != .encodingTwice } + [Finding(.note, .encodingTwice, message)]
    return inner
  }

  /// Latin text that happens to be valid in another encoding holds next to nothing that is familiar.
  private static let leastFamiliarity = 0.8
  private static let fewestFamiliar = 8
  /// A row of one sign, an ornament, is a row of one character in GBK: »»»» BBBBBBBB 换换.
  private static let fewestBytes = 8
}

/// The bytes of a text of which every character is shown for a byte; `nil` for any other text, and for ASCII.
private func bytesShownAsLatin(_ text: [UInt8]) -> [UInt8]? {
  text.withUnsafeBufferPointer { utf8 in
    var index = endOfASCII(in: utf8, from: 0)
    if index == utf8.count { return nil }
    var bytes = Array(utf8[..<index])
    while index < utf8.count {
      let lead = utf8[index]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3
      guard lead < 0xF0, let byte = Windows1252.byte(shownAs: basicScalar(utf8, at: index, length: length)) else {
        return nil
      }
      bytes.append(byte)
      index += length
    }
    return bytes
  }
}
