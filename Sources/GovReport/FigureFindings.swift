import GovDocument

/// What a person must know about the figures themselves: those that nobody could read, those that are guesses.
func figureFindings(_ figures: [ReportFigure]) -> [Finding] {
  let several = Dictionary(grouping: figures.filter(\.isOneOfSeveral), by: \.table)
  var findings = figures.filter { (several[$0.table] ?? []).count < 2 || !$0.isOneOfSeveral }.compactMap(unreadable)
  findings += TableKind.allCases.compactMap { several[$0.rawValue].flatMap(ambiguous) }
  findings += gaps(figures.filter { $0.table == TableKind.disclosure.rawValue })
  guard figures.contains(where: { $0.status != .read }) else { return findings }
  for table in TableKind.allCases {
    let members = figures.filter { $0.table == table.rawValue }
    findings += members.filter { $0.status == .inferred }.map { figure in
      Finding(
        .warning, .figureDoubtful,
        "\(figure.identifier) is inferred: no reader saw \(figure.text), the equations demand it; compare the picture",
        origin: figure.origin, figures: [figure.identifier])
    }
    findings += open(members, table: table)
    findings += reconciled(members, table: table)
  }
  return findings
}

private func unreadable(_ figure: ReportFigure) -> Finding? {
  guard case .unreadable(let text) = figure.figure else { return nil }
  let cause =
    text.isEmpty
    ? "what is printed there could not be told" : "“\(brief(text))” is no figure that this column can hold"
  return Finding(
    .error, .figureUnreadable, "\(figure.identifier): \(cause)",
    origin: figure.origin, figures: [figure.identifier])
}

/// The rows of table 1 in which a figure is blank beside others: no sum of the form would show that a cell was left out and those
/// behind it moved. A change of which there is nothing to say is blank on many pages.
private func gaps(_ figures: [ReportFigure]) -> [Finding] {
  Dictionary(grouping: figures, by: \.row).values.compactMap { row -> (Int, Finding)? in
    let blank = row.filter { $0.figure == .blank && $0.status == .read && $0.column != "change" }
    guard let first = blank.first, blank.count < row.count(where: { $0.column != "change" }),
      let place = figures.firstIndex(where: { $0.row == first.row })
    else { return nil }
    return (
      place,
      Finding(
        .warning, .placementOpen,
        "disclosure/\(first.row): \(first.column) is blank beside other figures; see on the page that none of them has moved",
        origin: row[0].origin, figures: row.map(\.identifier))
    )
  }.sorted { $0.0 < $1.0 }.map(\.1)
}

/// One finding for a table whose places hold several figures each, below heads such as 本级 and 合计.
private func ambiguous(_ figures: [ReportFigure]) -> Finding? {
  guard figures.count > 1, let first = figures.first, case .unreadable(let text) = first.figure else { return nil }
  return Finding(
    .error, .figureUnreadable,
    "\(first.table): in the places of \(figures.count) figures several are printed, “\(brief(text))” for \(first.identifier), and nothing "
      + "says which is meant; they stay in the table only", origin: first.origin, figures: figures.map(\.identifier))
}

extension ReportFigure {
  /// Whether several figures were printed in its place; they came out as lines.
  fileprivate var isOneOfSeveral: Bool {
    if case .unreadable(let text) = figure { text.contains("\n") } else { false }
  }
}

private func open(_ figures: [ReportFigure], table: TableKind) -> [Finding] {
  let doubtful = figures.filter { $0.status == .doubtful }
  guard let first = doubtful.first else { return [] }
  let isPicture = if case .picture = first.origin { true } else { false }
  let cause = isPicture ? "the readers of the picture disagree" : "blank cells of the source are lost"
  return [
    Finding(
      .warning, isPicture ? .figureDoubtful : .placementOpen,
      "\(table.rawValue): \(doubtful.count) figures are best guesses with alternatives, because \(cause); compare them "
        + "with the page", origin: first.origin, figures: doubtful.map(\.identifier))
  ]
}

private func reconciled(_ figures: [ReportFigure], table: TableKind) -> [Finding] {
  let decided = figures.filter { $0.status == .reconciled }
  guard let first = decided.first else { return [] }
  return [
    Finding(
      .note, .figureReconciled,
      "\(table.rawValue): the equations decided \(decided.count) figures about which readers disagreed",
      origin: first.origin, figures: decided.map(\.identifier))
  ]
}
