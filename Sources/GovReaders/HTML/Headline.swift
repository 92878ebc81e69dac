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
  let named = [head.articleTitle, head.title.map { cleanTitle($0, siteName: head.siteName) }].compactMap(\.self)
    .filter { !$0.isEmpty }
  var candidates = named.enumerated().map { position, text in
    TitleCandidate(text: text, passages: 0..<0, points: (position == 0 && head.articleTitle != nil ? 50 : 10) + wordPoints(text))
  }
  let end = min(passages.list.count, (body?.scoring.first ?? 20) + 4)
  for index in 0..<end {
    guard let candidate = candidate(index, passages, named: named, body: body) else { continue }
    candidates.append(candidate)
  }
  let best = candidates.max { $0.points < $1.points }
  guard let best, best.points > 0 else { return nil }
  return Headline(text: best.text, passages: best.passages)
}

private func candidate(_ index: Int, _ passages: Passages, named: [String], body: BodyRegion?) -> TitleCandidate? {
  let passage = passages.list[index]
  guard case .text = passage.kind, isLikeTitle(passage, passages) else { return nil }
  let lines = titleLines(endingAt: index, passages)
  let text = lines.map { joined(passages.prose(passages.list[$0]).text) }.joined()
  var points = wordPoints(text)
  if let level = passage.level { points += level == 1 ? 40 : 15 }
  if passage.isCentred { points += 20 }
  if passage.isBold { points += 10 }
  if body?.passages.contains(index) ?? false { points += 10 }
  if named.contains(where: { isSameTitle($0, text) }) { points += 60 }
  guard points > 20 else { return nil }
  return TitleCandidate(text: text, passages: lines, points: points)
}

private func isLikeTitle(_ passage: Passage, _ passages: Passages) -> Bool {
  let text = passages.text(passage)
  return passage.count >= 6 && passage.count <= 300 && !passage.isMostlyLinks && !isFrameLine(text)
    && numberLevel(text) == nil && !text.contains("。") && labelledValues(in: String(decoding: text, as: UTF8.self)).isEmpty
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
  if reportYear(in: text) != nil { points += 15 }
  return bytes.count > 240 ? points - 60 : points
}

/// Whether two titles say the same, or one is the other cut short.
func isSameTitle(_ one: String, _ other: String) -> Bool {
  let first = one.unicodeScalars.filter { !isTitleSpace($0) }
  let second = other.unicodeScalars.filter { !isTitleSpace($0) }
  return first.count > 4 && (first.elementsEqual(second))
}

private func isTitleSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace
}

/// A title on one line: a line break between Chinese characters vanishes.
func joined(_ text: String) -> String {
  text.split(separator: "\n").joined()
}

/// The `<title>` without the site's name and column: the part that names a report, else the longest.
func cleanTitle(_ title: String, siteName: String?) -> String {
  let parts = titleParts(title).filter { $0 != siteName }
  if let report = parts.first(where: { $0.contains("报告") || $0.contains("報告") || $0.contains("年报") }) { return report }
  return parts.first { !isSiteName($0) } ?? ""
}

private func isSiteName(_ text: String) -> Bool {
  ["网", "网站", "门户", "平台", "人民政府", "主页", "首页", "網", "網站", "人民政府办公室"].contains { text.hasSuffix($0) }
}

/// The parts between separators; a hyphen between digits joins years.
private func titleParts(_ title: String) -> [String] {
  var parts: [String] = []
  var current = String.UnicodeScalarView()
  let scalars = Array(title.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    let isBetweenDigits = index > 0 && index + 1 < scalars.count
      && ("0"..."9").contains(scalars[index - 1]) && ("0"..."9").contains(scalars[index + 1])
    let isSeparator = "_|｜>»·–—".unicodeScalars.contains(scalar) || (scalar == "-" && !isBetweenDigits)
    if isSeparator {
      parts.append(collapsed(String(current)))
      current = String.UnicodeScalarView()
    } else {
      current.append(scalar)
    }
  }
  parts.append(collapsed(String(current)))
  return parts.filter { !$0.isEmpty }
}

/// The year that a title names: `2021年`, `2021年度`, also in Chinese figures.
func reportYear(in title: String) -> Int? {
  var value = 0
  var digits = 0
  for scalar in title.unicodeScalars {
    if let digit = yearDigit(scalar) {
      value = value % 1000 * 10 + digit
      digits += 1
    } else {
      if digits == 4, (1990...2100).contains(value) { return value }
      value = 0
      digits = 0
    }
  }
  return nil
}

private func yearDigit(_ scalar: Unicode.Scalar) -> Int? {
  if scalar.value >= 0x30, scalar.value <= 0x39 { return Int(scalar.value - 0x30) }
  if scalar.value >= 0xFF10, scalar.value <= 0xFF19 { return Int(scalar.value - 0xFF10) }
  if scalar == "○" { return 0 }
  return Array("〇一二三四五六七八九".unicodeScalars).firstIndex(of: scalar)
}

/// The agency that a title names: what stands before the year or before 政府信息公开.
func agency(in title: String) -> String? {
  let scalars = Array(title.unicodeScalars)
  var end = scalars.count
  for index in scalars.indices {
    let isYear = index + 4 < scalars.count && scalars[index..<index + 4].allSatisfy { yearDigit($0) != nil }
    let rest = String(String.UnicodeScalarView(scalars[index...].prefix(6)))
    if isYear || rest.hasPrefix("政府信息公") || rest.hasPrefix("政务公开") || rest.hasPrefix("信息公开") {
      end = index
      break
    }
  }
  guard end < scalars.count, end >= 2 else { return nil }
  let name = collapsed(String(String.UnicodeScalarView(scalars[..<end])))
  return name.hasPrefix("关于") || name.isEmpty ? nil : name
}
