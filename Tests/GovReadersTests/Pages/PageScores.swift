import GovDocument

/// How much of what was wanted came out, by kind of thing. Every score is a share, 1 is perfect.
struct PageScores {
  private(set) var sums: [String: (hits: Int, of: Int)] = [:]

  /// The names in the order in which they are printed.
  static let names = [
    "text", "paragraphs", "headings", "grids", "images", "title", "date", "publisher", "index", "attachments",
    "encoding",
    "clean",
  ]

  /// The share for a name; 1 when there was nothing to find.
  func share(_ name: String) -> Double {
    guard let sum = sums[name], sum.of > 0 else { return 1 }
    return Double(sum.hits) / Double(sum.of)
  }

  /// Adds what reading one page gave.
  mutating func add(_ document: Document, _ truth: PageTruth) {
    let found = document.blocks.compactMap { PageBlock($0) }
    add("text", common(pairs(truth.blocks), pairs(found)))
    add("paragraphs", common(truth.blocks.flatMap(\.paragraphs), found.flatMap(\.paragraphs)))
    add("headings", common(truth.blocks.filter(\.isHeading), found.filter(\.isHeading)))
    add("grids", inOrder(truth.blocks.filter(\.isTable), found.filter(\.isTable)))
    add("images", inOrder(truth.blocks.filter(\.isImage), found.filter(\.isImage)))
    let metadata = document.metadata
    add("title", metadata.title?.text == truth.title)
    add("date", metadata.date == truth.date)
    add("publisher", metadata.publisher?.text == truth.publisher)
    if let index = truth.indexNumber { add("index", metadata.indexNumber == index) }
    add("attachments", metadata.attachments.map(\.href) == truth.attachments)
    let verdict = document.source.encoding
    add(
      "encoding",
      verdict?.used == truth.encoding && verdict?.replacements == truth.replacements
        && (verdict?.runs.count ?? 0 > 1) == (truth.runs > 1))
    let text = found.map(\.text).joined(separator: " ")
    add("clean", !truth.boilerplate.contains { $0.unicodeScalars.count > 3 && text.contains(squeezed($0)) })
  }

  private mutating func add(_ name: String, _ isRight: Bool) { add(name, (isRight ? 1 : 0, 1)) }

  private mutating func add(_ name: String, _ more: (hits: Int, of: Int)) {
    let sum = sums[name] ?? (0, 0)
    sums[name] = (sum.hits + more.hits, sum.of + more.of)
  }
}

/// Pairs of neighbouring scalars, so that order counts.
private func pairs(_ blocks: [PageBlock]) -> [UInt64] {
  let scalars = blocks.map(\.text).joined().unicodeScalars.filter { $0 != " " }.map { UInt64($0.value) }
  return zip(scalars, scalars.dropFirst()).map { $0 << 32 | $1 }
}

/// What two multisets have in common, of the larger one.
private func common<Element: Hashable>(_ left: [Element], _ right: [Element]) -> (hits: Int, of: Int) {
  var counts: [Element: Int] = [:]
  for element in left { counts[element, default: 0] += 1 }
  var hits = 0
  for element in right where counts[element, default: 0] > 0 {
    counts[element, default: 0] -= 1
    hits += 1
  }
  return (hits, max(left.count, right.count))
}

private func inOrder(_ left: [PageBlock], _ right: [PageBlock]) -> (hits: Int, of: Int) {
  (zip(left, right).count { $0 == $1 }, max(left.count, right.count))
}

extension PageBlock {
  fileprivate var isHeading: Bool { if case .heading = self { true } else { false } }
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }
  fileprivate var isImage: Bool { if case .image = self { true } else { false } }

  /// The paragraphs and the items of a list.
  fileprivate var paragraphs: [String] {
    switch self {
    case .paragraph(let text): [text]
    case .list(let items): items
    case .heading, .table, .image: []
    }
  }
}
