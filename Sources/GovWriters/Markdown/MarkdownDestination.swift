/// Appends the destination of an image. What could end it or nest is percent-encoded, and the colon of any scheme but
/// `http` and `https` too, so that a script address becomes the name of a file that is not there.
func appendMarkdownDestination(_ address: String, to out: inout [UInt8]) {
  let keepsColon = isWebAddress(address)
  address.withBytes { bytes in
    appendEscaped(bytes, to: &out, where: isUnsafeInDestination) { index, out in
      switch bytes[index] {
      case UInt8(ascii: ":") where keepsColon: out += ":"
      case UInt8(ascii: "&"): out += "\\&"
      default: appendPercentEncoded(bytes[index], to: &out)
      }
    }
  }
}

private func isUnsafeInDestination(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"),
    UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: ","),
    UInt8(ascii: ";"), UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"):
    false
  case UInt8(ascii: "\n"), UInt8(ascii: "\t"): true
  default: (0x20..<0x7F).contains(byte) && !isASCIIAlphanumeric(byte)
  }
}

/// Appends a title that stands in double quotes.
func appendMarkdownTitle(_ text: String, to out: inout [UInt8]) {
  appendMarkdownInline(String(text.unicodeScalars.filter { $0 != "\"" }), to: &out)
}

/// The address that is printed for a picture: a `data:` URI is named by its media type, not spelled out.
func shownAddress(_ source: String) -> String {
  guard isScheme("data:", of: source) else { return source }
  let end = source.utf8.firstIndex { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }
  return String(source[..<(end ?? source.endIndex)])
}

private func isWebAddress(_ address: String) -> Bool {
  isScheme("http://", of: address) || isScheme("https://", of: address)
}

private func isScheme(_ scheme: String, of address: String) -> Bool {
  address.utf8.prefix(scheme.utf8.count).elementsEqual(scheme.utf8) { ($0 | 0x20) == ($1 | 0x20) }
}

private func appendPercentEncoded(_ byte: UInt8, to out: inout [UInt8]) {
  let digits = "0123456789ABCDEF".utf8.map { $0 }
  out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
}
