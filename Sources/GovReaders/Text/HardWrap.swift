/// Joins the lines of a text that was broken at a fixed width; every other text stays as it is.
///
/// The evidence must be clear: most lines are equally wide to a character, none is wider, and the full lines stop in
/// mid-sentence. Paragraphs of one line each have all widths, tables have short lines, and drawn tables rows of their own.
func joinedWhereHardWrapped(_ lines: [TextLine]) -> [TextLine] {
  let widths = lines.map { pipeRow($0.text) == nil ? width(of: $0) : 0 }
  guard let limit = widths.max(), isHardWrapped(lines, widths, limit) else { return lines }
  var joined: [TextLine] = []
  var isOpen = false
  for (line, width) in zip(lines, widths) {
    if isOpen, !line.isIndented, printedNumber(of: line.line) == nil, let last = joined.last {
      let text = last.text + line.text
      joined[joined.count - 1] = TextLine(
        number: last.number, text: text, line: Line(text), isIndented: last.isIndented)
    } else {
      joined.append(line)
    }
    isOpen = isFull(width, limit)
  }
  return joined
}

private func isHardWrapped(_ lines: [TextLine], _ widths: [Int], _ limit: Int) -> Bool {
  guard (40...160).contains(limit), lines.count >= 6 else { return false }
  let full = lines.indices.filter { isFull(widths[$0], limit) }
  let broken = full.filter { !lines[$0].line.endsSentence }
  return full.count * 5 >= lines.count * 2 && broken.count * 4 >= full.count * 3
}

private func isFull(_ width: Int, _ limit: Int) -> Bool { width + 4 > limit }

/// The width in half-width columns; lines beyond the widest that anybody breaks at count as wider than that.
private func width(of line: TextLine) -> Int {
  guard !line.line.isCut else { return 1000 }
  return line.line.scalars.reduce(line.isIndented ? 4 : 0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
}
