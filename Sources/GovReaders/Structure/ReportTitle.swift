/// What a report's title says about it.
package struct ReportTitle: Sendable, Hashable {
  /// The agency as printed; absent when the title names none.
  package var agency: String?
  /// The year that the report is about; absent when the title prints none.
  package var year: Int?

  /// Makes the statement of a title.
  package init(agency: String? = nil, year: Int? = nil) {
    self.agency = agency
    self.year = year
  }
}

/// Reads agency and year from a title, in either script:
/// `云川市统计局2021年度政府信息公开工作报告`, `关于云川市…的报告（2020年度）`, `二〇一九年…`.
package func reportTitle(_ line: Line) -> ReportTitle {
  let text = line.folded
  let year = printedYear(in: text)
  var end = topicWords.compactMap { text.first($0) }.min() ?? 0
  let span = year?.range ?? schoolYear(in: text)
  if let span, span.upperBound <= end, span.lowerBound > 0 { end = span.lowerBound }
  var start = 0
  if let span, span.lowerBound == 0, span.upperBound <= end { start = span.upperBound }
  while true {
    let trimmed = trim(text, start..<max(start, end))
    if trimmed == start..<end { break }
    (start, end) = (trimmed.lowerBound, trimmed.upperBound)
  }
  let agency = end - start >= 2 ? line.text(start..<end) : ""
  return ReportTitle(agency: agency.isEmpty ? nil : agency, year: year?.value)
}

/// Takes 关于, 的 and brackets from the ends of an agency's name.
private func trim(_ text: [UInt32], _ range: Range<Int>) -> Range<Int> {
  for word in openingWords where text.has(word, at: range.lowerBound) && range.count >= word.scalars.count {
    return range.lowerBound + word.scalars.count..<range.upperBound
  }
  for word in closingWords where range.count >= word.scalars.count {
    let end = range.upperBound - word.scalars.count
    if text.has(word, at: end) { return range.lowerBound..<end }
  }
  return range
}

/// The first year before 年, with 度 behind it when that is printed: 2021年, 2021年度, 二〇二一年.
private func printedYear(in text: [UInt32]) -> (value: Int, range: Range<Int>)? {
  for index in text.indices.dropLast(4) {
    guard index == 0 || !isDigit(text[index - 1]) else { continue }
    var value = 0
    let digits = text[index..<index + 4].compactMap { isDigit($0) ? Int($0) - 0x30 : hanDigit($0) }
    guard digits.count == 4 else { continue }
    for digit in digits { value = value * 10 + digit }
    var end = index + 4
    while end < text.count, text[end] == 0x20 { end += 1 }
    guard (2000...2099).contains(value), end < text.count, text[end] == 0x5E74 else { continue }
    end += 1
    if end < text.count, text[end] == 0x5EA6 { end += 1 }
    return (value, index..<end)
  }
  return nil
}

/// The two years of a school, 2020-2021学年 or 2020至2021学年, which are no year of a report.
private func schoolYear(in text: [UInt32]) -> Range<Int>? {
  guard let end = text.first(schoolYearWord) else { return nil }
  let years = text[..<end].suffix(9)
  guard years.count == 9, !isDigit(years[years.startIndex + 4]), years.prefix(4).allSatisfy(isDigit),
    years.suffix(4).allSatisfy(isDigit)
  else { return nil }
  return years.startIndex..<end + schoolYearWord.scalars.count
}

private let schoolYearWord = LineWord("学年")
private let topicWords = LineWord.list("政府信息公开 信息公开 政务公开 政府信息 信息主动公开 依申请公开")
private let openingWords = LineWord.list("关于 《 的 ( [ , :") + [" "]
private let closingWords = LineWord.list("关于 《 ( [ 的 , :") + [" "]
