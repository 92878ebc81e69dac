/// The elements of a list item that print the figures of a row, the last one first; empty for any other item.
///
/// Pages lay tables out as lists, `<li><span>规章</span><span>12</span><span>3</span></li>`, with columns that style sheets
/// make. All text stands in such elements, the first prints a label of a form, and all others nothing but a figure.
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
  guard cells.count > 1, let label = cells.first else { return [] }
  let figures = cells.dropFirst()
  guard figures.contains(where: { printsFigure($0, in: page) }),
    isFormLabel(Line(page.allText(in: label)[...]))
  else { return [] }
  let labels = figures.filter { !printsFigure($0, in: page) }
  return labels.allSatisfy { isFormLabel(Line(page.allText(in: $0)[...])) } ? figures.reversed() : []
}

/// The most nodes of a cell: spans of a font around its text. More may be lists in lists, each read again and again.
private let mostNodesOfCell = 8

/// Whether an element prints digits with their marks and nothing else, or a sign for none.
private func printsFigure(_ element: Int, in page: Page) -> Bool {
  let text = page.allText(in: element)[...].trimmedASCII
  return (1...16).contains(text.count) && text.allSatisfy { (0x2C...0x39).contains($0) }
}
