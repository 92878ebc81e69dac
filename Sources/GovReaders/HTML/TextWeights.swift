/// How much text every part of the page shows, for judging parts before they are read.
struct TextWeights {
  /// The visible bytes of text in nodes before an index.
  private let textBefore: [Int32]
  /// The same for text inside links.
  private let linksBefore: [Int32]

  /// Adds up the texts of a page whose styles are marked.
  init(of page: Page) {
    var text = [Int32](repeating: 0, count: page.nodes.count + 1)
    var links = text
    page.bytes.withUnsafeBufferPointer { bytes in
      for (index, node) in page.nodes.enumerated() {
        let isShown = node.tag == .text && node.style.isDisjoint(with: .unseen)
        let count = isShown ? visibleCount(bytes, Int(node.start), Int(node.start + node.count)) : 0
        text[index + 1] = text[index] + count
        links[index + 1] = links[index] + (node.style.contains(.link) ? count : 0)
      }
    }
    textBefore = text
    linksBefore = links
  }

  /// The bytes of text that the whole page shows.
  var total: Int { Int(textBefore.last ?? 0) }

  /// The bytes of text inside the nodes `range`.
  func text(in range: Range<Int>) -> Int { Int(textBefore[range.upperBound] - textBefore[range.lowerBound]) }

  /// The bytes of link text inside the nodes `range`.
  func links(in range: Range<Int>) -> Int { Int(linksBefore[range.upperBound] - linksBefore[range.lowerBound]) }
}

/// The bytes without the white space at both ends; a no-break or ideographic space that only fills a cell is no text.
private func visibleCount(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int32 {
  var start = start
  var end = end
  let text = UnsafeBufferPointer(rebasing: bytes[..<end])
  while start < end, case let width = spaceWidth(text, at: start), width > 0 { start += width }
  while end > start, bytes[end - 1].isASCIISpace { end -= 1 }
  return Int32(end - start)
}
