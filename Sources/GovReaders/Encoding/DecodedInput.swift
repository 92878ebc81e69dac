import GovDocument

/// An input after decoding: clean text, and how it was come by.
package struct DecodedInput: Sendable {
  /// The text as valid UTF-8, without byte order mark and without NULs.
  package var utf8: [UInt8]
  /// Which encoding was used, and why.
  package var verdict: EncodingVerdict
  /// What was noticed: bytes that were lost, parts in another encoding, a label that is wrong.
  package var findings: [Finding]
}

extension Finding.Code {
  /// Bytes that mean nothing in the page's encoding became U+FFFD.
  package static let bytesReplaced = Finding.Code(rawValue: "bytes-replaced")
  /// Parts of the page are in another encoding than the rest.
  package static let encodingMixed = Finding.Code(rawValue: "encoding-mixed")
  /// The page's bytes had been read as Latin letters and written as UTF-8.
  package static let encodingTwice = Finding.Code(rawValue: "encoding-twice")
  /// The page declares another encoding than the one that it is in.
  package static let encodingLabelWrong = Finding.Code(rawValue: "encoding-label-wrong")
}
