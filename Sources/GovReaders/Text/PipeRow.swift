/// A line of a table that is drawn with characters, as a pipe row: `│规章│ 0│` is `|规章| 0|`.
///
/// `nil` for a line that is no row, such as a branch of a drawn tree (├── 规章); a rule of any kind is `|---|`. Box drawing is
/// a row only by its verticals: ── is a dash of prose, and between verticals a sign for none. A horizontal inside a row that
/// hangs at a joint, below a cell that goes on (│三、├──┤), prints nothing.
func pipeRow(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  if isPlusRule(text) { return rule }
  guard mayHoldBox(text) else { return text.contains(pipe) ? text : nil }
  var row = BoxRow()
  var rest = text
  while !rest.isEmpty {
    let stroke = boxStroke(rest.prefix(3))
    let length = stroke == nil ? 1 : 3
    row.take(stroke, rest.prefix(length))
    rest = rest.dropFirst(length)
  }
  row.settleDash(before: nil)
  guard !row.isBranch, row.bytes.contains(pipe) else { return text.contains(pipe) ? text : nil }
  return row.hasHorizontal && isBlankRow(row.bytes) ? rule : row.bytes[...]
}

/// A row that is drawn with box strokes, as far as it has been read from the left.
private struct BoxRow {
  /// The row with pipes for its verticals and joints.
  private(set) var bytes: [UInt8] = []
  private(set) var hasHorizontal = false
  /// Whether a line leads from a joint to words, as in a drawn tree.
  private(set) var isBranch = false
  /// Horizontals of which the next character tells what they are.
  private var dash: [UInt8] = []
  private var last: BoxStroke?

  /// Takes a stroke, or a byte of text.
  mutating func take(_ stroke: BoxStroke?, _ bytes: ArraySlice<UInt8>) {
    if stroke == .horizontal {
      dash += bytes
      hasHorizontal = true
      return
    }
    if stroke != nil { isBranch = false } else if !dash.isEmpty, last == .joint { isBranch = true }
    settleDash(before: stroke)
    if stroke == nil { self.bytes += bytes } else { self.bytes.append(pipe) }
    last = stroke
  }

  /// Prints horizontals that hang at no joint.
  mutating func settleDash(before next: BoxStroke?) {
    if last != .joint, next != .joint { bytes += dash }
    dash = []
  }
}

/// Whether a row of pipes has neither text nor figures, only spaces and strokes; one or two of them are a sign for none.
private func isBlankRow(_ row: [UInt8]) -> Bool {
  var index = 0
  var strokes = 0
  var longest = 0
  while index < row.count {
    if boxStroke(row[index...].prefix(3)) == .horizontal {
      strokes += 1
      longest = max(longest, strokes)
      index += 3
    } else if row[index] == pipe || row[index] == 0x20 {
      strokes = 0
      index += 1
    } else {
      return false
    }
  }
  return longest == 0 || longest > 2
}

/// Whether the pipe row at an index separates rows and prints nothing: `|---|:-:|`, as Markdown has it.
///
/// A row of `|-|-|` prints that there is nothing, but for the one that parts the head of a table from the rows below.
func isRule(_ rows: [ArraySlice<UInt8>], at index: Int) -> Bool {
  guard hasOnlyHyphens(rows[index]) else { return false }
  let isLong = rows[index].split(separator: pipe).contains { cell in
    cell.count(where: { $0 == 0x2D }) >= 3 || cell.contains(0x3A)
  }
  return isLong || index == 1 && rows.count > 2
}

private func hasOnlyHyphens(_ row: ArraySlice<UInt8>) -> Bool {
  row.count(where: { $0 == 0x2D }) >= 3 && row.allSatisfy { $0 == pipe || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 }
}

let pipe = UInt8(ascii: "|")

private let rule = Array("|---|".utf8)[...]

/// The first byte of box drawing, U+2500 to U+257F, in UTF-8; 0x94 or 0x95 follows.
private let boxLead: UInt8 = 0xE2

/// Whether two bytes begin a stroke; quotation marks have the first of them, so the second is looked at too.
private func mayHoldBox(_ text: ArraySlice<UInt8>) -> Bool {
  var previous: UInt8 = 0
  for byte in text {
    if previous == boxLead, byte == 0x94 || byte == 0x95 { return true }
    previous = byte
  }
  return false
}

/// A joint is any stroke at which horizontals hang: corners and crossings.
private enum BoxStroke { case horizontal, vertical, joint }

/// The stroke at the beginning of a text.
private func boxStroke(_ text: ArraySlice<UInt8>) -> BoxStroke? {
  guard text.count == 3, text.first == boxLead else { return nil }
  let scalar = 0x2000 | UInt32(text[text.startIndex + 1] & 0x3F) << 6 | UInt32(text[text.startIndex + 2] & 0x3F)
  switch scalar {
  case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x2550: return .horizontal
  case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: return .vertical
  case 0x250C...0x257F: return .joint
  default: return nil
  }
}

/// `+------+----+`, the rule of tables in ASCII.
private func isPlusRule(_ text: ArraySlice<UInt8>) -> Bool {
  text.count >= 5 && text.first == 0x2B && text.last == 0x2B
    && text.allSatisfy { $0 == 0x2B || $0 == 0x2D || $0 == 0x3D }
}
