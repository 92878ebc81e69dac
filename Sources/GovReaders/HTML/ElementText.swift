/// Reads the text of one element after another, as of table cells, and keeps its room between them.
///
/// Block boundaries and `<br>` are line breaks; there is no empty line.
struct ElementText {
  private var run = TextRun()
  private var open: [Int] = []

  /// The visible text inside `element`.
  mutating func read(_ element: Int, in page: Page) -> String {
    if let word = onlyWord(of: element, in: page) { return word }
    run.restart()
    page.bytes.withUnsafeBufferPointer { collect(element, page, $0) }
    _ = run.take()
    return String(decoding: run.bytes, as: UTF8.self)
  }

  /// The text of an element that holds one text without white space, or nothing: most cells.
  private func onlyWord(of element: Int, in page: Page) -> String? {
    let end = Int(page.nodes[element].end)
    if end == element + 1 { return "" }
    let node = page.nodes[element + 1]
    guard end == element + 2, node.tag == .text, node.style.isDisjoint(with: .unseen), node.count > 0 else {
      return nil
    }
    return page.bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.start + node.count)])
      guard spaceWidth(text, at: 0) == 0, endOfWord(text, from: 0) == text.count else { return nil }
      return String(decoding: text, as: UTF8.self)
    }
  }

  private mutating func collect(_ element: Int, _ page: Page, _ bytes: UnsafeBufferPointer<UInt8>) {
    var index = element + 1
    open.removeAll(keepingCapacity: true)
    while index < Int(page.nodes[element].end) {
      closeBlocks(before: index, page)
      let node = page.nodes[index]
      if !node.style.isDisjoint(with: node.tag == .text ? .unseen : .hidden) {
        index = Int(node.end)
        continue
      }
      if node.tag == .text {
        let text = UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.start + node.count)])
        run.append(text, style: node.style, node: index, line: 1)
      } else if node.tag == .br {
        run.breakLine()
      } else if node.tag.isBlock {
        run.breakLine()
        open.append(index)
      }
      index += 1
    }
  }

  private mutating func closeBlocks(before index: Int, _ page: Page) {
    while let last = open.last, page.nodes[last].end <= index {
      run.breakLine()
      open.removeLast()
    }
  }
}
