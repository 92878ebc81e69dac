import GovDocument

/// A document as plain-text crawls give it: a run of lines with " |" is a table without spans, any other line a paragraph.
func crawledDocument(_ text: String, name: String = "page.txt") -> Document {
  var document = Document(source: Source(name: name, format: .text))
  var pipes: [(Int, String)] = []
  func flush() {
    guard !pipes.isEmpty else { return }
    if let table = pipeTable(pipes) { document.blocks.append(.table(table)) }
    pipes = []
  }
  for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    if line.contains(" |") {
      pipes.append((index + 1, String(line)))
      continue
    }
    flush()
    let words = line.filter { !$0.isWhitespace }
    if !words.isEmpty { document.blocks.append(.paragraph(Prose(String(line), origin: .line(index + 1)))) }
  }
  flush()
  return document
}

private func pipeTable(_ lines: [(Int, String)]) -> Table? {
  let rows = lines.map { line in
    var cells = line.1.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmingSpaces
    }
    if cells.last == "" { cells.removeLast() }
    return cells
  }
  let columns = rows.map(\.count).max() ?? 0
  var cells: [Cell] = []
  for (row, texts) in rows.enumerated() {
    for (column, text) in texts.enumerated() {
      cells.append(Cell(row: row, column: column, content: Prose(text, origin: .line(lines[row].0))))
    }
  }
  return Table(rows: rows.count, columns: columns, cells: cells, origin: .line(lines[0].0))
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var slice = self
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }
}
