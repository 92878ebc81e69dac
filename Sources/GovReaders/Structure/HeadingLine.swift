import GovForms

/// The level of the heading that a whole line is; `nil` for a line that is none.
///
/// A line is a heading when its printed number is followed by a short title and nothing else. A number that runs into a
/// sentence (（一）主动公开。2021年…) stays a paragraph, and so does an enumerated statement (1、受理申请12件). A line
/// without a number is a heading when it is one of the official section titles.
package func headingLevel(of line: Line) -> Int? {
  guard !line.isCut, let number = printedNumber(of: line) else { return isSectionTitle(line) ? 2 : nil }
  let title = Array(line.folded[number.length...].filter { $0 != 0x20 })
  return isTitle(title, level: number.level) ? min(number.level, 6) : nil
}

/// Whether a line without a printed number is the title of an official section, as 2008 and later forms have them.
package func isSectionTitle(_ line: Line) -> Bool {
  guard (2...28).contains(line.compact.count), !line.endsSentence else { return false }
  return sectionTitles.contains { $0.scalars == line.compact }
}

/// Whether a whole line could be a title: short, one clause, no statement.
private func isTitle(_ title: [UInt32], level: Int) -> Bool {
  guard title.count >= (title.last == stop ? 3 : 2), title.count <= (level == 2 ? 44 : level == 3 ? 40 : 32) else {
    return false
  }
  let last = title[title.count - 1]
  // A title of its own line may carry a full stop in levels that are printed in bold; a numbered point with one is
  // a short sentence.
  let mayEnd = level <= 3 && (last == stop || last == colon) && title.count <= 26
  if isSentenceEnd(last), !mayEnd { return false }
  let inner = title.dropLast()
  if inner.contains(where: isInnerStop) { return false }
  if inner.count(where: { $0 == comma }) > (level <= 3 ? 2 : 1) { return false }
  return !isStatement(title)
}

/// Whether a number of things is stated, as in 受理申请12件: titles state none but a year.
private func isStatement(_ title: [UInt32]) -> Bool {
  for index in title.indices.dropFirst() where isDigit(title[index - 1]) && counters.contains(title[index]) {
    return true
  }
  return false
}

private func isInnerStop(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x3002, 0x21, 0x3F, 0x3B: true
  default: false
  }
}

private let stop = ("。" as Unicode.Scalar).value
private let colon = (":" as Unicode.Scalar).value
private let comma = ("," as Unicode.Scalar).value
private let counters = Set("件条次个篇人万元宗份场期例起家户%".unicodeScalars.map(\.value))

/// Official titles as they are printed without a number.
private let sectionTitles: [LineWord] =
  SectionHeading.all.map { LineWord($0.official) }
  + LineWord.list(
    "概述 总体情况 工作概述 基本情况 主动公开政府信息情况 主动公开政府信息的情况 收到和处理政府信息公开申请情况 依申请公开政府信息情况 依申请公开政府信息办理情况 政府信息公开行政复议、行政诉讼情况"
      + " 政府信息公开申请行政复议、提起行政诉讼情况 存在的主要问题及改进情况 存在的主要问题和改进措施 存在的问题和改进措施 存在问题及改进措施 其他需要报告的事项 需要说明的事项与附表 政府信息公开收费及减免情况"
      + " 咨询处理情况 复议诉讼和申诉情况")
