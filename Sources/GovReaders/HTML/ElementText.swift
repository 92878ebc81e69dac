/// Reads the text of one element after another, as of table cells, and keeps its room between them.
///
/// Block boundaries and `<br>` are line breaks; there is no empty line. What is struck out is left out where something else
/// stands beside it: `<s>12</s>13` is 13, not 1213. The number of a note keeps its height: `12<sup>1</sup>` is 12¹, not 121.
struct ElementText {
  /// How many elements that were struck out were left out.
  private(set) var struckOut = 0
  private var run = TextRun()
  private var open: [Int] = []

  /// The visible text inside `element`.
  mutating func read(_ element: Int, in page: Page) -> String {
    if let word = onlyWord(of: element, in: page) { return word }
    let before = struckOut
    collect(element, in: page, keepingStruckOut: false)
    if struckOut > before, run.bytes.isEmpty {
      struckOut = before
      collect(element, in: page, keepingStruckOut: true)
    }
    return String(decoding: run.bytes, as: UTF8.self)
  }

  private mutating func collect(_ element: Int, in page: Page, keepingStruckOut keeps: Bool) {
    run.restart()
    page.bytes.withUnsafeBufferPointer { collect(element, page, $0, keeps) }
    _ = run.take()
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

  private mutating func collect(
    _ element: Int, _ page: Page, _ bytes: UnsafeBufferPointer<UInt8>, _ keepsStruckOut: Bool
  ) {
    var index = element + 1
    open.removeAll(keepingCapacity: true)
    while index < Int(page.nodes[element].end) {
      closeBlocks(before: index, page)
      let node = page.nodes[index]
      if !node.style.isDisjoint(with: node.tag == .text ? .unseen : .hidden) {
        index = Int(node.end)
        continue
      }
      if node.style.contains(.struckOut), !keepsStruckOut,
        !page.nodes[Int(node.parent)].style.contains(.struckOut)
      {
        struckOut += 1
        index = Int(node.end)
        continue
      }
      if node.tag == .text {
        append(index, page, bytes)
      } else if node.tag == .br {
        run.breakLine()
      } else if node.tag.isBlock {
        run.breakLine()
        open.append(index)
      }
      index += 1
    }
  }

  private mutating func append(_ index: Int, _ page: Page, _ bytes: UnsafeBufferPointer<UInt8>) {
    let node = page.nodes[index]
    let text = UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.start + node.count)])
    let isNote = page.nodes[Int(node.parent)].style.contains(.raised) && run.bytes.last?.isASCIIDigit ?? false
    guard isNote, let raised = superscript(text) else {
      return run.append(text, style: node.style, node: index, line: 1)
    }
    raised.withUnsafeBufferPointer { run.append($0, style: node.style, node: index, line: 1) }
  }

  private mutating func closeBlocks(before index: Int, _ page: Page) {
    while let last = open.last, page.nodes[last].end <= index {
      run.breakLine()
      open.removeLast()
    }
  }
}

/// Digits as the superscripts of Unicode; `nil` for any other text.
private func superscript(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  guard !text.isEmpty, text.allSatisfy(\.isASCIIDigit) else { return nil }
  return Array(text.map { superscripts[Int($0 - 0x30)] }.joined().utf8)
}

private let superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
