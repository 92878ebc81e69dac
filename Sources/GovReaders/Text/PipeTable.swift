import GovDocument

/// The end of the pipe rows that begin at an index; the index itself when none does.
func endOfPipeRows(_ lines: [TextLine], _ frame: TextFrame, from start: Int) -> Int {
  var end = start
  while end < lines.count, frame.roles[end] == .body, lines[end].text.contains(pipe) {
    if end > start, lines[end].number > lines[end - 1].number + 1 { break }
    end += 1
  }
  return end
}

/// Pipe rows as one table: `a | b |||`. Spans are lost in such a text; cells stay as printed, short rows are filled up.
///
/// A row is closed by a pipe or left open, and may begin with one. A rule of hyphens under a header is no row. When the
/// grid would have more slots than the limit the rows come out as paragraphs, with a finding.
func pipeTable(_ lines: ArraySlice<TextLine>, limits: ReaderLimits) -> (blocks: [Block], findings: [Finding]) {
  let rows = lines.filter { !isRule($0) }.map { (line: $0.number, cells: cells(of: $0.text)) }
  let columns = rows.map(\.cells.count).max() ?? 0
  guard let first = rows.first, columns > 0 else { return ([], []) }
  guard columns <= limits.tableSlots / rows.count else {
    let message = "a table of \(rows.count) rows and \(columns) columns exceeds the limit; its rows are paragraphs"
    let paragraphs = lines.map { Block.paragraph(Prose($0.string, origin: .line($0.number))) }
    return (paragraphs, [Finding(.error, .tableLimit, message, origin: .line(first.line))])
  }
  let grid = rows.enumerated().flatMap { row, content in
    content.cells.enumerated().map { column, text in
      Cell(row: row, column: column, content: Prose(String(decoding: text, as: UTF8.self), origin: .line(content.line)))
    }
  }
  let table = Table(rows: rows.count, columns: columns, cells: grid, origin: .line(first.line))
  return (table.map { [.table($0)] } ?? [], [])
}

private let pipe = UInt8(ascii: "|")

private func cells(of row: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var row = row
  if row.count > 1, row.last == pipe { row = row.dropLast() }
  if row.first == pipe { row = row.dropFirst() }
  return row.split(separator: pipe, omittingEmptySubsequences: false).map(trimmed)
}

/// `|---|:-:|`, as Markdown has it.
private func isRule(_ line: TextLine) -> Bool {
  line.text.count(where: { $0 == UInt8(ascii: "-") }) >= 3
    && line.text.allSatisfy { $0 == pipe || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 }
}
