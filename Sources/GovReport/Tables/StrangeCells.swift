import GovDocument
import GovForms

/// What stands where a figure belongs and is none: 约12, 详见附件, ①. It is no blank, and the row is not to be left out.

/// The row that begins a line and goes on with something that is neither label nor figure, with all that it prints.
///
/// Only labels that stand in the book without damage count: prose begins with words, too.
func strangeRow(_ text: String) -> LineRow? {
  guard text.utf8.count <= longestStrangeRow else { return nil }
  let tokens = text.unicodeScalars.split { isSpace($0) || partsCells($0) }.map { String($0) }
  var labels: [Label] = []
  var start = 0
  while let found = longestLabel(Array(tokens[start...].prefix(4).prefix { !isNoLabel($0) })),
    start + found.count < tokens.count
  {
    let label = LabelBook.statutory.labels[found.label]
    guard exactMatch(tokens[start..<start + found.count].joined()) != nil else { return nil }
    labels.append(label)
    start += found.count
  }
  let rest = Array(tokens[start...])
  guard let last = labels.last, last.roles.contains(where: { if case .row = $0 { true } else { false } }),
    rest.contains(where: { !isFigureText($0) && !isUnitText($0) })
  else { return nil }
  return LineRow(labels: labels, figures: rest.filter { !isUnitText($0) || isFigureText($0) })
}

/// The most UTF-8 bytes of a line that is a row with a strange cell: the longest labels and some words.
private let longestStrangeRow = 360

/// Whether a line can be no label, though damage would make one of it together with the lines around: ①, 约12, N/A.
func isNoLabel(_ text: String) -> Bool {
  foldLabel(text).isEmpty || text == "一" || resemblesFigure(text) && exactMatch(text) == nil
}

/// Whether a row's label is followed by a word that is no part of it, though labels may be damaged: 行政许可 ①, 行政强制 保密.
func endsStrangely(_ text: String) -> Bool {
  let tokens = text.unicodeScalars.split { isSpace($0) || partsCells($0) }.map { String($0) }
  guard tokens.count > 1, tokens.count <= 12, let last = tokens.last, !isFigureText(last), !isUnitText(last),
    isNoLabel(last) || last.unicodeScalars.count <= 6 && matchLabel(last) == nil,
    let head = exactMatch(tokens.dropLast().filter { !isUnitText($0) }.joined())
  else { return false }
  return exactMatch(tokens.joined()).map { [head, exactMatch(tokens.dropLast().joined())].contains($0) } ?? true
}

/// Whether a text states a number in its way: 约12, 12（上年5）, 十二, 12%. An enumerator before a label is none.
func resemblesFigure(_ text: String) -> Bool {
  let scalars = Array(text.unicodeScalars.filter { !isSpace($0) })
  guard scalars.count <= 24 else { return false }
  if case .count = parseFigure(text, kind: .count) { return true }
  var depth = 0
  var hasDigit = false
  for scalar in scalars {
    if scalar == "(" || scalar == "（" { depth += 1 }
    if isDigit(scalar) { hasDigit = true }
    if depth == 0, isHan(scalar), !isUnitCharacter(scalar), !isHanNumeral(scalar), !vagueWords.contains(scalar) {
      return false
    }
    if scalar == ")" || scalar == "）" { depth -= 1 }
  }
  return hasDigit && depth == 0
}

/// What makes a number vague.
private let vagueWords = "约近超共逾达余多几不足左右以上下".unicodeScalars

/// 第3页, 第3页共8页, which a PDF leaves between the rows of a table.
func isPageNumber(_ scalars: [Unicode.Scalar]) -> Bool {
  scalars.first == "第" && scalars.contains("页") && scalars.dropFirst().first.map(isDigit) ?? false
}

/// Whether a line is short enough for a cell of figures, and no label that damage has made unknown: those have enumerators.
func mayFillCell(_ text: String) -> Bool {
  if isNoLabel(text) { return true }
  let scalars = text.unicodeScalars
  guard scalars.count <= 8, !isPageNumber(Array(scalars)), let first = scalars.first else { return false }
  let numeral = scalars.prefix { isDigit($0) || isHanNumeral($0) }
  let follows = scalars.dropFirst(numeral.count).first
  return !"（(".unicodeScalars.contains(first)
    && (numeral.isEmpty || !(follows.map(".．、".unicodeScalars.contains) ?? false))
}

/// Whether a line is a word or two before the heading of a section: what stands in the last cell of a table, if anything does.
func isLastCell(_ text: String, before next: String) -> Bool {
  let numeral = next.unicodeScalars.prefix(while: isHanNumeral)
  guard !numeral.isEmpty, next.unicodeScalars.dropFirst(numeral.count).first == "、",
    let first = text.unicodeScalars.first
  else { return false }
  return text.unicodeScalars.count <= 6 && !"表附注註图圖备備续續（(".unicodeScalars.contains(first)
}

/// Whether a text is nothing but units: 件, 人次, （万元）, 条/件.
func isUnitText(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  return scalars.count <= 6 && scalars.contains(where: isUnitCharacter)
    && scalars.allSatisfy { isUnitCharacter($0) || "（）()/／、:：单位名家部户例".unicodeScalars.contains($0) }
}
