/// A text that may be the report's title.
private struct TitleCandidate {
  var text: String
  var passages: Range<Int>
  var points: Int
}

/// The report's title and the passages that print it.
struct Headline {
  var text: String
  /// Empty when only the page's head names it.
  var passages: Range<Int>
}

/// Finds the report's title among the head's titles and what stands before or at the start of the body.
///
/// The visible headline counts most: a `<title>` carries the site's name and many systems give every page the same one.
/// What speaks for a line: a heading element, large or centred print, the words of a yearly report, that the head says
/// the same. What speaks against it: that it is a link, a sentence, a numbered heading, a labelled value.
func findHeadline(head: PageHead, _ passages: Passages, body: BodyRegion?) -> Headline? {
  let named = [head.articleTitle, head.title.map { cleanTitle($0) }].compactMap(\.self)
    .filter { !$0.isEmpty }
  var candidates = named.enumerated().map { position, text in
    let isNamed = position == 0 && head.articleTitle != nil
    return TitleCandidate(text: text, passages: 0..<0, points: (isNamed ? 50 : 10) + wordPoints(text))
  }
  let whole = (named + [head.title].compactMap(\.self)).map { withoutSpace($0) }
  let end = min(passages.list.count, (body?.scoring.first ?? 20) + 4)
  for index in 0..<end {
    guard let candidate = candidate(index, passages, named: whole, body: body) else { continue }
    candidates.append(candidate)
  }
  let best = candidates.max { $0.points < $1.points }
  guard let best, best.points > 0 else { return nil }
  return Headline(text: best.text, passages: best.passages)
}

private func candidate(_ index: Int, _ passages: Passages, named: [[UInt8]], body: BodyRegion?) -> TitleCandidate? {
  let passage = passages.list[index]
  guard case .text = passage.kind, isLikeTitle(passage, passages) else { return nil }
  let lines = titleLines(endingAt: index, passages)
  let text = lines.map { joined(passages.prose(passages.list[$0]).text) }.joined()
  var points = wordPoints(text)
  if let level = passage.level { points += level == 1 ? 40 : 15 }
  if passage.isCentred { points += 20 }
  if passage.isBold { points += 10 }
  if body?.passages.contains(index) ?? false { points += 10 }
  if isNamed(text, in: named) { points += 60 }
  guard points > 20 else { return nil }
  return TitleCandidate(text: text, passages: lines, points: points)
}

private func isLikeTitle(_ passage: Passage, _ passages: Passages) -> Bool {
  passage.count >= 6 && passage.count <= 300 && !passage.isMostlyLinks && passage.role == .content
    && passage.number == nil && !passages.text(passage).contains("。")
}

/// A title printed on two lines: the agency, and below it, in the same manner, the year and the kind of report.
private func titleLines(endingAt index: Int, _ passages: Passages) -> Range<Int> {
  guard index > 0, case .text = passages.list[index - 1].kind else { return index..<index + 1 }
  let below = passages.list[index]
  let above = passages.list[index - 1]
  let text = passages.text(below)
  let lacksAgency = text.first?.isASCIIDigit ?? false || text.starts(with: "政府信息公开") || text.starts(with: "政务公开")
  let isAlike = below.isCentred && above.isCentred && below.level == above.level
  guard lacksAgency, isAlike, isLikeTitle(above, passages), above.count <= 90 else { return index..<index + 1 }
  return index - 1..<index + 1
}

/// What a text's words say for its being the title of a yearly report.
private func wordPoints(_ text: String) -> Int {
  let bytes = Array(text.utf8)[...]
  var points = 0
  if bytes.contains("报告") || bytes.contains("報告") || bytes.contains("年报") { points += 30 }
  if bytes.contains("信息公开") || bytes.contains("信息公開") || bytes.contains("政务公开") { points += 15 }
  if reportTitle(Line(text)).year != nil { points += 15 }
  return bytes.count > 240 ? points - 60 : points
}

/// Whether a title of the head contains a text; white space does not matter, and a few characters say nothing.
private func isNamed(_ text: String, in titles: [[UInt8]]) -> Bool {
  let wanted = withoutSpace(text)
  guard wanted.count >= 15 else { return false }
  return titles.contains { title in
    title.indices.contains { title[$0...].starts(with: wanted) }
  }
}

private func withoutSpace(_ text: String) -> [UInt8] {
  Array(String(text.unicodeScalars.filter { !$0.properties.isWhitespace }).utf8)
}

/// A title on one line: a line break between Chinese characters vanishes.
func joined(_ text: String) -> String {
  text.split(separator: "\n").joined()
}
