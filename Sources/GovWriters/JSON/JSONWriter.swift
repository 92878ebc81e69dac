import FoundationEssentials

/// Writes JSON (RFC 8259) straight into bytes, in the order in which it is called.
///
/// The caller keeps objects and arrays balanced; commas are put in here. An absent value writes nothing, key included.
struct JSONWriter: ~Copyable {
  private var sink: ByteSink
  private var needsComma = false

  init(capacity: Int) { sink = ByteSink(capacity: capacity) }

  /// What has been written.
  var bytes: [UInt8] { sink.bytes }

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
  @inline(__always)
  mutating func key(_ name: StaticString) {
    comma()
    sink.append(UInt8(ascii: "\""))
    sink.append(name)
    sink.append("\":")
    needsComma = false
  }

  mutating func string(_ text: String) {
    comma()
    sink.append(UInt8(ascii: "\""))
    text.withBytes { appendJSON($0, to: &sink) }
    sink.append(UInt8(ascii: "\""))
    needsComma = true
  }

  mutating func integer(_ value: Int) {
    comma()
    sink.append(decimal: value)
    needsComma = true
  }

  /// Writes a number between 0 and 1, the shortest way that reads back the same; what is no number becomes 0.
  mutating func confidence(_ value: Double) {
    // All that was not read from a picture is certain.
    plain(value == 1 ? "1.0" : value.isFinite ? value.description : "0")
  }

  /// Writes a decimal number exactly; what is no number becomes null.
  mutating func decimal(_ value: Decimal) { plain(value.isNaN ? "null" : value.description) }

  mutating func boolean(_ value: Bool) { plain(value ? "true" : "false") }

  mutating func null() { plain("null") }

  mutating func endLine() { sink.append(UInt8(ascii: "\n")) }

  private mutating func plain(_ literal: String) {
    comma()
    literal.withBytes { sink.append($0) }
    needsComma = true
  }

  @inline(__always)
  private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout JSONWriter) -> Void) {
    comma()
    sink.append(UInt8(ascii: open))
    needsComma = false
    content(&self)
    sink.append(UInt8(ascii: close))
    needsComma = true
  }

  @inline(__always)
  private mutating func comma() {
    if needsComma { sink.append(UInt8(ascii: ",")) }
    needsComma = false
  }
}

extension JSONWriter {
  @inline(__always)
  mutating func string(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  @inline(__always)
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

/// Whether one of eight bytes may need an escape.
///
/// In `x - 0x01…01 & ~x` the highest bit of a byte is set where it is 0; a borrow sets others only above such a byte.
@inline(__always)
private func mayNeedEscape(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  @inline(__always) func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
  let marks =
    ((word &- ones &* 0x20) & ~word) | zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C)
    | zeros(word ^ ones &* 0x7F) | zeros((word | ones &* 0x20) ^ ones &* 0xE2)
  return marks & ones &* 0x80 != 0
}

private func appendJSON(_ text: Bytes, to out: inout ByteSink) {
  var rest = text[...]
  while true {
    rest = rest.dropFirst(out.append(rest, unless: mayNeedEscape, in: mayNeedEscape))
    guard let byte = rest.first else { return }
    if let (scalar, length) = escapedScalar(text, at: rest.startIndex) {
      appendEscape(scalar, to: &out)
      rest = rest.dropFirst(length)
    } else {
      out.append(byte)
      rest = rest.dropFirst()
    }
  }
}

/// Whether a text stands between JSON's quotes as it is.
func needsNoEscape(_ text: String) -> Bool {
  text.withBytes { bytes in
    bytes.indices.allSatisfy { !mayNeedEscape(bytes[$0]) || escapedScalar(bytes, at: $0) == nil }
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

private func appendEscape(_ scalar: UInt16, to out: inout ByteSink) {
  switch scalar {
  case 0x22: out.append("\\\"")
  case 0x5C: out.append("\\\\")
  case 0x0A: out.append("\\n")
  case 0x09: out.append("\\t")
  default:
    out.append("\\u")
    for shift in [12, 8, 4, 0] { out.append(hexDigit(UInt8(scalar >> shift & 0xF))) }
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
