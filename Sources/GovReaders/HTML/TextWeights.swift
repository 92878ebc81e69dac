/// How much text every part of the page shows, for judging parts before they are read.
struct TextWeights {
  /// The visible bytes of text in nodes before an index.
  private let textBefore: [Int32]
  /// The same for text inside links.
  private let linksBefore: [Int32]

  /// Adds up the texts of a page whose styles are marked.
  init(of page: Page) {
    var shown: [Int32] = []
    var linked: [Int32] = []
    shown.reserveCapacity(page.nodes.count + 1)
    linked.reserveCapacity(page.nodes.count + 1)
    var text: Int32 = 0
    var links: Int32 = 0
    page.bytes.withUnsafeBufferPointer { bytes in
      for node in page.nodes {
        shown.append(text)
        linked.append(links)
        guard node.tag == .text, node.style.isDisjoint(with: .unseen) else { continue }
        let count = visibleCount(bytes, Int(node.start), Int(node.start + node.count))
        text += count
        if node.style.contains(.link) { links += count }
      }
    }
    shown.append(text)
    linked.append(links)
    textBefore = shown
    linksBefore = linked
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
