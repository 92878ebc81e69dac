/// Collects inline text into lines, after HTML's white-space rules.
///
/// ASCII white space collapses to one space. A line break of the source beside a Chinese character vanishes, because editors
/// wrap Chinese anywhere. No-break spaces collapse too: pages use them for layout. Spaces of any kind at
/// the edges of a line are indentation and are left out; ideographic spaces inside a line stay.
struct TextRun {
  /// One line between two breaks.
  struct Line {
    /// The first byte in `bytes`.
    var start: Int
    /// One past the last byte.
    var end: Int
    /// Whether it began with an ideographic or no-break space.
    var isIndented = false
    /// The number of breaks right before it; more than one means an empty line.
    var breaksBefore = 0
    /// How many of its bytes are bold, centred, part of a link.
    var boldBytes = 0
    var centredBytes = 0
    var linkBytes = 0
    /// The line of the input on which its text begins.
    var sourceLine: Int
    /// The first and the last text node that it comes from.
    var node: Int
    var lastNode: Int
  }

  /// The text of all lines so far; U+000A between lines.
  private(set) var bytes: [UInt8] = []
  /// The finished lines that have text since the last `take`.
  private var lines: [Line] = []
  private var current: Line?
  private var breaks = 0
  private var isIndented = false
  private var pending = Pending.nothing

  /// White space seen after text and not yet written.
  private enum Pending {
    case nothing
    /// A collapsed run of ASCII white space with a line break in it.
    case sourceBreak
    case space
    /// A number of U+3000.
    case ideographic(Int)
  }

  /// Whether there is no text since the last `take`.
  var isEmpty: Bool { current == nil && lines.isEmpty }

  /// Reserves room for `count` bytes of text.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Forgets everything but keeps the room.
  mutating func restart() {
    _ = take()
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds the text of one node.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, style: NodeStyle, node: Int, line: Int) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      let space = spaceWidth(text, at: index)
      if space == 0 {
        let end = endOfWord(text, from: index)
        write(UnsafeBufferPointer(rebasing: text[index..<end]), style: style, node: node, line: line)
        index = end
      } else {
        skipSpace(byte, width: space, isKept: style.contains(.preformatted), second: space > 2 ? text[index + 1] : 0)
        index += space
      }
    }
  }

  /// Ends the line.
  mutating func breakLine() {
    closeLine()
    breaks += 1
    isIndented = false
  }

  /// Keeps what follows apart from what is there, as a space does.
  mutating func separate() {
    guard current != nil, case .nothing = pending else { return }
    pending = .space
  }

  /// Ends the last line and hands the lines over; the bytes stay.
  mutating func take() -> [Line] {
    closeLine()
    breaks = 0
    isIndented = false
    defer { lines.removeAll(keepingCapacity: true) }
    return lines
  }

  private mutating func closeLine() {
    pending = .nothing
    guard var line = current else { return }
    current = nil
    line.end = bytes.count
    lines.append(line)
  }

  private mutating func skipSpace(_ byte: UInt8, width: Int, isKept: Bool, second: UInt8) {
    if byte == 0x0A, isKept { return breakLine() }
    guard current != nil else {
      if width > 1 { isIndented = true }
      return
    }
    switch pending {
    case .ideographic(let count):
      if byte == 0xE3 { pending = .ideographic(count + 1) }
    case .nothing, .sourceBreak, .space:
      if byte == 0xE3 {
        pending = .ideographic(1)
      } else if byte == 0x0A || byte == 0x0D {
        pending = .sourceBreak
      } else if case .nothing = pending {
        pending = .space
      } else if width > 1 {
        pending = .space
      }
    }
  }

  private mutating func write(_ word: UnsafeBufferPointer<UInt8>, style: NodeStyle, node: Int, line: Int) {
    if current == nil {
      if !lines.isEmpty { for _ in 0..<min(breaks, 1) { bytes.append(0x0A) } }
      current = Line(
        start: bytes.count, end: bytes.count, isIndented: isIndented, breaksBefore: breaks, sourceLine: line,
        node: node, lastNode: node)
      breaks = 0
    } else {
      writePending(before: word)
    }
    bytes.append(contentsOf: word)
    current?.lastNode = node
    if style.contains(.bold) { current?.boldBytes += word.count }
    if style.contains(.centred) { current?.centredBytes += word.count }
    if style.contains(.link) { current?.linkBytes += word.count }
  }

  private mutating func writePending(before word: UnsafeBufferPointer<UInt8>) {
    switch pending {
    case .nothing: return
    case .space: bytes.append(0x20)
    case .sourceBreak:
      if !endsWide(bytes), !beginsWide(word) { bytes.append(0x20) }
    case .ideographic(let count):
      for _ in 0..<count { bytes.append(contentsOf: [0xE3, 0x80, 0x80]) }
    }
    pending = .nothing
  }
}

/// The number of bytes of the white space at `index`; 0 when there is none.
///
/// ASCII white space, U+00A0, U+2000…U+200A, U+202F, U+205F and U+3000.
func spaceWidth(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  let byte = text[index]
  if byte <= 0x20 { return byte.isASCIISpace ? 1 : 0 }
  if byte == 0xC2 { return index + 1 < text.count && text[index + 1] == 0xA0 ? 2 : 0 }
  guard byte == 0xE2 || byte == 0xE3, index + 2 < text.count else { return 0 }
  let second = text[index + 1]
  let third = text[index + 2]
  if byte == 0xE3 { return second == 0x80 && third == 0x80 ? 3 : 0 }
  if second == 0x80 { return third <= 0x8A || third == 0xAF ? 3 : 0 }
  return second == 0x81 && third == 0x9F ? 3 : 0
}

/// The index of the next white space after `start`, or the end.
func endOfWord(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var index = start + 1
  while index < text.count {
    let byte = text[index]
    if byte > 0xE3 || (byte > 0x20 && byte < 0xC2) {
      index += 1
    } else if spaceWidth(text, at: index) > 0 {
      return index
    } else {
      index += 1
    }
  }
  return text.count
}

/// Whether a text ends with a character of Chinese print.
private func endsWide(_ bytes: [UInt8]) -> Bool {
  guard bytes.count >= 3 else { return false }
  var start = bytes.count - 1
  while start > bytes.count - 4, start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
  return isWideLead(bytes[start], start + 1 < bytes.count ? bytes[start + 1] : 0)
}

/// Whether a text begins with a character of Chinese print.
private func beginsWide(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
  word.count >= 3 && isWideLead(word[0], word[1])
}

/// Han, CJK punctuation, full-width forms, and the quotes, dashes and dots of Chinese typesetting (U+2010…U+203F).
private func isWideLead(_ lead: UInt8, _ second: UInt8) -> Bool {
  switch lead {
  case 0xE3...0xE9, 0xF0: true
  case 0xEF: second >= 0xA4
  case 0xE2: second == 0x80 || second >= 0xBA
  default: false
  }
}
