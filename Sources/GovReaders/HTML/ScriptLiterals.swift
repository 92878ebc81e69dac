/// A string that a script holds.
struct ScriptLiteral {
  /// The text that it stands for.
  var text: [UInt8]
  /// Where it stands in the script, with its quotes.
  var range: Range<Int>
}

/// The strings of a script in order, with their escapes resolved.
///
/// What looks like a quote inside a comment or a regular expression can begin a string that is none; a string ends with its
/// line, so the damage does too.
func scriptLiterals(in script: [UInt8]) -> [ScriptLiteral] {
  var literals: [ScriptLiteral] = []
  var index = 0
  while index < script.count {
    let quote = script[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "`") else {
      index += 1
      continue
    }
    let start = index
    if let text = literal(script, &index) { literals.append(ScriptLiteral(text: text, range: start..<index)) }
  }
  return literals
}

/// Reads the string whose quote stands at `index` and passes it; `nil` when it does not end on its line.
private func literal(_ script: [UInt8], _ index: inout Int) -> [UInt8]? {
  let quote = script[index]
  var text: [UInt8] = []
  index += 1
  while index < script.count, script[index] != quote {
    if script[index] == 0x0A, quote != UInt8(ascii: "`") { return nil }
    if script[index] == UInt8(ascii: "\\") {
      index += 1
      escape(script, &index, into: &text)
    } else {
      text.append(script[index])
      index += 1
    }
  }
  guard index < script.count else { return nil }
  index += 1
  return text
}

/// Resolves the escape whose letter stands at `index`.
private func escape(_ script: [UInt8], _ index: inout Int, into text: inout [UInt8]) {
  guard index < script.count else { return }
  let letter = script[index]
  index += 1
  switch letter {
  case UInt8(ascii: "n"): text.append(0x0A)
  case UInt8(ascii: "r"), UInt8(ascii: "t"): text.append(0x20)
  case 0x0A: break
  case UInt8(ascii: "u"):
    guard let first = hexadecimal(script, &index) else { return }
    var unit = first
    if (0xD800..<0xDC00).contains(first), script[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
      index += 2
      guard let second = hexadecimal(script, &index), (0xDC00..<0xE000).contains(second) else { return }
      unit = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }
    if let scalar = Unicode.Scalar(unit) { text += Array(String(Character(scalar)).utf8) }
  default: text.append(letter)
  }
}

/// Four hexadecimal digits.
private func hexadecimal(_ script: [UInt8], _ index: inout Int) -> UInt32? {
  guard index + 4 <= script.count else { return nil }
  var value: UInt32 = 0
  for byte in script[index..<index + 4] {
    guard let digit = byte.digitValue else { return nil }
    value = value * 16 + UInt32(digit)
  }
  index += 4
  return value
}
