import GovDocument
import GovForms

/// Turns a document's tables and prose into typed figures, checks them, and writes decisions back to the cells.
///
/// Decisions are made for pictures only: figures that were there as text are reported, never changed. What it
/// notices is appended to the document's findings. It works on text in any script and with damaged labels.
public func recognise(_ document: inout Document) -> Report {
  guard let second = startOfSecondReport(document) else { return recogniseOne(&document) }
  let others = document.blocks[second...]
  document.blocks.removeSubrange(second...)
  // The blocks may be fewer behind it: lines become tables.
  let report = recogniseOne(&document)
  document.blocks += others
  document.findings.append(severalReportsFinding(at: others[second]))
  return report
}

private func recogniseOne(_ document: inout Document) -> Report {
  let lines = textLines(document)
  var harvest = harvestTables(document)
  harvestLines(lines, missing: kindsToSearch(besides: Set(harvest.runs.map(\.kind))), into: &harvest)

  var report = Report()
  identify(document, lines: lines, into: &report, findings: &harvest.findings)
  report.form = formIdentifier(harvest, year: report.year)
  report.sections = sections(of: document)
  harvest.findings += missingTables(
    document, sections: report.sections, found: Set(harvest.runs.map(\.kind)), year: report.year)
  report.mentions = mentions(in: document)

  var boards = makeBoards(&harvest, form: report.form)
  for index in boards.indices {
    settle(&boards[index], mentions: report.mentions, lines: lines, findings: &harvest.findings)
    checkIdentities(&boards[index], tally: &report.identities, findings: &harvest.findings)
    writeDecisions(boards[index], to: &document)
  }
  report.figures = boards.flatMap(figures)
  harvest.findings += figureFindings(report.figures)
  linkMentions(&report, findings: &harvest.findings)
  if rebuildTables(boards, in: &document) { report.sections = sections(of: document) }
  document.findings += harvest.findings
  return report
}

/// The tables that may stand in a document's lines: those that no table of it is. A report has the statistics of the years
/// before 2019 or the tables of the forms since, so whoever has two of these has no statistics.
private func kindsToSearch(besides found: Set<TableKind>) -> Set<TableKind> {
  var missing = Set(TableKind.allCases).subtracting(found)
  if found.subtracting([.statistics]).count > 1 { missing.remove(.statistics) }
  return missing
}

private func settle(_ board: inout Board, mentions: [Mention], lines: [TextLine], findings: inout [Finding]) {
  restoreShiftedRows(&board, findings: &findings)
  switch board.kind {
  case .requests:
    settleRequests(&board, preferredColumn: applicants(in: lines) ?? 0, findings: &findings)
  case .review: settleReview(&board, findings: &findings)
  case .disclosure, .statistics: settleWithoutEquations(&board)
  }
  // However well a figure was read, where it belongs may be open: then it stays what it was made.
  for index in board.squares.indices where board.squares[index].status == .read {
    guard let reading = board.squares[index].entry.reading, !board.squares[index].isInDoubt else { continue }
    board.squares[index].status = reading.status
    board.squares[index].confidence = reading.confidence
  }
}

/// The form of the tables found: the one whose own labels occur most, else the one of the year.
private func formIdentifier(_ harvest: Harvest, year: Int?) -> FormIdentifier {
  guard !harvest.runs.isEmpty else { return .none }
  if harvest.runs.allSatisfy({ $0.kind == .statistics }) { return .form2014 }
  let votes = harvest.votes.filter { $0.key != .form2014 }
  let newer = votes[.form2021, default: 0]
  let older = votes[.form2019, default: 0]
  if newer != older { return newer > older ? .form2021 : .form2019 }
  return (year ?? 2021) <= 2020 ? .form2019 : .form2021
}

private func figures(of board: Board) -> [ReportFigure] {
  board.squares.map { square in
    ReportFigure(
      table: board.kind.rawValue, row: square.slot.row.text, column: square.slot.column.text, figure: square.figure,
      text: square.printedText, status: square.status, confidence: square.confidence,
      alternatives: square.alternatives, label: square.label, columnLabel: square.columnLabel,
      origin: square.entry.origin)
  }
}

extension Square {
  /// The text of the cell after the decision; empty for a blank or unreadable cell.
  fileprivate var printedText: String {
    switch figure {
    case .blank: ""
    case .unreadable: ""
    default: trimmed(decision ?? entry.text)
    }
  }
}
