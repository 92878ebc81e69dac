/// Reads the text of one element after another, as of table cells, and keeps its room between them.
///
/// Block boundaries and `<br>` are line breaks; there is no empty line.
struct ElementText {
  private var run = TextRun()
  private var open: [Int] = []

  /// The visible text inside `element`.
  mutating func read(_ element: Int, in page: Page) -> String {
    run.restart()
    page.bytes.withUnsafeBufferPointer { collect(element, page, $0) }
    _ = run.take()
    return String(decoding: run.bytes, as: UTF8.self)
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
