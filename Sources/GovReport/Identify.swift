import GovDocument

/// Finds the agency and the year of a report in its title, its prose and its metadata, and says where.
func identify(_ document: Document, lines: [TextLine], into report: inout Report, findings: inout [Finding]) {
  let titles = titleLines(document, lines: lines)
  let opening = openingLines(lines)
  for line in titles.prefix(1) { findings += [academicYear(line)].compactMap { $0 } }
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

func namesReport(_ text: String) -> Bool {
  let folded = foldLabel(text)
  return contains(folded, reportWord) && disclosureWords.contains { contains(folded, $0) }
}

let reportWord = foldLabel("报告")
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

/// What a person must know of a title with an academic year (2020-2021学年), whose figures are those of two years.
private func academicYear(_ line: TextLine) -> Finding? {
  guard line.text.contains("学年") || line.text.contains("學年") else { return nil }
  return Finding(
    .warning, .identityEvidence,
    "“\(brief(line.text))” covers an academic year; compare it with reports of calendar years with care",
    origin: line.origin)
}

private func note(_ found: (Int, TextLine), _ place: String, into findings: inout [Finding]) -> Int {
  findings.append(
    Finding(.note, .identityEvidence, "year \(found.0): from the \(place)", origin: found.1.origin))
  return found.0
}

/// The first number from 2000 to 2099 before 年 or a closing bracket, in ASCII, full-width or Han digits.
func firstYear(_ text: String) -> Int? { years(in: text).first?.year }

/// The year of 2021年1月1日至 … 12月31日.
private func periodYear(_ text: String) -> Int? {
  let digits = text.unicodeScalars.map(asciiDigit)
  for found in years(in: text) {
    if digits[found.end...].lazy.filter({ !isSpace($0) }).starts(with: "年1月1日".unicodeScalars) { return found.year }
  }
  return nil
}

struct FoundYear {
  var year: Int
  /// The scalars of the digits.
  var start: Int
  var end: Int
}

func years(in text: String) -> [FoundYear] {
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
func asciiDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
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
