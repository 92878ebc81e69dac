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
  walk.end()
  for kind in TableKind.allCases where missing.contains(kind) && walk.isTable(kind) {
    let runs = walk.runs.filter { $0.kind == kind }
    for run in kind == .statistics ? withOneFigureEach(runs) : runs {
      harvest.append(run.settled())
      if let finding = run.surplus { harvest.findings.append(finding) }
    }
    let placed = runs.first { $0.slots.count > 1 && $0.entries.count == $0.slots.count }
    if let placed, [.requests, .disclosure].contains(kind), !walk.heads.kinds.contains(kind) {
      reportMissingHeads(kind, at: placed.origin, into: &harvest)
    }
    for form in walk.votes[kind, default: []] { harvest.votes[form, default: 0] += 1 }
    harvest.findings += walk.unread.filter { $0.run.kind == kind }.map(\.finding)
    if kind == .statistics, let finding = walk.unknown.finding { harvest.findings.append(finding) }
  }
  for kind in TableKind.allCases {
    if let finding = walk.unused(kind, seen: harvest.rowsSeen[kind] ?? []) { harvest.findings.append(finding) }
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
  private(set) var unknown = UnknownLines()
  private var current: Run?
  private var reviewLabels: [LabelRole] = []
  private var statistics = StatisticsOrder()
  private(set) var heads = LineHeads()

  /// Handles the line at `index` and those joined to it; returns how many lines that were.
  mutating func take(_ lines: [TextLine], at index: Int) -> Int {
    let line = lines[index]
    guard !isSentence(line.text) else { return leaveTable(at: line) }
    let split = splitFigures(line.text)
    if split.isTorn, let index = exactMatch(split.words) { return takeTorn(split, label: index, at: line) }
    if split.words.isEmpty {
      if split.figures.isEmpty { close() } else { append(split.figures, origin: line.origin) }
      return 1
    }
    if current?.kind == .statistics && split.figures.isEmpty && isUnitText(split.words) { return 1 }
    let isAwaited = current?.entries.isEmpty ?? false
    let isStrange = split.figures.isEmpty && (isAwaited && isNoLabel(line.text) || endsStrangely(line.text))
    guard !split.isTorn, !isStrange, let row = lineRow(lines, at: index, split: split) else {
      return takeStrange(line, next: lines.indices.contains(index + 1) ? lines[index + 1].text : "")
    }
    for label in row.labels { take(label, origin: line.origin) }
    append(row.figures, origin: line.origin)
    return row.count
  }

  /// Takes a line whose figure is printed directly at its label, where the row has one figure; digits of several run together.
  private mutating func takeTorn(_ split: SplitLine, label index: Int, at line: TextLine) -> Int {
    take(LabelBook.statutory.labels[index], origin: line.origin)
    guard let run = current, run.entries.isEmpty, run.slots.count > 1 else {
      append(split.figures, origin: line.origin)
      return 1
    }
    unread.append(UnreadRow(run: run, line: line))
    current = nil
    return 1
  }

  /// Takes a line that is no row of labels and figures, and may be one with something else in the place of a figure.
  ///
  /// Where the rows have one figure each it is that figure, and comes out as unreadable. Of several none is certain any more.
  private mutating func takeStrange(_ line: TextLine, next: String) -> Int {
    if let row = strangeRow(line.text) {
      for label in row.labels { take(label, origin: line.origin) }
      append(row.figures, origin: line.origin)
      if let run = current, run.entries.count != run.slots.count && run.kind != .statistics { giveUp(run, at: line) }
      return 1
    }
    guard let run = current, run.entries.count < run.slots.count, mayFillCell(line.text),
      namedFigures(line.text, slots: run.slots, kind: run.kind, origin: line.origin) == nil
    else { return leaveTable(at: line) }
    let following = splitFigures(next)
    let isBeforeFigure = following.words.isEmpty && !following.figures.isEmpty
    let label = longestLabel([following.words]).map { LabelBook.statutory.labels[$0.label] }
    let isBeforeRow = label?.roles.contains { $0.table == run.kind } ?? false
    if run.slots.count == 1, resemblesFigure(line.text), !isBeforeFigure {
      append([line.text], origin: line.origin)
    } else if isBeforeFigure || isBeforeRow || isLastCell(line.text, before: next) {
      giveUp(run, at: line)
    } else {
      return leaveTable(at: line)
    }
    return 1
  }

  private mutating func giveUp(_ run: Run, at line: TextLine) {
    unread.append(UnreadRow(run: run, line: line))
    current = nil
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

  /// Says that lines print figures of rows that the report does not have; two such lines may be prose.
  func unused(_ kind: TableKind, seen: Set<Name>) -> Finding? {
    let printed = runs.compactMap { run in
      run.entries.first { printsNumber($0.text) }.map { (run: run, text: $0.text, origin: $0.origin) }
    }
    let lost = (printed + unread.map { ($0.run, $0.line.text, $0.line.origin) })
      .filter { found in found.run.kind == kind && !found.run.slots.contains { seen.contains($0.row) } }
    guard let first = lost.first, Set(lost.flatMap(\.run.slots).map(\.row)).count > 2 else { return nil }
    return unusedFinding(kind, count: lost.count, first: first.text, at: first.origin)
  }

  /// A line that belongs to no table ends what was being collected.
  ///
  /// A row without figures that is followed by words with numbers is not blank: they state its figures, each by the name of
  /// its column, or in a way that is left to a person.
  private mutating func leaveTable(at line: TextLine) -> Int {
    if let run = current, run.entries.isEmpty, printsNumber(line.text) {
      if let named = namedFigures(line.text, slots: run.slots, kind: run.kind, origin: line.origin) {
        current?.entries = named
        heads.stated(of: run.kind)
      } else if statesFigures(line.text) {
        unread.append(UnreadRow(run: run, line: line))
        current = nil
      }
    }
    unknown.pass(line)
    close()
    reviewLabels = []
    return 1
  }

  /// Ends the walk.
  mutating func end() {
    close()
    unknown.end()
  }

  private mutating func close() {
    if let run = current { runs.append(run) }
    current = nil
  }

  private mutating func append(_ figures: [String], origin: Origin) {
    guard !figures.isEmpty else { return }
    let entries = figures.map { Entry(text: $0, origin: origin) }
    if current == nil, !reviewLabels.isEmpty { current = reviewRun(origin: origin) }
    if current == nil { unknown.passFigures(figures) }
    current?.entries += entries
  }

  private mutating func take(_ label: Label, origin: Origin) {
    if label.forms.count == 1, let form = label.forms.first, let kind = label.roles.first?.table {
      votes[kind, default: []].append(form)
    }
    heads.take(label)
    if label.roles.contains(where: { $0.table == .review }), !runs.isEmpty || current == nil || isReview(label) {
      takeReview(label)
      return
    }
    reviewLabels = []
    close()
    guard let (kind, name) = row(of: label) else { return }
    let slots = slots(of: name, kind: kind)
    unknown.beginRow(of: kind)
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
    var slots = reviewSlots(named: reviewLabels)
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

  private mutating func slots(of row: Name, kind: TableKind) -> [Slot] {
    switch kind {
    case .requests: heads.applicants(above: row).map { Slot(row: row, column: $0) }
    case .disclosure: heads.disclosure(above: disclosureColumns(of: row)).map { Slot(row: row, column: $0) }
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
