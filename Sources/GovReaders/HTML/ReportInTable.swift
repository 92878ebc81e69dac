/// The stretches of data rows in a table that holds a whole report; `nil` for any other table.
///
/// A report that was written in a spreadsheet is one table: title, section titles and paragraphs are rows of one cell
/// between the rows of the forms. Two section titles tell it from a table with a title row. The other rows of one cell are
/// read as the page's text.
///
/// - Returns: The rows of each stretch, in document order.
func dataStretches(of table: Int, in page: Page) -> [[Int]]? {
  var text = ElementText()
  guard let first = firstCells(of: table, in: page), first.count == 1,
    !isFormLabel(Line(text.read(first[0], in: page)))
  else { return nil }
  let rows = rowGroups(of: table, in: page).joined().sorted()
  var stretches: [[Int]] = []
  var titles = 0
  var isOpen = false
  for row in rows {
    let found = shownCells(of: row, in: page)
    let kind = found.count == 1 ? text.kind(of: found[0], in: page) : .data
    if kind == .title { titles += 1 }
    if kind == .data, isOpen {
      stretches[stretches.count - 1].append(row)
    } else if kind == .data {
      stretches.append([row])
    }
    isOpen = kind == .data
  }
  // Rows of one cell between paragraphs, such as the title, are no table.
  return titles > 1 ? stretches.filter { $0.contains { shownCells(of: $0, in: page).count > 1 } } : nil
}

/// The cells of the first row that has any.
private func firstCells(of table: Int, in page: Page) -> [Int]? {
  for index in table + 1..<Int(page.nodes[table].end) where page.nodes[index].tag == .tr {
    let found = shownCells(of: index, in: page)
    if !found.isEmpty { return found }
  }
  return nil
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
