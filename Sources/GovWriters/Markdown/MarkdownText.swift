/// Text that must come out as the same text in a CommonMark or GFM renderer, whatever it holds.
///
/// Everything that can open an inline construct is escaped, and so is what makes a block at the start of a line. Two
/// things are left as they are because escaping them would cost more than it protects: a bare address, which a GFM
/// renderer turns into a link to the very text shown, and a number at the start of a line without a space behind it.

/// How line breaks inside a text come out.
enum LineBreaks {
  /// A backslash before the newline, then `indent` spaces.
  case kept(indent: Int)
  /// One space: headings and table cells are one line.
  case joined
}

/// Appends text that stands at the start of a block.
func appendMarkdown(_ text: String, lineBreaks: LineBreaks, to out: inout [UInt8]) {
  text.withBytes { bytes in
    var isFirst = true
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = withoutWhiteSpace(bytes, start..<end)
      start = end + 1
      if line.isEmpty { continue }
      if !isFirst { appendBreak(lineBreaks, to: &out) }
      appendLine(Bytes(rebasing: bytes[line]), to: &out)
      isFirst = false
    }
  }
}

/// Appends text that stands inside a line, such as a picture's alternative text.
func appendMarkdownInline(_ text: String, to out: inout [UInt8]) {
  text.withBytes { bytes in
    appendInline(bytes, from: 0, to: &out)
  }
}

private func appendBreak(_ lineBreaks: LineBreaks, to out: inout [UInt8]) {
  switch lineBreaks {
  case .joined:
    out += " "
  case .kept(let indent):
    out += "\\\n"
    out += repeatElement(UInt8(ascii: " "), count: indent)
  }
}

private func appendLine(_ line: Bytes, to out: inout [UInt8]) {
  let guarded = lineStartLength(line)
  if guarded > 0 {
    out += line[..<(guarded - 1)]
    out += "\\"
    out.append(line[guarded - 1])
  }
  appendInline(line, from: guarded, to: &out)
}

private func appendInline(_ line: Bytes, from start: Int, to out: inout [UInt8]) {
  let rest = Bytes(rebasing: line[start...])
  appendEscaped(rest, to: &out, where: isInlineSpecial) { index, out in
    let byte = rest[index]
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\t"):
      out += " "
      return
    case UInt8(ascii: "&") where !mayOpenReference(rest, at: index): break
    case UInt8(ascii: "_") where isInsideWord(rest, at: index): break
    default: out += "\\"
    }
    out.append(byte)
  }
}

private func isInlineSpecial(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
    UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"),
    UInt8(ascii: "#"), UInt8(ascii: "\n"), UInt8(ascii: "\t"):
    true
  default: false
  }
}

/// How many bytes at the start of a line make a block marker, whose last byte must be escaped; 0 for ordinary text.
///
/// CommonMark 4.1 to 5.3: quotes, bullets, ordered markers, thematic breaks, setext underlines, and GFM's delimiter row.
private func lineStartLength(_ line: Bytes) -> Int {
  guard let first = line.first else { return 0 }
  switch first {
  case UInt8(ascii: ">"), UInt8(ascii: "="): return 1
  case UInt8(ascii: "+"): return endsMarker(line, at: 1) ? 1 : 0
  case UInt8(ascii: "-"), UInt8(ascii: ":"):
    return endsMarker(line, at: 1) || line[1] == UInt8(ascii: "-") || line[1] == UInt8(ascii: ":") ? 1 : 0
  case UInt8(ascii: "0")...UInt8(ascii: "9"): return orderedMarkerLength(line)
  default: return 0
  }
}

private func orderedMarkerLength(_ line: Bytes) -> Int {
  let digits = line.prefix(10).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
  guard digits < 10, digits < line.count, endsMarker(line, at: digits + 1) else { return 0 }
  return line[digits] == UInt8(ascii: ".") || line[digits] == UInt8(ascii: ")") ? digits + 1 : 0
}

private func endsMarker(_ line: Bytes, at index: Int) -> Bool {
  index >= line.count || line[index] == UInt8(ascii: " ") || line[index] == UInt8(ascii: "\t")
}

/// An ampersand opens a character reference only before a letter or `#`.
private func mayOpenReference(_ text: Bytes, at index: Int) -> Bool {
  guard index + 1 < text.count else { return false }
  return text[index + 1] == UInt8(ascii: "#") || isASCIIAlphanumeric(text[index + 1])
}

/// An underscore between two ASCII letters or digits opens no emphasis: `01_02.png` stays readable.
private func isInsideWord(_ text: Bytes, at index: Int) -> Bool {
  guard index > 0, index + 1 < text.count else { return false }
  return isASCIIAlphanumeric(text[index - 1]) && isASCIIAlphanumeric(text[index + 1])
}

func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "a")...UInt8(ascii: "z"):
    true
  default: false
  }
}

/// A line without the ASCII white space round it, which would make code blocks and hard breaks.
private func withoutWhiteSpace(_ text: Bytes, _ line: Range<Int>) -> Range<Int> {
  var (start, end) = (line.lowerBound, line.upperBound)
  while start < end, text[start] <= 0x20 { start += 1 }
  while start < end, text[end - 1] <= 0x20 { end -= 1 }
  return start..<end
}
