import GovDocument

/// A line of running text.
struct TextLine {
  var text: String
  var origin: Origin
}

/// The lines of all paragraphs, list items and headings; a table or a picture leaves an empty line in its place.
func textLines(_ document: Document) -> [TextLine] {
  var lines: [TextLine] = []
  for block in document.blocks {
    switch block {
    case .heading(_, let prose), .paragraph(let prose): append(prose, to: &lines)
    case .list(let items): for item in items { append(item, to: &lines) }
    case .table, .image: lines.append(TextLine(text: "", origin: .document))
    }
  }
  return lines
}

private func append(_ prose: Prose, to lines: inout [TextLine]) {
  for part in prose.text.split(separator: "\n") { lines.append(TextLine(text: String(part), origin: prose.origin)) }
}

/// A line taken apart: words that may be a label, and the figures that end the line.
struct SplitLine {
  var words: String
  var figures: [String]
}

/// Splits the figures off the end of a line: 行政许可 1225 → 行政许可, [1225].
func splitFigures(_ text: String) -> SplitLine {
  let tokens = text.unicodeScalars.split { isSpace($0) || $0 == "|" }.map { String($0) }
  guard let last = tokens.lastIndex(where: { !isFigureText($0) }) else { return SplitLine(words: "", figures: tokens) }
  return SplitLine(words: tokens[...last].joined(separator: " "), figures: Array(tokens[(last + 1)...]))
}
