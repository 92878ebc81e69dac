/// The stretches of data rows in a table that holds a whole report; `nil` for any other table.
///
/// A report that was written in a spreadsheet is one table: title, section titles and paragraphs are rows of one cell
/// between the rows of the forms. Two section titles tell it from a table with a title row. The other rows of one cell are
/// read as the page's text.
///
/// - Returns: The nodes of each stretch, rows side by side, in document order.
func dataStretches(of table: Int, in page: Page) -> [Range<Int>]? {
  let rows = rowGroups(of: table, in: page).joined()
  guard let first = rows.first(where: { !shownCells(of: $0, in: page).isEmpty }),
    shownCells(of: first, in: page).count == 1
  else {
    return nil
  }
  var text = ElementText()
  var stretches: [(nodes: Range<Int>, isTable: Bool)] = []
  var titles = 0
  var isOpen = false
  for row in rows {
    let found = shownCells(of: row, in: page)
    let kind = found.count == 1 ? text.kind(of: found[0], in: page) : .data
    if kind == .title { titles += 1 }
    if kind == .data {
      let end = Int(page.nodes[row].end)
      if isOpen, let last = stretches.last {
        stretches[stretches.count - 1] = (last.nodes.lowerBound..<end, last.isTable || found.count > 1)
      } else {
        stretches.append((row..<end, found.count > 1))
      }
    }
    isOpen = kind == .data
  }
  return titles > 1 ? stretches.filter(\.isTable).map(\.nodes) : nil
}

/// What a row of one cell is.
private enum LoneCell {
  case title, prose, data
}

extension ElementText {
  fileprivate mutating func kind(of cell: Int, in page: Page) -> LoneCell {
    let text = read(cell, in: page)
    let bytes = Array(text.utf8)[...]
    guard bytes.count > 160 || !isFormLabel(Line(text)) else { return .data }
    if bytes.count <= 160, headingLevel(of: Line(text)) == 2 { return .title }
    return bytes.count >= 60 && bytes.contains("。") ? .prose : .data
  }
}
