/// Lines that are the rows of a table as a spreadsheet saves it, with commas between the cells: 规章,2,0,13.
struct CommaRows {
  /// One past the last line.
  let end: Int
  /// The lines as pipe rows; absent where they print no labels of a form, and may be anything.
  let rows: [TextLine]?
}

/// The lines from an index on that have four cells between commas or more, without another line between; `nil` for fewer than three.
///
/// They are a table where all have as many: lines without the cells that a span covers are read as lines. A cell with a comma
/// stands in quotation marks, and such a mark inside it is doubled (RFC 4180). Prose has commas too, but ends with full stops.
func commaRows(_ lines: [TextLine], _ frame: TextFrame, from start: Int) -> CommaRows? {
  var rows: [[ArraySlice<UInt8>]] = []
  while start + rows.count < lines.count {
    let index = start + rows.count
    guard frame.roles[index] == .body, rows.isEmpty || lines[index].number == lines[index - 1].number + 1,
      let cells = commaCells(of: lines[index].text), cells.count > 3
    else { break }
    rows.append(cells)
  }
  guard rows.count > 2 else { return nil }
  let labelled = rows.count { $0.contains { isFormLabel(Line($0)) } }
  guard labelled * 2 > rows.count, rows.allSatisfy({ $0.count == rows[0].count }) else {
    return CommaRows(end: start + rows.count, rows: nil)
  }
  let lines = zip(lines[start...], rows).map { line, cells in
    let text = Array("|".utf8) + cells.joined(separator: [pipe]) + [pipe]
    return TextLine(number: line.number, text: text[...], line: line.line, isIndented: line.isIndented)
  }
  return CommaRows(end: start + rows.count, rows: lines)
}

/// The cells of a line; `nil` for one with a quotation mark in the wrong place, with bars or a full stop, or with too few commas.
private func commaCells(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
  guard text.count(where: { $0 == comma }) > 2, !text.contains(pipe), !text.contains("。") else { return nil }
  var cells: [ArraySlice<UInt8>] = []
  var rest = text
  while true {
    let isQuoted = rest.first == quote
    guard let cell = isQuoted ? quotedCell(rest) : rest.prefix(while: { $0 != comma }) else { return nil }
    let length = cell.count + (isQuoted ? 2 : 0)
    cells.append(isQuoted ? withoutDoubledQuotes(cell) : cell)
    rest = rest.dropFirst(length)
    guard !rest.isEmpty else { return cells }
    guard rest.first == comma else { return nil }
    rest = rest.dropFirst()
  }
}

/// What stands between the quotation mark at the beginning and the one that closes it.
private func quotedCell(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  var index = text.startIndex + 1
  while index < text.endIndex {
    if text[index] == quote {
      guard index + 1 < text.endIndex, text[index + 1] == quote else { return text[(text.startIndex + 1)..<index] }
      index += 1
    }
    index += 1
  }
  return nil
}

private func withoutDoubledQuotes(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  guard text.contains(quote) else { return text }
  var kept: [UInt8] = []
  var isSecond = false
  for byte in text {
    isSecond = byte == quote && !isSecond
    if byte != quote || isSecond { kept.append(byte) }
  }
  return kept[...]
}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
