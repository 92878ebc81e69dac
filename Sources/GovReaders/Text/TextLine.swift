/// A line of a text that is not blank.
struct TextLine: Sendable {
  /// Its number in the input, counted from 1.
  let number: Int
  /// The text without white space at its ends, in UTF-8.
  var text: ArraySlice<UInt8>
  /// The same, prepared for the rules of `Structure`.
  var line: Line
  /// Whether it begins with white space, as paragraphs do.
  let isIndented: Bool

  /// The whole text.
  var string: String { String(decoding: text, as: UTF8.self) }
}

/// The lines of a text that are not blank. Lines end at LF, CR LF, CR, vertical tab, form feed, U+0085, U+2028, U+2029.
func textLines(of utf8: [UInt8]) -> [TextLine] {
  var lines: [TextLine] = []
  var number = 1
  var start = 0
  var index = 0
  while index <= utf8.count {
    let length = index == utf8.count ? 1 : lineEndLength(in: utf8, at: index)
    guard length > 0 else {
      index += 1
      continue
    }
    if let line = textLine(utf8[start..<index], number: number) { lines.append(line) }
    number += 1
    index += length
    start = index
  }
  return lines
}

private func textLine(_ raw: ArraySlice<UInt8>, number: Int) -> TextLine? {
  let text = trimmed(raw)
  guard !text.isEmpty else { return nil }
  return TextLine(number: number, text: text, line: Line(text), isIndented: text.startIndex > raw.startIndex)
}

/// The length of the line end at an index, 0 when there is none.
@inline(__always)
private func lineEndLength(in utf8: [UInt8], at index: Int) -> Int {
  let byte = utf8[index]
  switch byte {
  case 0x0A, 0x0B, 0x0C: return 1
  case 0x0D: return index + 1 < utf8.count && utf8[index + 1] == 0x0A ? 2 : 1
  case 0xC2: return index + 1 < utf8.count && utf8[index + 1] == 0x85 ? 2 : 0
  case 0xE2:
    guard index + 2 < utf8.count, utf8[index + 1] == 0x80 else { return 0 }
    return utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9 ? 3 : 0
  default: return 0
  }
}

/// Without white space at both ends, the wide and the invisible spaces of Unicode included.
func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var text = text
  while let first = text.first, let length = first <= 0x20 ? 1 : wideSpaceLength(text.prefix(3), first: first) {
    text = text.dropFirst(length)
  }
  while let last = text.last {
    if last <= 0x20 {
      text = text.dropLast()
    } else if let length = trailingWideSpaceLength(text) {
      text = text.dropLast(length)
    } else {
      break
    }
  }
  return text
}

private func trailingWideSpaceLength(_ text: ArraySlice<UInt8>) -> Int? {
  for length in 2...3 where text.count >= length {
    let tail = text.suffix(length)
    if let first = tail.first, wideSpaceLength(tail, first: first) == length { return length }
  }
  return nil
}

/// U+00A0, U+2000 to U+200B, U+3000 and U+FEFF.
private func wideSpaceLength(_ text: ArraySlice<UInt8>, first: UInt8) -> Int? {
  switch first {
  case 0xC2: text.starts(with: [0xC2, 0xA0]) ? 2 : nil
  case 0xE2: text.count == 3 && text.dropFirst().first == 0x80 && (0x80...0x8B).contains(text.last ?? 0) ? 3 : nil
  case 0xE3: text.elementsEqual([0xE3, 0x80, 0x80]) ? 3 : nil
  case 0xEF: text.elementsEqual([0xEF, 0xBB, 0xBF]) ? 3 : nil
  default: nil
  }
}
