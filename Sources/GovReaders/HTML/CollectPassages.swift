import GovDocument

/// Cuts everything that the page shows into passages: one walk over the nodes in document order.
func collectPassages(of page: Page, weights: TextWeights, limits: ReaderLimits) -> Passages {
  var collector = PassageCollector(page: page, weights: weights, limits: limits)
  collector.collect()
  var passages = collector.result
  passages.readLines(of: page)
  return passages
}

/// A block element that has begun, and what it and the blocks around it say of a passage inside, up to the nearest cell or
/// table.
private struct OpenBlock {
  var node: Int
  /// The level of the nearest heading.
  var level: Int?
  /// The outermost list.
  var list: Int?
}

private struct PassageCollector {
  let page: Page
  let weights: TextWeights
  let limits: ReaderLimits
  private(set) var result = Passages()
  private var run = TextRun()
  /// The open block elements, outermost first.
  private var blocks = [OpenBlock(node: 0)]
  /// The stretches of data rows in tables that hold a whole report, by their first row.
  private var stretches: [Int: [Int]] = [:]
  /// The elements of a list item that are cells of a row, the next one last.
  private var cells: [Int] = []
  /// Pictures that stand inside the text of the run; they follow its paragraph.
  private var pictures: [Passage] = []

  init(page: Page, weights: TextWeights, limits: ReaderLimits) {
    self.page = page
    self.weights = weights
    self.limits = limits
    run.reserve(weights.total)
  }

  mutating func collect() {
    page.bytes.withUnsafeBufferPointer { bytes in
      var index = 1
      while index < page.nodes.count {
        closeBlocks(before: index)
        index = visit(index, bytes)
      }
    }
    flush()
    result.bytes = run.bytes
  }

  /// Treats one node; returns the next one to visit.
  private mutating func visit(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let node = page.nodes[index]
    guard node.style.isDisjoint(with: node.tag == .text ? .unseen : .hidden) else { return Int(node.end) }
    if cells.last == index {
      cells.removeLast()
      run.separate()
    } else if node.style.contains(.boxed), node.tag != .text {
      run.separate()
    }
    switch node.tag {
    case .text:
      let text = UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.start + node.count)])
      run.append(text, style: node.style, node: index, line: Int(node.line))
    case .br:
      run.breakLine()
    case .img:
      addPicture(index)
    case .table where isDataTable(index, in: page, weights):
      flush()
      guard let stretches = dataStretches(of: index, in: page) else {
        addTable(index)
        return Int(node.end)
      }
      for rows in stretches { self.stretches[rows[0]] = rows }
      open(index)
    case .tr:
      open(index)
      guard let rows = stretches[index], let table = page.nearest(at: index, where: { $0 == .table }) else { break }
      addTable(table, rows: rows)
      return Int(page.nodes[rows.last ?? index].end)
    case .li:
      open(index)
      cells = cellsBehindLabel(of: index, in: page)
    default:
      if node.tag.isBlock { open(index) }
    }
    return index + 1
  }

  private mutating func open(_ node: Int) {
    flush()
    guard page.nodes[node].end > node + 1 else { return }
    let tag = page.nodes[node].tag
    // Worked out here and not for every passage: a page may be ten thousand blocks deep.
    var block = tag == .td || tag == .table ? OpenBlock(node: node) : blocks.last ?? OpenBlock(node: node)
    block.node = node
    if let level = tag.headingLevel { block.level = level }
    if tag == .ul || tag == .ol { block.list = block.list ?? node }
    blocks.append(block)
  }

  private mutating func closeBlocks(before index: Int) {
    while let last = blocks.last, last.node > 0, page.nodes[last.node].end <= index {
      flush()
      blocks.removeLast()
    }
  }

  /// Turns the run into passages.
  private mutating func flush() {
    if !run.isEmpty {
      let container = blocks.last?.node ?? 0
      let lines = run.take()
      for group in paragraphs(of: lines, in: run.bytes) {
        result.list.append(passage(group, container: container))
      }
    } else {
      _ = run.take()
    }
    if !pictures.isEmpty {
      result.list += pictures
      pictures.removeAll()
    }
  }

  private func passage(_ lines: ArraySlice<TextRun.Line>, container: Int) -> Passage {
    let first = lines[lines.startIndex]
    let last = lines[lines.endIndex - 1]
    var made = Passage(
      kind: .text, container: container, node: first.node, lastNode: last.lastNode, line: first.sourceLine)
    made.start = first.start
    made.end = last.end
    for line in lines {
      made.boldBytes += line.boldBytes
      made.centredBytes += line.centredBytes
      made.linkBytes += line.linkBytes
    }
    made.level = blocks.last?.level
    made.list = blocks.last?.list
    return made
  }

  private func passage(_ kind: Passage.Kind, _ node: Int, container: Int) -> Passage {
    Passage(kind: kind, container: container, node: node, lastNode: node, line: Int(page.nodes[node].line))
  }

  private mutating func addPicture(_ node: Int) {
    guard let picture = imageReference(node, in: page) else { return }
    pictures.append(passage(.image(result.images.count), node, container: blocks.last?.node ?? 0))
    result.images.append(picture)
    if run.isEmpty { flush() }
  }

  private mutating func addTable(_ node: Int, rows: [Int]? = nil) {
    let (table, findings) = buildTable(node, rows: rows, in: page, limits: limits)
    result.findings += findings
    guard let table else { return }
    let nodes = (rows?.first ?? node)..<Int(page.nodes[rows?.last ?? node].end)
    result.list.append(passage(.table(result.tables.count), nodes.lowerBound, container: nodes.lowerBound))
    result.tables.append(table)
    for picture in nodes where page.nodes[picture].tag == .img { addPicture(picture) }
  }
}

/// Cuts the lines between two block boundaries into paragraphs.
///
/// A `<br>` ends a paragraph where Chinese pages mean it to: before an empty line, before indentation or a printed number,
/// and after the end of a sentence. Elsewhere it is a line break inside the paragraph.
private func paragraphs(of lines: [TextRun.Line], in bytes: [UInt8]) -> [ArraySlice<TextRun.Line>] {
  var groups: [ArraySlice<TextRun.Line>] = []
  var start = 0
  for index in lines.indices.dropFirst() where beginsParagraph(lines[index], after: lines[index - 1], in: bytes) {
    groups.append(lines[start..<index])
    start = index
  }
  groups.append(lines[start...])
  return groups
}

private func beginsParagraph(_ line: TextRun.Line, after previous: TextRun.Line, in bytes: [UInt8]) -> Bool {
  line.breaksBefore > 1 || line.isIndented || endsSentence(bytes[previous.start..<previous.end])
    || hasNumber(bytes[line.start..<line.end]) || isHeading(bytes[previous.start..<previous.end])
}

/// Whether a line ends a sentence; after a comma or a word it goes on in the next line.
private func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
  let closing: [StaticString] = ["”", "’", "）", "》", ")", "\""]
  var text = text
  for mark in closing where text.ends(with: mark) { text = text.dropLast(mark.utf8CodeUnitCount) }
  return sentenceEnds.contains { text.ends(with: $0) }
}

private let sentenceEnds: [StaticString] = ["。", "！", "？", "；", "：", "!", "?", ";", ":"]

private func hasNumber(_ text: ArraySlice<UInt8>) -> Bool {
  beginsWithNumber(text) && printedNumber(of: Line(text.prefix(48))) != nil
}

private func isHeading(_ text: ArraySlice<UInt8>) -> Bool { text.count < 160 && headingLevel(of: Line(text)) != nil }
