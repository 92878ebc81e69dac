extension Page {
  /// Puts the report that a script would write into the page; returns the line on which it was found.
  ///
  /// Some systems send the text as data: in a `<textarea>`, a hidden field or a string of a script. The longest
  /// such text that has tags and speaks of disclosure is parsed as a page of its own and joined to the end of this one.
  ///
  /// - Returns: `nil` when the page carries none; it is unchanged then.
  mutating func addCarriedMarkup(limits: ReaderLimits) -> Int? {
    let found = nodes.indices.flatMap { index in carried(by: index).map { (markup: $0, line: nodes[index].line) } }
    guard let report = found.filter({ isReportMarkup($0.markup[...]) }).max(by: { $0.markup.count < $1.markup.count })
    else { return nil }
    let prepared = prepareMarkup(report.markup, limits: limits).bytes
    join(prepared.withUnsafeBufferPointer { parsePage($0, limits: limits).page }, line: report.line)
    return Int(report.line)
  }

  /// The texts that may be markup in an element.
  private func carried(by index: Int) -> [[UInt8]] {
    switch nodes[index].tag {
    // One that holds elements is seen by `hiddenParts`.
    case .textarea where Int(nodes[index].end) == index + 2: [allText(in: index)]
    case .input: [attribute(.value, of: index).map { Array($0) } ?? []]
    case .script: carried(byScript: allText(in: index))
    default: []
    }
  }

  private func carried(byScript script: [UInt8]) -> [[UInt8]] {
    guard script.count >= shortestReport else { return [] }
    let text = script[...].trimmedASCII
    if text.first == UInt8(ascii: "<") { return [withoutCharacterData(Array(text))] }
    return scriptLiterals(in: script).map(\.text).filter { $0.count >= shortestReport }
  }

  /// Appends the nodes of another page under the root, all on one line.
  private mutating func join(_ other: Page, line: Int32) {
    let first = Int32(nodes.count) - 1
    let (attributeStart, byteStart) = (Int32(attributes.count), Int32(bytes.count))
    for var node in other.nodes.dropFirst() {
      node.parent = node.parent == 0 ? 0 : node.parent + first
      node.end += first
      node.line = line
      node.start += node.tag == .text ? byteStart : attributeStart
      nodes.append(node)
    }
    attributes += other.attributes.map { .init(name: $0.name, start: $0.start + byteStart, count: $0.count) }
    bytes += other.bytes
    nodes[0].end = Int32(nodes.count)
  }
}

/// Bytes under which no text is a report: about 100 characters.
private let shortestReport = 300

/// Whether a text has tags of blocks and speaks of disclosure.
private func isReportMarkup(_ text: ArraySlice<UInt8>) -> Bool {
  text.count >= shortestReport && ["<p", "<div", "<table", "<span", "<br"].contains { text.contains($0) }
    && speaksOfDisclosure(text)
}

/// Takes the brackets off `<![CDATA[…]]>`.
private func withoutCharacterData(_ text: [UInt8]) -> [UInt8] {
  var kept: [UInt8] = []
  var index = 0
  while index < text.count {
    if text[index...].starts(with: "<![CDATA[") {
      index += 9
    } else if text[index...].starts(with: "]]>") {
      index += 3
    } else {
      kept.append(text[index])
      index += 1
    }
  }
  return kept
}
