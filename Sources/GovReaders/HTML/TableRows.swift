import GovDocument

/// The rows of a table, group by group, with every `tfoot` at the end.
func rowGroups(of table: Int, in page: Page) -> [[Int]] {
  var groups: [[Int]] = []
  var feet: [[Int]] = []
  var loose: [Int] = []
  for child in page.children(of: table) where page.nodes[child].style.isDisjoint(with: .hidden) {
    let tag = page.nodes[child].tag
    if tag == .tr {
      if isShown(child, in: page) { loose.append(child) }
      continue
    }
    guard tag == .thead || tag == .tbody || tag == .tfoot else { continue }
    if !loose.isEmpty { groups.append(loose) }
    loose = []
    let rows = page.children(of: child).filter { isShown($0, in: page) }
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
  page.children(of: row).filter {
    let node = page.nodes[$0]
    return (node.tag == .td || node.tag == .th) && node.style.isDisjoint(with: .hidden)
  }
}

func caption(of table: Int, in page: Page) -> Prose? {
  for child in page.children(of: table) where page.nodes[child].tag == .caption {
    var reader = ElementText()
    let text = reader.read(child, in: page)
    if !text.isEmpty { return Prose(text, origin: .line(Int(page.nodes[child].line))) }
  }
  return nil
}
