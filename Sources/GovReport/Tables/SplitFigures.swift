/// A line taken apart: words that may be a label, and the figures that end the line.
struct SplitLine {
  var words: String
  var figures: [String]
  /// Whether the figure was torn from the word that it is printed at, so that digits of several may run together.
  var isTorn = false
}

/// Splits the figures off the end of a line: 行政许可 1225 → 行政许可, [1225]; 收到申请数：12件 → 收到申请数, [12件].
///
/// Bars, slashes, commas and semicolons may part the figures. A figure that is printed directly at its label (规章12) is torn off only
/// where nothing else ends the line.
func splitFigures(_ text: String) -> SplitLine {
  let tokens = text.unicodeScalars.split { isSpace($0) || partsCells($0) }.map { String($0) }
  guard let last = tokens.lastIndex(where: { !isFigureText($0) }) else {
    return SplitLine(words: "", figures: withoutSeparators(tokens))
  }
  let figures = withoutSeparators(Array(tokens[(last + 1)...]))
  if figures.isEmpty, let split = splitToken(tokens[last]),
    last == 0 || !split.isTorn || split.words.unicodeScalars.contains(where: isHan)
  {
    let words = tokens[..<last] + (split.words.isEmpty ? [] : [split.words])
    return SplitLine(words: words.joined(separator: " "), figures: split.figures, isTorn: split.isTorn)
  }
  return SplitLine(words: tokens[...last].joined(separator: " "), figures: figures)
}

/// Whether a character stands between cells and in none.
func partsCells(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "|", "｜", "│", "；", ";": true
  default: false
  }
}

/// The figures without the slashes that stand between them and before the first; a slash for none stands beside another.
private func withoutSeparators(_ tokens: [String]) -> [String] {
  guard tokens.count > 1, tokens.contains(where: isSlash) else { return tokens }
  let first = isSlash(tokens[0]) ? 0 : 1
  let separators = stride(from: first, to: tokens.count, by: 2)
  let isAlternating = tokens.indices.allSatisfy { isSlash(tokens[$0]) == (($0 - first) % 2 == 0) }
  guard isAlternating, separators.underestimatedCount * 2 >= tokens.count - 1, tokens.count - first > 1 else {
    return tokens
  }
  return tokens.filter { !isSlash($0) }
}

/// Whether a token is nothing but a slash, which parts figures or says that there is none.
func isSlash(_ token: String) -> Bool { token == "/" || token == "／" }

/// The last token of a line taken apart at its colon, at commas between figures, or before its digits.
private func splitToken(_ token: String) -> SplitLine? {
  let scalars = token.unicodeScalars
  guard token.utf8.count <= longestLineWithFigure, scalars.contains(where: isDigit) else { return nil }
  let list = figureList(token)
  if list.count > 1 { return SplitLine(words: "", figures: list) }
  if let split = splitAtCommas(token) { return split }
  if let colon = scalars.lastIndex(where: { $0 == "：" || $0 == ":" }) {
    let figures = figureList(String(scalars[scalars.index(after: colon)...]))
    if !figures.isEmpty { return SplitLine(words: String(scalars[..<colon]), figures: figures) }
  }
  guard let tail = scalars.lastIndex(where: { !isDigit($0) && !isFigureMark($0) }), tail < scalars.endIndex else {
    return nil
  }
  let figure = String(scalars[scalars.index(after: tail)...].drop { !isDigit($0) })
  guard !figure.isEmpty, isFigureText(figure), mayStandBeforeFigure(scalars[tail]) else { return nil }
  return SplitLine(words: String(scalars[...tail]), figures: [figure], isTorn: true)
}

/// Whether a figure may be printed directly behind a character: one of a label. Letters and signs do not count in labels, so what
/// is torn from one would seem to stand at its label, though l2 may be 12, and ＜12 is not 12.
private func mayStandBeforeFigure(_ scalar: Unicode.Scalar) -> Bool {
  isHan(scalar) || "）)》”’\"：:、，,】]".unicodeScalars.contains(scalar)
}

func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }

/// A token of which commas part the label and two figures or more: 规章,12,0,3. Three digits behind a comma may be thousands.
private func splitAtCommas(_ token: String) -> SplitLine? {
  let parts = token.unicodeScalars.split { $0 == "," || $0 == "，" }.map { String($0) }
  let figures = parts.reversed().prefix { isFigureText($0) }.reversed()
  guard figures.count > 1, figures.count < parts.count, figures.allSatisfy({ $0.unicodeScalars.count != 3 }) else {
    return nil
  }
  return SplitLine(words: parts.dropLast(figures.count).joined(separator: " "), figures: Array(figures))
}

/// The figures of a text that is nothing but figures between commas; none of any other.
private func figureList(_ text: String) -> [String] {
  if !text.isEmpty, isFigureText(text) { return [text] }
  let parts = text.unicodeScalars.split { "、，；;,".unicodeScalars.contains($0) }.map { String($0) }
  return parts.allSatisfy { isFigureText($0) } ? parts : []
}

/// What may stand inside and behind the digits of a figure: its point, its commas, its unit.
private func isFigureMark(_ scalar: Unicode.Scalar) -> Bool {
  ".,．，万元亿件条个次宗份项人篇起批场期".unicodeScalars.contains(scalar)
}

/// The most UTF-8 bytes of a label with its figures.
private let longestLineWithFigure = 400
