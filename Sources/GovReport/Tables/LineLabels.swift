import GovForms

/// What a line of a table prints, with the lines that go on with its label.
struct LineRow {
  var labels: [Label]
  /// The number of lines, the first included.
  var count = 1
  var figures: [String]
}

/// The row that begins at a line: short cells are often broken (结果/维持), and a PDF breaks labels wherever its column ends.
func lineRow(_ lines: [TextLine], at index: Int, split: SplitLine) -> LineRow? {
  if split.figures.isEmpty, let row = joinedRow(lines, at: index, words: split.words) { return row }
  if let label = matchLabel(split.words) {
    return LineRow(labels: [LabelBook.statutory.labels[label]], figures: split.figures)
  }
  let labels = labelSequence(split.words)
  return labels.isEmpty ? nil : LineRow(labels: labels, figures: split.figures)
}

private func joinedRow(_ lines: [TextLine], at index: Int, words: String) -> LineRow? {
  guard words.utf8.count <= longestLinePart, words.unicodeScalars.count <= 2 || exactMatch(words) == nil else {
    return nil
  }
  var joined = words
  for next in lines.indices.dropFirst(index + 1).prefix(mostLabelLines - 1) {
    let text = lines[next].text
    guard !text.isEmpty, text.utf8.count <= longestLinePart, !isSentence(text) else { return nil }
    let part = splitFigures(text)
    guard !part.words.isEmpty, !part.isTorn else { return nil }
    joined += part.words
    let labels = exactMatch(joined).map { [LabelBook.statutory.labels[$0]] } ?? labelSequence(joined)
    if !labels.isEmpty { return LineRow(labels: labels, count: next - index + 1, figures: part.figures) }
    guard part.figures.isEmpty else { return nil }
  }
  return nil
}

/// The most lines that one label is broken over.
private let mostLabelLines = 4
/// The most UTF-8 bytes of a part of a label with its figures: 60 characters.
private let longestLinePart = 180

/// The labels of a line that prints a whole row of them: 三、本年度办理结果 (一)予以公开. Empty unless the line is
/// labels from end to end, for prose may name one.
private func labelSequence(_ words: String) -> [Label] {
  let tokens = words.split(separator: " ").map { String($0) }
  guard tokens.count > 1, tokens.count <= 40 else { return [] }
  var labels: [Label] = []
  var start = 0
  while start < tokens.count {
    guard let found = longestLabel(Array(tokens[start...])) else { return [] }
    labels.append(LabelBook.statutory.labels[found.label])
    start += found.count
  }
  return labels
}

/// The longest label with which a row of words begins, and the number of its words; damage is allowed in a label of one.
func longestLabel(_ words: [String]) -> (label: Int, count: Int)? {
  guard !words.isEmpty else { return nil }
  return (1...min(4, words.count)).reversed().lazy.compactMap { count in
    (count == 1 ? matchLabel(words[0]) : exactMatch(words[..<count].joined())).map { ($0, count) }
  }.first
}
