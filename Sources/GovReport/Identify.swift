import GovDocument

/// Finds the agency and the year of a report in its title, its prose and its metadata, and says where.
func identify(_ document: Document, lines: [TextLine], into report: inout Report, findings: inout [Finding]) {
  let titles = titleLines(document, lines: lines)
  let opening = openingLines(lines)
  report.year = year(titles: titles, opening: opening, document: document, findings: &findings)
  report.agency = agency(titles: titles, opening: opening, lines: lines, document: document, findings: &findings)
}

/// The lines that may be the title: metadata, headings of the first level, short first lines that name the report.
private func titleLines(_ document: Document, lines: [TextLine]) -> [TextLine] {
  var titles: [TextLine] = []
  if let title = document.metadata.title { titles.append(TextLine(text: title.text, origin: title.origin)) }
  for case .heading(1, let prose) in document.blocks { titles.append(TextLine(text: prose.text, origin: prose.origin)) }
  titles += lines.prefix(40).filter { $0.text.unicodeScalars.count <= 60 && namesReport($0.text) }
  return titles.filter { namesReport($0.text) }
}

private func namesReport(_ text: String) -> Bool {
  let folded = foldLabel(text)
  return contains(folded, reportWord) && disclosureWords.contains { contains(folded, $0) }
}

private let reportWord = foldLabel("报告")
private let disclosureWords = ["信息公开", "资讯公开", "政务公开"].map(foldLabel)

/// The first longer lines, where reports say what they are and what period they cover.
private func openingLines(_ lines: [TextLine]) -> [TextLine] {
  Array(lines.lazy.filter { $0.text.unicodeScalars.count > 25 }.prefix(4))
}

// MARK: The year

private func year(
  titles: [TextLine], opening: [TextLine], document: Document, findings: inout [Finding]
) -> Int? {
  let fromTitle = titles.lazy.compactMap { line in firstYear(line.text).map { ($0, line) } }.first
  let fromPeriod = opening.lazy.compactMap { line in periodYear(line.text).map { ($0, line) } }.first
  if let title = fromTitle, let period = fromPeriod, title.0 != period.0 {
    findings.append(
      Finding(
        .warning, .identityEvidence,
        "the title says \(title.0), the period covered is \(period.0); the title's year is used", origin: title.1.origin
      ))
  }
  if let found = fromTitle { return note(found, "title", into: &findings) }
  if let found = fromPeriod { return note(found, "period covered", into: &findings) }
  if let year = document.metadata.year { return year }
  if let found = opening.lazy.compactMap({ line in firstYear(line.text).map { ($0, line) } }).first {
    return note(found, "opening", into: &findings)
  }
  return nil
}

private func note(_ found: (Int, TextLine), _ place: String, into findings: inout [Finding]) -> Int {
  findings.append(
    Finding(.note, .identityEvidence, "year \(found.0): from the \(place)", origin: found.1.origin))
  return found.0
}

/// The first number from 2000 to 2099 before 年 or a closing bracket, in ASCII, full-width or Han digits.
private func firstYear(_ text: String) -> Int? { years(in: text).first?.year }

/// The year of 2021年1月1日至 … 12月31日.
private func periodYear(_ text: String) -> Int? {
  let digits = text.unicodeScalars.map(asciiDigit)
  for found in years(in: text) {
    let following = digits[found.end...].filter { !isSpace($0) }
    if String(String.UnicodeScalarView(following)).hasPrefix("年1月1日") { return found.year }
  }
  return nil
}

private struct FoundYear {
  var year: Int
  /// The scalars of the digits.
  var start: Int
  var end: Int
}

private func years(in text: String) -> [FoundYear] {
  let scalars = text.unicodeScalars.map(asciiDigit)
  var found: [FoundYear] = []
  var index = 0
  while index < scalars.count {
    let run = scalars[index...].prefix { ("0"..."9").contains($0) }
    if run.count == 4, let year = Int(String(String.UnicodeScalarView(run))), (2000...2099).contains(year),
      isYearMark(scalars[run.endIndex...].first { !isSpace($0) })
    {
      found.append(FoundYear(year: year, start: index, end: run.endIndex))
    }
    index = max(run.endIndex, index + 1)
  }
  return found
}

private func isYearMark(_ scalar: Unicode.Scalar?) -> Bool {
  guard let scalar else { return false }
  return scalar == "年" || scalar == "度" || scalar == "政"
}

/// A digit of any of the three kinds as ASCII.
private func asciiDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar {
  case "\u{FF10}"..."\u{FF19}": Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30))
  case "〇", "○", "零": "0"
  case "一": "1"
  case "二": "2"
  case "三": "3"
  case "四": "4"
  case "五": "5"
  case "六": "6"
  case "七": "7"
  case "八": "8"
  case "九": "9"
  default: scalar
  }
}

// MARK: The agency

private func agency(
  titles: [TextLine], opening: [TextLine], lines: [TextLine], document: Document, findings: inout [Finding]
) -> String? {
  if let agency = document.metadata.agency?.text, !agency.isEmpty { return agency }
  for (place, candidates) in [("title", titles), ("opening", opening)] {
    for line in candidates {
      guard let name = agencyName(line.text) else { continue }
      findings.append(Finding(.note, .identityEvidence, "agency \(name): from the \(place)", origin: line.origin))
      return name
    }
  }
  if let publisher = document.metadata.publisher, looksLikeAgency(publisher.text) {
    findings.append(
      Finding(.note, .identityEvidence, "agency \(publisher.text): from the publisher", origin: publisher.origin))
    return publisher.text
  }
  return signature(lines, findings: &findings)
}

/// The name before 2021年政府信息公开…报告, without the year and the words that lead up to it.
private func agencyName(_ text: String) -> String? {
  let scalars = Array(text.unicodeScalars)
  let simplified = simplifyKnownScalars(scalars)
  for position in positions(of: "信息公开", in: simplified) + positions(of: "政务公开", in: simplified) {
    guard contains(foldLabel(String(String.UnicodeScalarView(scalars[position...].prefix(30)))), reportWord) else {
      continue
    }
    let name = nameEnding(at: position, scalars: scalars, simplified: simplified)
    if looksLikeAgency(name) { return name }
  }
  return nil
}

private func positions(of word: String, in scalars: [Unicode.Scalar]) -> [Int] {
  let needle = Array(word.unicodeScalars)
  guard scalars.count >= needle.count else { return [] }
  return (0...(scalars.count - needle.count)).filter { Array(scalars[$0..<$0 + needle.count]) == needle }
}

private func nameEnding(at position: Int, scalars: [Unicode.Scalar], simplified: [Unicode.Scalar]) -> String {
  var end = position
  var start = end
  while start > 0, !isBoundary(simplified[start - 1]) { start -= 1 }
  let words = ["政府", "关于", "开展", "的", "年度", "年"]
  var changed = true
  while changed, end > start {
    changed = false
    for word in words where hasSuffix(simplified[start..<end], word) {
      end -= word.unicodeScalars.count
      changed = true
    }
    while end > start, isYearCharacter(simplified[end - 1]) {
      end -= 1
      changed = true
    }
    if isHanYear(simplified[start..<end].suffix(4)) {
      end -= 4
      changed = true
    }
  }
  start = skipLead(simplified, from: start, to: end)
  return trimmed(String(String.UnicodeScalarView(scalars[start..<max(start, end)])))
}

private func hasSuffix(_ scalars: ArraySlice<Unicode.Scalar>, _ word: String) -> Bool {
  let needle = Array(word.unicodeScalars)
  return scalars.count >= needle.count && Array(scalars.suffix(needle.count)) == needle
}

/// Skips what stands before the name: 现公布, 特编制, 2021年, 关于.
private func skipLead(_ simplified: [Unicode.Scalar], from start: Int, to end: Int) -> Int {
  var start = start
  let leads = ["现公布", "现将", "现发布", "特编制", "编制", "公布", "发布", "关于", "年度", "年", "度"]
  var changed = true
  while changed, start < end {
    changed = false
    for lead in leads
    where Array(simplified[start..<end].prefix(lead.unicodeScalars.count)) == Array(lead.unicodeScalars) {
      start += lead.unicodeScalars.count
      changed = true
    }
    while start < end, isYearCharacter(simplified[start]) {
      start += 1
      changed = true
    }
    if isHanYear(simplified[start..<end].prefix(4)) {
      start += 4
      changed = true
    }
  }
  return start
}

/// 二〇一六, with any sign for zero.
private func isHanYear(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
  scalars.count == 4 && scalars.first == "二" && scalars.allSatisfy { ("0"..."9").contains(asciiDigit($0)) }
}

private func isYearCharacter(_ scalar: Unicode.Scalar) -> Bool {
  isSpace(scalar) || ("0"..."9").contains(asciiDigit(scalar)) && !"一三四五六七八九".unicodeScalars.contains(scalar)
}

private func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
  "，,。；;：:、《》（）()〔〕【】“”\"|>\n".unicodeScalars.contains(scalar)
}

/// Three to forty Han characters that end like an office.
private func looksLikeAgency(_ text: String) -> Bool {
  let folded = foldLabel(text)
  guard (3...40).contains(folded.count), folded.count == text.unicodeScalars.count, let last = folded.last else {
    return false
  }
  return agencyEndings.contains(last)
}

private let agencyEndings = Set(foldLabel("局厅部委府院室办会处署站队中心所镇乡县市区省州盟旗街道行关社团组学校"))

/// The office that signs: a short line directly before a date near the end.
private func signature(_ lines: [TextLine], findings: inout [Finding]) -> String? {
  let last = lines.filter { !$0.text.isEmpty }.suffix(12)
  for (line, next) in zip(last, last.dropFirst())
  where !years(in: next.text).isEmpty && next.text.unicodeScalars.count < 16 {
    let name = trimmed(line.text)
    guard looksLikeAgency(name) else { continue }
    findings.append(Finding(.note, .identityEvidence, "agency \(name): from the signature", origin: line.origin))
    return name
  }
  return nil
}
