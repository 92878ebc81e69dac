import GovDocument
import GovForms

/// Collects the runs of tables that came as lines of text: one cell per line, blank cells dropped, or a row per line.
///
/// Only kinds that no table block held are looked for, and only where enough labels follow each other: a label that
/// stands alone in prose is no table.
func harvestLines(_ lines: [TextLine], missing: Set<TableKind>, into harvest: inout Harvest) {
  guard !missing.isEmpty else { return }
  var walk = LineWalk()
  var index = 0
  let lines = Array(lines.prefix(mostLines))
  while index < lines.count {
    index += walk.take(lines, at: index)
  }
  walk.close()
  for kind in TableKind.allCases where missing.contains(kind) && walk.isTable(kind) {
    walk.runs.filter { $0.kind == kind }.forEach { harvest.append($0.settled()) }
    for form in walk.votes[kind, default: []] { harvest.votes[form, default: 0] += 1 }
    harvest.findings += walk.unread.filter { $0.run.kind == kind }.map(\.finding)
  }
}

/// A row whose label is followed by words with numbers that are no row of figures.
private struct UnreadRow {
  var run: Run
  var line: TextLine

  var finding: Finding {
    let row = run.slots.first.map { "\(run.kind.rawValue)/\($0.row.text)" } ?? run.kind.rawValue
    return Finding(
      .error, .figureUnreadable,
      "\(row): “\(brief(line.text))” states it in words; read the figures there", origin: line.origin)
  }
}

/// How many lines of a page are searched for tables; a report has some hundreds.
private let mostLines = 20_000

/// The state of the walk over the lines.
private struct LineWalk {
  var runs: [Run] = []
  var votes: [TableKind: [FormIdentifier]] = [:]
  /// The rows of which nothing can be said.
  private(set) var unread: [UnreadRow] = []
  private var current: Run?
  private var reviewLabels: [LabelRole] = []
  private var statistics = StatisticsOrder()

  /// Handles the line at `index` and those joined to it; returns how many lines that were.
  mutating func take(_ lines: [TextLine], at index: Int) -> Int {
    let line = lines[index]
    guard !isSentence(line.text) else { return leaveTable(at: line) }
    let split = splitFigures(line.text)
    if split.words.isEmpty {
      if split.figures.isEmpty { close() } else { append(split.figures, origin: line.origin) }
      return 1
    }
    let isUnit = current?.kind == .statistics && split.words.unicodeScalars.count <= 3 && split.figures.isEmpty
    if isUnit { return 1 }
    let (label, count) = label(lines, at: index, split: split)
    let labels = label.map { [$0] } ?? labelSequence(split.words)
    guard !labels.isEmpty else { return leaveTable(at: line) }
    for label in labels { take(label, origin: line.origin) }
    append(count > 1 ? [] : split.figures, origin: line.origin)
    return count
  }

  /// Whether the walk met enough of a table to believe in it.
  func isTable(_ kind: TableKind) -> Bool {
    let found = runs.filter { $0.kind == kind }
    let rows = Set(found.flatMap(\.slots).map(\.row)).count
    switch kind {
    case .requests: return rows >= 5
    case .disclosure: return rows >= 2 && found.contains { !$0.entries.isEmpty }
    case .review: return found.contains { !$0.entries.isEmpty }
    case .statistics: return rows >= 8
    }
  }

  /// A line that belongs to no table ends what was being collected.
  ///
  /// A row without figures that is followed by words with numbers is not blank: they state its figures, each by the name of
  /// its column, or in a way that is left to a person.
  private mutating func leaveTable(at line: TextLine) -> Int {
    if let run = current, run.entries.isEmpty, printsNumber(line.text) {
      if let named = namedFigures(line.text, slots: run.slots, kind: run.kind, origin: line.origin) {
        current?.entries = named
      } else {
        unread.append(UnreadRow(run: run, line: line))
        current = nil
      }
    }
    close()
    reviewLabels = []
    return 1
  }

  mutating func close() {
    if let run = current { runs.append(run) }
    current = nil
  }

  private mutating func append(_ figures: [String], origin: Origin) {
    let entries = figures.map { Entry(text: $0, origin: origin) }
    if current == nil, !reviewLabels.isEmpty { current = reviewRun(origin: origin) }
    current?.entries += entries
  }

  private mutating func take(_ label: Label, origin: Origin) {
    if label.forms.count == 1, let form = label.forms.first, let kind = label.roles.first?.table {
      votes[kind, default: []].append(form)
    }
    if label.roles.contains(where: { $0.table == .review }), !runs.isEmpty || current == nil || isReview(label) {
      takeReview(label)
      return
    }
    reviewLabels = []
    close()
    guard let (kind, name) = row(of: label) else { return }
    let slots = slots(of: name, kind: kind)
    current = Run(kind: kind, slots: slots, entries: [], isPlaced: false, origin: origin)
  }

  /// Whether a label can only stand in table 3.
  private func isReview(_ label: Label) -> Bool { label.roles.allSatisfy { $0.table == .review } }

  private mutating func takeReview(_ label: Label) {
    let isShared = !isReview(label)
    if isShared && reviewLabels.isEmpty { return takeShared(label) }
    close()
    reviewLabels += label.roles.filter { $0.table == .review }
  }

  /// 总计 outside table 3: the heading of a column, or the row (七)总计 once rows were seen.
  private mutating func takeShared(_ label: Label) {
    close()
    guard runs.contains(where: { $0.kind == .requests }), let (kind, name) = row(of: label) else { return }
    current = Run(kind: kind, slots: slots(of: name, kind: kind), entries: [], isPlaced: false, origin: .document)
  }

  /// The run behind the labels of table 3: one group when its label stands directly before, else all fifteen.
  private mutating func reviewRun(origin: Origin) -> Run? {
    defer { reviewLabels = reviewLabels.filter { if case .column = $0 { true } else { false } } }
    guard reviewLabels.count >= 4 else { return nil }
    var slots = reviewSlots
    if case .row(_, let group)? = reviewLabels.last { slots = slots.filter { $0.row == group } }
    return Run(kind: .review, slots: slots, entries: [], isPlaced: false, origin: origin)
  }

  private mutating func row(of label: Label) -> (TableKind, Name)? {
    var names: [Name] = []
    for role in label.roles {
      guard case .row(let kind, let name) = role, kind != .review else { continue }
      if kind != .statistics { return (kind, name) }
      names.append(name)
    }
    return statistics.next(of: names).map { (.statistics, $0) }
  }

  private func slots(of row: Name, kind: TableKind) -> [Slot] {
    switch kind {
    case .requests: requestColumns.map { Slot(row: row, column: $0) }
    case .disclosure: disclosureColumns(of: row).map { Slot(row: row, column: $0) }
    case .statistics: [Slot(row: row, column: "count")]
    case .review: reviewSlots
    }
  }

  private func disclosureColumns(of row: Name) -> [Name] {
    var tally: [FormIdentifier: Int] = [:]
    for form in votes[.disclosure, default: []] { tally[form, default: 0] += 1 }
    return officialColumns(of: row, votes: tally)
  }
}

/// The label that begins at a line, and the number of lines that print it: short cells are often broken (结果/维持).
private func label(_ lines: [TextLine], at index: Int, split: SplitLine) -> (Label?, Int) {
  if split.figures.isEmpty, split.words.unicodeScalars.count <= 12 {
    var joined = split.words
    for next in lines.indices.dropFirst(index + 1).prefix(2) {
      let words = lines[next].text
      guard !words.isEmpty, words.unicodeScalars.count <= 12, !isFigureText(words) else { break }
      joined += words
      if exactMatch(split.words) == nil || split.words.unicodeScalars.count <= 2, let label = exactMatch(joined) {
        return (LabelBook.statutory.labels[label], next - index + 1)
      }
    }
  }
  return (matchLabel(split.words).map { LabelBook.statutory.labels[$0] }, 1)
}

/// The labels of a line that prints a whole row of them: 三、本年度办理结果 (一)予以公开. Empty unless the line is
/// labels from end to end, for prose may name one.
private func labelSequence(_ words: String) -> [Label] {
  let tokens = words.split(separator: " ")
  guard tokens.count > 1, tokens.count <= 40 else { return [] }
  var labels: [Label] = []
  var start = 0
  while start < tokens.count {
    let longest = (1...min(4, tokens.count - start)).reversed().lazy.compactMap { count -> (Int, Int)? in
      let joined = tokens[start..<start + count].joined()
      return (count == 1 ? matchLabel(joined) : exactMatch(joined)).map { ($0, count) }
    }.first
    guard let (index, count) = longest else { return [] }
    labels.append(LabelBook.statutory.labels[index])
    start += count
  }
  return labels
}

extension Run {
  /// The run as it is believed: too many figures are cut, a full or empty one is placed.
  fileprivate func settled() -> Run {
    var run = self
    if kind == .statistics { run.entries = Array(run.entries.filter { !isUnitDash($0.text) }.suffix(1)) }
    run.entries = Array(run.entries.prefix(slots.count))
    run.isPlaced = run.entries.count == slots.count
    return run.filledIfEmpty()
  }
}
