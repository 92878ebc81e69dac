/// Appends one field by RFC 4180, section 2; quotes only where they are needed.
///
/// - Parameter isFormulaSafe: Whether text that a spreadsheet would run gets an apostrophe in front. Numbers never do.
package func appendField(_ text: String, isFormulaSafe: Bool, to out: inout [UInt8]) {
  text.withBytes { bytes in
    let guarded = isFormulaSafe && isGuarded(bytes)
    let quotes = bytes.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") }
    if quotes { out += "\"" }
    if guarded { out += "'" }
    appendEscaped(bytes, to: &out, where: { $0 == UInt8(ascii: "\"") }) { _, out in out += "\"\"" }
    if quotes { out += "\"" }
  }
}

/// The text of a field that `appendField` has kept from being run: without its apostrophe.
package func withoutGuard(_ field: String) -> String {
  guard field.utf8.first == UInt8(ascii: "'") else { return field }
  let text = String(field.unicodeScalars.dropFirst())
  return text.withBytes(isGuarded) ? text : field
}

/// Whether a text gets an apostrophe: it may run, or it is such a text behind apostrophes of its own, of which one would be
/// taken for the guard.
private func isGuarded(_ text: Bytes) -> Bool {
  let start = text.firstIndex { $0 != UInt8(ascii: "'") } ?? text.endIndex
  return mayRun(text[start...])
}

/// Ends a record; RFC 4180 wants CRLF.
package func endRecord(_ out: inout [UInt8]) {
  out += "\r\n"
}

/// Whether a spreadsheet takes the text for a formula: after any white space it begins with `=`, `+`, `-`, `@` or one of their
/// full-width forms, and is neither a number nor a dash that stands for "none".
private func mayRun(_ text: Slice<Bytes>) -> Bool {
  guard let start = text.firstIndex(where: { $0 > 0x20 && $0 != 0x7F }) else { return false }
  let rest = text[start...]
  switch text[start] {
  case UInt8(ascii: "="), UInt8(ascii: "@"): return true
  case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(rest) && !isDashes(rest)
  case 0xEF: return fullWidthSigns.contains { rest.starts(with: $0) }
  default: return false
  }
}

/// ＝ ＋ － ＠
private let fullWidthSigns: [[UInt8]] = [
  [0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0xA0],
]

/// A sign, digits with commas, a fraction, a percent sign: nothing in it can be a function or a reference.
private func isNumber(_ text: Slice<Bytes>) -> Bool {
  var hasDigit = false
  for byte in text.dropFirst() {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "%"): continue
    default: return false
    }
  }
  return hasDigit
}

private func isDashes(_ text: Slice<Bytes>) -> Bool {
  text.allSatisfy { $0 == UInt8(ascii: "-") }
}
