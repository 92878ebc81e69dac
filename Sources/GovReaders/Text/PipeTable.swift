import GovDocument

/// The end of the pipe rows that begin at an index; the index itself when none does.
func endOfPipeRows(_ lines: [TextLine], _ frame: TextFrame, from start: Int) -> Int {
  var end = start
  while end < lines.count, frame.roles[end] == .body, pipeRow(lines[end].text) != nil {
    if end > start, lines[end].number > lines[end - 1].number + 1 { break }
    end += 1
  }
  // One line with a box stroke is a line of links or of a letterhead.
  return end == start + 1 && !lines[start].text.contains(pipe) ? start : end
}

/// Pipe rows as one table: `a | b |||`. Spans are lost in such a text; cells stay as printed, short rows are filled up.
///
/// A row is closed by a pipe or left open, and may begin with one. A rule of hyphens under a header is no row; where rules
/// part all rows, the lines between two of them are one row. When the grid would have more slots than the limit the rows
/// come out as paragraphs, with a finding.
func pipeTable(_ lines: ArraySlice<TextLine>, limits: ReaderLimits) -> (blocks: [Block], findings: [Finding]) {
  let texts = lines.map { pipeRow($0.text) ?? $0.text }
  let printed = zip(lines, texts).enumerated().map { index, line in
    (line: line.0.number, row: line.1, isRule: isRule(texts, at: index))
  }
  let openColumns = columnsOfOpenRows(printed.filter { !$0.isRule }.map(\.row))
  let groups = printed.split(whereSeparator: \.isRule)
    .map { $0.map { PipeRow(line: $0.line, cells: cells(of: $0.row, openColumns: openColumns)) } }
  let rows = groups.flatMap { groups.count > 2 ? joined($0) : $0 }
  let columns = rows.map(\.cells.count).max() ?? 0
  guard let first = rows.first, columns > 0 else { return ([], []) }
  guard columns <= limits.tableSlots / rows.count else {
    let message = "a table of \(rows.count) rows and \(columns) columns exceeds the limit; its rows are paragraphs"
    let paragraphs = lines.map { Block.paragraph(Prose($0.string, origin: .line($0.number))) }
    return (paragraphs, [Finding(.error, .tableLimit, message, origin: .line(first.line))])
  }
  let grid = rows.enumerated().flatMap { row, content in
    content.cells.enumerated().map { column, text in
      Cell(row: row, column: column, content: Prose(text, origin: .line(content.line)))
    }
  }
  let table = Table(rows: rows.count, columns: columns, cells: grid, origin: .line(first.line))
  return (table.map { [.table($0)] } ?? [], [])
}

/// A row of cells and the line where it begins.
private struct PipeRow {
  let line: Int
  var cells: [String]
}

/// The lines between two rules as one row, unless a column prints figures in two of them: then each is a row.
private func joined(_ lines: [PipeRow]) -> [PipeRow] {
  guard var row = lines.first, lines.count > 1, lines.allSatisfy({ $0.cells.count == row.cells.count }) else {
    return lines
  }
  for column in row.cells.indices {
    let texts = lines.map { $0.cells[column] }
    guard texts.count(where: isFigure) < 2 else { return lines }
    row.cells[column] = texts.joined()
  }
  return [row]
}

/// Whether a cell may print a figure: a short number, or a sign or word for none.
private func isFigure(_ text: String) -> Bool {
  if ["-", "—", "——", "－", "/", "／", "无", "無"].contains(text) { return true }
  return text.unicodeScalars.count < 12
    && text.unicodeScalars.contains { scalar in
      switch scalar {
      case "0"..."9", "\u{FF10}"..."\u{FF19}", "〇", "零": true
      default: false
      }
    }
}

/// The number of cells that most rows have which begin with text, where others begin with a pipe; `nil` without such a mixture.
private func columnsOfOpenRows(_ rows: [ArraySlice<UInt8>]) -> Int? {
  let open = rows.filter { $0.first != pipe }
  guard open.count < rows.count else { return nil }
  let counts = Dictionary(grouping: open.map { cells(of: $0, openColumns: nil).count }) { $0 }.mapValues(\.count)
  return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
}

/// The cells of a row. A pipe at its beginning closes nothing, but where other rows begin without one it stands behind a blank
/// first cell, if only so the row has as many cells as they.
private func cells(of row: ArraySlice<UInt8>, openColumns: Int?) -> [String] {
  var row = row
  let beginsBlank = row.count(where: { $0 == pipe }) + 1 == openColumns
  if row.count > 1, row.last == pipe { row = row.dropLast() }
  if row.first == pipe, !beginsBlank { row = row.dropFirst() }
  return row.split(separator: pipe, omittingEmptySubsequences: false)
    .map { String(decoding: trimmed($0), as: UTF8.self) }
}
