import GovDocument

/// What a person must know about the figures themselves: those that nobody could read, those that are guesses.
func figureFindings(_ figures: [ReportFigure]) -> [Finding] {
  var findings = figures.compactMap(unreadable)
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
