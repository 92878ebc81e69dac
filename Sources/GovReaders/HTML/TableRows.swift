import GovDocument

/// The rows of a table, group by group, with every `tfoot` at the end.
func rowGroups(of table: Int, in page: Page) -> [[Int]] {
  var groups: [[Int]] = []
  var feet: [[Int]] = []
  var loose: [Int] = []
  for child in tableParts(of: table, in: page) {
    let tag = page.nodes[child].tag
    if tag == .tr {
      if isShown(child, in: page) { loose.append(child) }
      continue
    }
    guard tag == .thead || tag == .tbody || tag == .tfoot else { continue }
    if !loose.isEmpty { groups.append(loose) }
    loose = []
    let rows = tableParts(of: child, in: page).filter { isShown($0, in: page) }
    if tag == .tfoot { feet.append(rows) } else { groups.append(rows) }
  }
  if !loose.isEmpty { groups.append(loose) }
  return groups + feet
}

/// Whether a row is shown: Word and Excel end a table with a row of no height that only fixes the widths of columns.
private func isShown(_ row: Int, in page: Page) -> Bool {
  guard page.nodes[row].tag == .tr, page.nodes[row].style.isDisjoint(with: .hidden) else { return false }
  guard let height = page.attribute(.height, of: row), height.elementsEqual([UInt8(ascii: "0")]) else { return true }
  return !page.allText(in: row)[...].trimmedASCII.isEmpty
}

/// The cells of a row that are shown.
func shownCells(of row: Int, in page: Page) -> [Int] {
  tableParts(of: row, in: page).filter { page.nodes[$0].tag == .td || page.nodes[$0].tag == .th }
}

/// The parts of a table right inside an element that are shown, in order.
///
/// What stands between a table and its rows, or between a row and its cells, is no level of the table: systems that let
/// people fill in a report open a form there. A browser closes such an element at once.
private func tableParts(of element: Int, in page: Page) -> [Int] {
  var parts: [Int] = []
  var index = element + 1
  while index < Int(page.nodes[element].end) {
    let node = page.nodes[index]
    let isShown = node.style.isDisjoint(with: .hidden)
    if isShown, node.tag.isTablePart { parts.append(index) }
    index = isShown && node.tag != .text && node.tag != .table && !node.tag.isTablePart ? index + 1 : Int(node.end)
  }
  return parts
}

func caption(of table: Int, in page: Page) -> Prose? {
  for child in page.children(of: table) where page.nodes[child].tag == .caption {
    var reader = ElementText()
    let text = reader.read(child, in: page)
    if !text.isEmpty { return Prose(text, origin: .line(Int(page.nodes[child].line))) }
  }
  return nil
}
