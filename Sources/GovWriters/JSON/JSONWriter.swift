import FoundationEssentials

/// Writes JSON (RFC 8259) straight into bytes, in the order in which it is called.
///
/// The caller keeps objects and arrays balanced; commas are put in here. An absent value writes nothing, key included.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func object(_ content: (inout JSONWriter) -> Void) {
    nest("{", "}", content)
  }

  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ element: (inout JSONWriter, Elements.Element) -> Void
  ) {
    nest("[", "]") { json in
      for value in elements { element(&json, value) }
    }
  }

  /// Writes a key of our own; the value follows.
  mutating func key(_ name: StaticString) {
    comma()
    bytes += "\""
    bytes += name
    bytes += "\":"
    needsComma = false
  }

  mutating func string(_ text: String) {
    comma()
    bytes += "\""
    appendJSON(text, to: &bytes)
    bytes += "\""
    needsComma = true
  }

  mutating func integer(_ value: Int) { plain(String(value)) }

  /// Writes a number between 0 and 1, the shortest way that reads back the same; what is no number becomes 0.
  mutating func confidence(_ value: Double) {
    plain(value.isFinite ? value.description : "0")
  }

  /// Writes a decimal number exactly; what is no number becomes null.
  mutating func decimal(_ value: Decimal) { plain(value.isNaN ? "null" : value.description) }

  mutating func boolean(_ value: Bool) { plain(value ? "true" : "false") }

  mutating func null() { plain("null") }

  mutating func endLine() { bytes += "\n" }

  private mutating func plain(_ literal: String) {
    comma()
    bytes.append(plain: literal)
    needsComma = true
  }

  private mutating func nest(_ open: StaticString, _ close: StaticString, _ content: (inout JSONWriter) -> Void) {
    comma()
    bytes += open
    needsComma = false
    content(&self)
    bytes += close
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { bytes += "," }
    needsComma = false
  }
}

extension JSONWriter {
  mutating func string(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  mutating func integer(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    integer(value)
  }

  mutating func object(_ name: StaticString, _ content: (inout JSONWriter) -> Void) {
    key(name)
    object(content)
  }

  mutating func array<Elements: Sequence>(
    _ name: StaticString, _ elements: Elements, _ element: (inout JSONWriter, Elements.Element) -> Void
  ) {
    key(name)
    array(elements, element)
  }
}

/// Whether a byte can begin what a JSON string cannot hold as it is, or what should not reach a terminal: quotes,
/// backslash, all control characters of C0 and C1, and U+2028 and U+2029, which end a line in JavaScript.
@inline(__always)
private func mayNeedEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xE2
}

private func appendJSON(_ text: String, to out: inout [UInt8]) {
  text.withBytes { bytes in
    var start = 0
    var index = 0
    while index < bytes.count {
      guard mayNeedEscape(bytes[index]), let (scalar, length) = escapedScalar(bytes, at: index) else {
        index += 1
        continue
      }
      out += Bytes(rebasing: bytes[start..<index])
      appendEscape(scalar, to: &out)
      index += length
      start = index
    }
    out += Bytes(rebasing: bytes[start...])
  }
}

/// The character at an index when it must be escaped, with its length in bytes.
private func escapedScalar(_ text: Bytes, at index: Int) -> (scalar: UInt16, length: Int)? {
  switch text[index] {
  case 0xC2:
    let length = controlLength(text, at: index)
    return length == 2 ? (UInt16(text[index + 1]), 2) : nil
  case 0xE2:
    guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8 else { return nil }
    return (0x2000 | UInt16(text[index + 2] & 0x3F), 3)
  default:
    return (UInt16(text[index]), 1)
  }
}

private func appendEscape(_ scalar: UInt16, to out: inout [UInt8]) {
  switch scalar {
  case 0x22: out += "\\\""
  case 0x5C: out += "\\\\"
  case 0x0A: out += "\\n"
  case 0x09: out += "\\t"
  default:
    let hex = String(scalar, radix: 16)
    out += "\\u"
    out += repeatElement(UInt8(ascii: "0"), count: 4 - hex.utf8.count)
    out.append(plain: hex)
  }
}
