/// The elements of a list item that print the cells of a row behind its first, the last one first; empty for any other item.
///
/// Pages lay tables out as lists, `<li><span>规章</span><span>12</span><span>3</span></li>`, with columns that style sheets
/// make. All text stands in such elements: a label of a form with figures, blanks and labels behind it, nothing but labels, or
/// as many figures as a row of table 2 or a group of table 3 has.
func cellsBehindLabel(of item: Int, in page: Page) -> [Int] {
  var cells: [Int] = []
  for child in page.children(of: item) where page.nodes[child].style.isDisjoint(with: .hidden) {
    let node = page.nodes[child]
    if node.tag == .text {
      guard page.text(of: child).trimmedASCII.isEmpty else { return [] }
    } else {
      guard !node.tag.isBlock, cells.count < 16, Int(node.end) - child <= mostNodesOfCell else { return [] }
      cells.append(child)
    }
  }
  guard cells.count > 1 else { return [] }
  let kinds = cells.map { cellKind($0, in: page) }
  let isRow = kinds[0] == .label && !kinds.contains(.other) && kinds.dropFirst().contains { $0 != .blank }
  let isRowOfFigures = [5, 7, 15].contains(kinds.count) && kinds.allSatisfy { $0 == .figure }
  return isRow || isRowOfFigures ? cells.dropFirst().reversed() : []
}

private enum CellKind { case label, figure, blank, other }

private func cellKind(_ element: Int, in page: Page) -> CellKind {
  let text = page.allText(in: element)[...].trimmedASCII
  if text.isEmpty { return .blank }
  if printsFigure(text) { return .figure }
  return isFormLabel(Line(text)) ? .label : .other
}

/// The most nodes of a cell: spans of a font around its text. More may be lists in lists, each read again and again.
private let mostNodesOfCell = 8

/// Whether a text is digits with their marks and a counted unit, or a sign for none.
private func printsFigure(_ text: ArraySlice<UInt8>) -> Bool {
  guard text.count <= 24 else { return false }
  var scalars = Substring(decoding: text, as: UTF8.self).unicodeScalars[...]
  while let last = scalars.last, "件条个次宗份项人篇起批期场万亿元".unicodeScalars.contains(last) { scalars.removeLast() }
  if scalars.elementsEqual("无".unicodeScalars) || scalars.elementsEqual("—".unicodeScalars) { return true }
  return !scalars.isEmpty && scalars.allSatisfy { (0x2C...0x39).contains($0.value) }
}
