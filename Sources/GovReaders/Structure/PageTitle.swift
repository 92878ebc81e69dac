/// A page's title without the name of the site: `标题_站名` and `站名 - 栏目 - 标题` give `标题`.
///
/// Among the parts between separators the one that names a report is chosen, the longest of several; without such a
/// part the first that is not the name of a site. A name such as 公开年报 is too short for a report: it is a column's. A hyphen between digits separates nothing.
package func cleanTitle(_ title: String) -> String {
  let line = Line(title)
  let parts = titleParts(of: line)
  guard parts.count > 1 else { return line.text(0..<line.scalars.count) }
  let reports = parts.filter { $0.count >= 9 && Array(line.folded[$0].filter { $0 != 0x20 }).hasAny(reportWords) }
  if let report = reports.max(by: { $0.count < $1.count }) { return line.text(report) }
  let named = parts.first { !isSiteName(line, $0) } ?? parts[0]
  return line.text(named)
}

/// Whether a text names an annual report on information disclosure.
package func namesReport(_ line: Line) -> Bool {
  let text = line.compact
  return text.hasAny(disclosureWords) && text.hasAny(reportWords)
}

private func titleParts(of line: Line) -> [Range<Int>] {
  var parts: [Range<Int>] = []
  var start = 0
  for index in line.folded.indices where isSeparator(line, at: index) {
    if index > start { parts.append(start..<index) }
    start = index + 1
  }
  if start < line.folded.count { parts.append(start..<line.folded.count) }
  return parts.filter { !line.text($0).isEmpty }
}

private func isSeparator(_ line: Line, at index: Int) -> Bool {
  let text = line.folded
  switch text[index] {
  case 0x5F, 0x7C, 0x3E, 0xBB, 0x203A: return true
  case 0x2D, 0x2013, 0x2014, 0x2015:
    let before = text[..<index].last { $0 != 0x20 }
    let after = text[(index + 1)...].first { $0 != 0x20 }
    guard let before, let after else { return true }
    return !(isDigit(before) && isDigit(after))
  default: return false
  }
}

private func isSiteName(_ line: Line, _ part: Range<Int>) -> Bool {
  let text = line.folded[part].filter { $0 != 0x20 }
  return siteEndings.contains { text.count >= $0.scalars.count && text.has($0, at: text.count - $0.scalars.count) }
}

private let reportWords = LineWord.list("报告 年报")
private let disclosureWords = LineWord.list("信息公开 政务公开")
private let siteEndings = LineWord.list("年报 年度报告 网 网站 门户 门户网站 政府 平台 频道 首页 信息公开 政务公开 局 厅 委员会")
