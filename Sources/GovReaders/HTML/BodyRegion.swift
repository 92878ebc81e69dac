/// The part of the page that holds the report's body.
struct BodyRegion {
  /// The element that holds all of it.
  var element: Int
  /// The passages inside the element.
  var passages: Range<Int>
  /// The indices of the passages that scored, ascending.
  var scoring: [Int]
}

/// Finds the smallest element that holds all running text, but for what little stands apart from it.
///
/// A body may be split over several elements, even over two roots, so the element is the common ancestor of all passages
/// that score. A branch beside an overwhelming one is given up only when it says nothing that a report says: a notice in a
/// side bar, a footer in sentences.
///
/// - Returns: `nil` when nothing on the page scores.
func findBody(in page: Page, _ passages: Passages) -> BodyRegion? {
  let scores = passages.list.map { score($0, in: passages) }
  var scoring = scores.indices.filter { scores[$0] > 0 }
  guard !scoring.isEmpty else { return nil }
  for _ in 0..<largestDescent {
    let element = commonAncestor(of: scoring, in: page, passages)
    guard let narrowed = overwhelmingBranch(of: element, scoring, scores, page, passages) else { break }
    scoring = narrowed
  }
  let element = container(above: commonAncestor(of: scoring, in: page, passages), in: page, passages)
  return BodyRegion(element: element, passages: range(of: element, in: page, passages), scoring: scoring)
}

/// The element that has paragraphs as children: a paragraph itself, or an element with one passage, is none.
///
/// A report of one paragraph still has its signature and date beside it. A cell of a layout table is never left: what
/// stands in the next cell is another part of the page.
private func container(above element: Int, in page: Page, _ passages: Passages) -> Int {
  var element = element
  while element > 0 {
    let tag = page.nodes[element].tag
    let isParagraph = tag == .p || tag == .li || tag.headingLevel != nil
    guard tag != .td, tag != .th, tag != .body, isParagraph || range(of: element, in: page, passages).count < 2 else {
      break
    }
    element = Int(page.nodes[element].parent)
  }
  return element
}

/// How often a weaker branch is given up; real pages need two or three.
private let largestDescent = 32

/// The innermost element that holds the first and the last, and so all, of some passages.
func commonAncestor(of chosen: [Int], in page: Page, _ passages: Passages) -> Int {
  guard let first = chosen.first, let last = chosen.last else { return 0 }
  var element = passages.list[last].container
  while element > 0, !page.contains(element, passages.list[first].container) {
    element = Int(page.nodes[element].parent)
  }
  return element
}

/// The passages whose container lies in an element.
func range(of element: Int, in page: Page, _ passages: Passages) -> Range<Int> {
  // Passages follow the document, so those inside the element stand together.
  let end = Int(page.nodes[element].end)
  let start = passages.list.partitioningIndex { $0.node >= element }
  return start..<max(start, passages.list.partitioningIndex { $0.node >= end })
}

/// The scoring passages of the one child of `element` beside which the others may be given up; `nil` when there is none.
private func overwhelmingBranch(
  of element: Int, _ scoring: [Int], _ scores: [Int], _ page: Page, _ passages: Passages
) -> [Int]? {
  let branches = branches(of: element, scoring, page, passages)
  guard branches.count > 1, !branches.allSatisfy({ isParagraph($0, of: element, page, passages) }) else { return nil }
  func weight(_ branch: ArraySlice<Int>) -> Int { branch.reduce(0) { $0 + scores[$1] } }
  let total = weight(scoring[...])
  // Paragraphs side by side are branches too; only a branch of several can be the body beside which another is a stray.
  guard let largest = branches.max(by: { weight($0) < weight($1) }), largest.count > 2,
    weight(largest) * 10 >= total * 6
  else { return nil }
  let isAlone = branches.allSatisfy { branch in
    branch.startIndex == largest.startIndex || !branch.contains { speaksOfReport(passages, $0) }
  }
  return isAlone ? Array(largest) : nil
}

/// Whether a branch is a paragraph among others and no part of the page: one passage, directly in a child of `element`.
private func isParagraph(_ branch: ArraySlice<Int>, of element: Int, _ page: Page, _ passages: Passages) -> Bool {
  guard branch.count == 1, let index = branch.first else { return false }
  return Int(page.nodes[passages.list[index].container].parent) == element
}

/// The scoring passages grouped by the child of `element` that they stand in.
private func branches(
  of element: Int, _ scoring: [Int], _ page: Page, _ passages: Passages
) -> [ArraySlice<Int>] {
  var groups: [ArraySlice<Int>] = []
  var start = 0
  var end = 0
  for (position, index) in scoring.enumerated() {
    let container = passages.list[index].container
    if position > start, container >= end {
      groups.append(scoring[start..<position])
      start = position
    }
    if position == start { end = endOfChild(of: element, holding: container, page) }
  }
  groups.append(scoring[start...])
  return groups
}

private func endOfChild(of element: Int, holding container: Int, _ page: Page) -> Int {
  guard container != element else { return container + 1 }
  var child = container
  while Int(page.nodes[child].parent) != element, child > 0 { child = Int(page.nodes[child].parent) }
  return Int(page.nodes[child].end)
}

/// Whether a passage is one that a report's body has and the rest of a page has not.
private func speaksOfReport(_ passages: Passages, _ index: Int) -> Bool {
  let passage = passages.list[index]
  guard case .text = passage.kind else { return true }
  let text = passages.text(passage)
  return passage.number != nil || passage.heading != nil || speaksOfDisclosure(text)
}

/// Whether a text has a word of which annual reports are full.
func speaksOfDisclosure(_ text: ArraySlice<UInt8>) -> Bool { reportWords.contains { text.contains($0) } }

/// Words of the Regulations on Open Government Information and of the form of the yearly report (国办公开办函〔2021〕30号).
private let reportWords: [StaticString] = [
  "主动公开", "主動公開", "依申请公开", "依申請公開", "信息公开", "信息公開", "行政复议", "行政複議", "行政诉讼", "行政訴訟", "本报告", "本報告",
  "年度报告", "年度報告",
]
