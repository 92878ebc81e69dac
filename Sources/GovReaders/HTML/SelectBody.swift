import GovDocument

/// What becomes of every passage of a page.
enum Fate: Hashable {
  /// Part of the report's body.
  case body
  /// Links to other pages: navigation, lists of related pages, pagers.
  case navigation
  /// Lines of the page's frame: site name, share and print bars, footer, copyright.
  case frame
  /// What the page says about the report: source, date, index number.
  case information
  /// Text and pictures apart from the report.
  case aside
}

/// Decides for every passage whether it belongs to the report's body.
///
/// Between the first and the last passage that scores everything stays but links and lines of the frame. Around them only
/// what stands among the paragraphs themselves stays: a signature, a date, an unnumbered heading, a picture.
func fates(of passages: Passages, body: BodyRegion?, headline: Headline?, in page: Page) -> [Fate] {
  let placement = body.map { Placement($0, page, passages) }
  var fates: [Fate] = passages.list.indices.map { index in
    let passage = passages.list[index]
    if headline?.passages.contains(index) ?? false { return .body }
    let own = ownFate(passage)
    guard let body, let placement else { return own ?? .body }
    if placement.scores(index) { return .body }
    guard body.passages.contains(index) else { return own ?? .aside }
    let isInside = ((body.scoring.first ?? 0)..<(body.scoring.last ?? 0)).contains(index)
    let isAmongParagraphs = placement.isAmongParagraphs(index)
    if isLinkedPicture(passage, in: page) { return .aside }
    if isInside, isAmongParagraphs, mayStandInText(passage) { return .body }
    if let own { return own }
    if passage.role == .contact, !isAmongParagraphs { return .frame }
    return isAmongParagraphs || isInside ? .body : .aside
  }
  leaveOutHeadsOfLinks(passages, &fates)
  return passages.list.indices.map { fateWithText(of: $0, passages, fates) }
}

/// A short line with a colon above links to other pages (相关解读：) goes with them.
private func leaveOutHeadsOfLinks(_ passages: Passages, _ fates: inout [Fate]) {
  for index in fates.indices.dropLast() where fates[index] == .body && fates[index + 1] == .navigation {
    let passage = passages.list[index]
    guard case .text = passage.kind, passage.heading == nil, passage.count <= 36 else { continue }
    let text = passages.text(passage)
    if text.last == UInt8(ascii: ":") || text.suffix(3).elementsEqual("：".utf8) { fates[index] = .navigation }
  }
}

/// The fate of a picture is that of the text beside it in the same element: the badge in a licence line is no part of the
/// report.
private func fateWithText(of index: Int, _ passages: Passages, _ fates: [Fate]) -> Fate {
  guard case .image = passages.list[index].kind, fates[index] == .body else { return fates[index] }
  for neighbour in [index - 1, index + 1] where passages.list.indices.contains(neighbour) {
    let passage = passages.list[neighbour]
    if case .text = passage.kind, passage.container == passages.list[index].container, fates[neighbour] != .body {
      return fates[neighbour]
    }
  }
  return .body
}

/// What a passage's own words say about it; `nil` when they say nothing.
private func ownFate(_ passage: Passage) -> Fate? {
  switch passage.role {
  case .information: return .information
  case .trail: return .navigation
  case .toolbar, .footer: return .frame
  case .content, .contact: return passage.isMostlyLinks ? .navigation : nil
  }
}

/// Whether a passage between the paragraphs of the body is one of them, though it would not be elsewhere: a printed address
/// that is a link, a line such as `时间：全年`.
private func mayStandInText(_ passage: Passage) -> Bool {
  switch passage.role {
  case .content, .contact, .information: true
  case .trail, .toolbar, .footer: false
  }
}

/// Whether a picture leads to another page, as a banner does; one that leads to a larger picture does not count.
private func isLinkedPicture(_ passage: Passage, in page: Page) -> Bool {
  guard case .image = passage.kind, page.nodes[passage.node].style.contains(.link),
    let link = page.nearest(at: passage.node, where: { $0 == .a }), let href = page.attribute(.href, of: link)
  else { return false }
  let ending = href.suffix(5)
  return ![".jpg", ".jpeg", ".png", ".gif", ".bmp"].contains { (ending.containsLowercased($0)) }
}

/// Tells whether a passage stands among the paragraphs of the body or in a part of its own.
private struct Placement {
  private let page: Page
  private let passages: Passages
  private let body: BodyRegion
  /// The elements that have paragraphs of the body as children.
  private let paragraphParents: Set<Int>

  init(_ body: BodyRegion, _ page: Page, _ passages: Passages) {
    self.page = page
    self.passages = passages
    self.body = body
    var parents: Set<Int> = []
    for (position, index) in body.scoring.enumerated() {
      let before = position > 0 ? body.scoring[position - 1] : nil
      let after = position + 1 < body.scoring.count ? body.scoring[position + 1] : nil
      parents.insert(parentOfUnit(index, before, after, body.element, page, passages))
      let container = passages.list[index].container
      if container != body.element { parents.insert(Int(page.nodes[container].parent)) }
    }
    paragraphParents = parents
  }

  func scores(_ index: Int) -> Bool {
    let position = body.scoring.partitioningIndex { $0 >= index }
    return position < body.scoring.count && body.scoring[position] == index
  }

  func isAmongParagraphs(_ index: Int) -> Bool {
    let position = body.scoring.partitioningIndex { $0 >= index }
    let before = position > 0 ? body.scoring[position - 1] : nil
    let after = position < body.scoring.count ? body.scoring[position] : nil
    if [before, after].contains(where: { $0.map { areSiblings($0, index) } ?? false }) { return true }
    return paragraphParents.contains(parentOfUnit(index, before, after, body.element, page, passages))
  }

  /// Whether two passages stand in one element or fill elements side by side, as a heading and the only paragraph of its
  /// section do.
  private func areSiblings(_ left: Int, _ right: Int) -> Bool {
    let elements = [left, right].map { passages.list[$0].container }
    return elements[0] == elements[1] || page.nodes[elements[0]].parent == page.nodes[elements[1]].parent
  }
}

/// The parent of the largest element around a passage that holds none of its scoring neighbours.
private func parentOfUnit(
  _ index: Int, _ before: Int?, _ after: Int?, _ limit: Int, _ page: Page, _ passages: Passages
) -> Int {
  func holdsNeighbour(_ element: Int) -> Bool {
    [before, after].contains { $0.map { page.contains(element, passages.list[$0].node) } ?? false }
  }
  var element = passages.list[index].container
  while element != limit, element > 0, !holdsNeighbour(element) { element = Int(page.nodes[element].parent) }
  return element
}

extension Array {
  /// The first index for which `condition` holds, when it holds for all after it.
  func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
