import GovDocument

/// The lines between the rows of the statistics that print figures beside a label that nobody knows: the table has no row by which
/// to miss them, and most of its rows stand in no sum.
struct UnknownLines {
  /// The lines that are rows for certain: another row of the table follows, or they name a unit.
  private(set) var found: [TextLine] = []
  private var pending: [TextLine] = []
  /// The last line, when it may be the label of the figure on the next one.
  private var label: TextLine?
  private var isInTable = false

  /// Notes that a row of a table begins.
  mutating func beginRow(of kind: TableKind) {
    if isInTable, kind == .statistics { found += pending }
    isInTable = kind == .statistics
    (pending, label) = ([], nil)
  }

  /// Notes a line that is no row.
  mutating func pass(_ line: TextLine) {
    guard isInTable else { return }
    guard !isSentence(line.text) else { return end() }
    let split = splitFigures(line.text)
    if !split.words.isEmpty, split.figures.contains(where: printsNumber) {
      pending.append(line)
      label = nil
    } else {
      label = split.figures.isEmpty ? line : nil
    }
  }

  /// Notes figures that stand behind no row's label.
  mutating func passFigures(_ figures: [String]) {
    if let label, figures.contains(where: printsNumber) { pending.append(label) }
    label = nil
  }

  /// Notes that the table has ended.
  mutating func end() {
    found += pending.filter { line in
      line.text.unicodeScalars.split { isSpace($0) || partsCells($0) }.contains { isUnitText(String($0)) }
    }
    (pending, label, isInTable) = ([], nil, false)
  }

  /// What a person must know of them.
  var finding: Finding? {
    guard let first = found.first else { return nil }
    let rows =
      found.count == 1
      ? "the row “\(brief(first.text))” is" : "\(found.count) rows, from “\(brief(first.text))” on, are"
    return Finding(
      .warning, .unknownRow, "statistics: \(rows) not in the form; the figures stay in the text only",
      origin: first.origin)
  }
}
