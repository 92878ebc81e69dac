import GovDocument
import GovForms

/// Sets up the board of every statutory table of which rows were found.
func makeBoards(_ harvest: inout Harvest, form: FormIdentifier) -> [Board] {
  TableKind.allCases.compactMap { kind in
    let runs = harvest.runs.filter { $0.kind == kind }
    guard !runs.isEmpty, let table = formTable(kind, form: form, runs: runs) else { return nil }
    var board = emptyBoard(kind, table: table, harvest: harvest)
    // Where a table and a picture both give a figure, the text wins.
    for run in runs.filter({ !$0.isFromPicture }) + runs.filter(\.isFromPicture) {
      lay(run, on: &board, findings: &harvest.findings)
    }
    board.isExtended = harvest.extended.contains(kind)
    return board
  }
}

/// The table of the form; of another form when the page prints more of that one's rows and columns.
private func formTable(_ kind: TableKind, form: FormIdentifier, runs: [Run]) -> FormTable? {
  let candidates = StatutoryForm.all.sorted { first, _ in first.identifier == form }
    .compactMap { $0.tables.first { $0.identifier == kind.rawValue } }
  guard candidates.count > 1, kind != .review else { return candidates.first }
  let rows = Set(runs.flatMap { $0.slots.map(\.row) })
  let columns = Set(runs.flatMap { $0.slots.map(\.column) })
  var best: (table: FormTable, known: Int)?
  for table in candidates {
    let known =
      rows.intersection(table.parts.flatMap { $0.rows.map(\.identifier) }).count
      + columns.intersection(table.parts.flatMap { $0.columns.map(\.identifier) }).count
    if known > best?.known ?? -1 { best = (table, known) }
  }
  return best?.table
}

private func emptyBoard(_ kind: TableKind, table: FormTable, harvest: Harvest) -> Board {
  var board = Board(kind: kind, table: table)
  let seen = harvest.rowsSeen[kind] ?? []
  for part in table.parts {
    let columnLabels = part.columns.map(\.label)
    for row in part.rows where seen.contains(row.identifier) {
      let label = row.label
      for (column, columnLabel) in zip(part.columns, columnLabels) {
        let slot = Slot(row: row.identifier, column: column.identifier)
        var square = Square(
          slot: slot, figureKind: row.kind ?? column.kind, label: label, columnLabel: columnLabel,
          entry: Entry(text: "", origin: .document))
        square.headerUnit = harvest.headerUnits[slot]
        board.append(square)
      }
    }
  }
  board.prepareEquations()
  return board
}

/// Puts a run on the board: printed figures into their squares, or aside when their squares are not known.
private func lay(_ run: Run, on board: inout Board, findings: inout [Finding]) {
  if run.isPlaced {
    for (slot, entry) in zip(run.slots, run.entries) { lay(entry, at: slot, on: &board, findings: &findings) }
    return
  }
  let squares = run.slots.compactMap { board.index[$0] }
  guard squares.count == run.slots.count else { return report(run, findings: &findings) }
  for square in squares { board.squares[square].entry.origin = run.entries.first?.origin ?? run.origin }
  board.floats.append(Board.Float(squares: squares, entries: run.entries))
}

private func lay(_ entry: Entry, at slot: Slot, on board: inout Board, findings: inout [Finding]) {
  guard let index = board.index[slot] else {
    guard !entry.isBlank else { return }
    findings.append(
      Finding(
        .warning, .unknownRow,
        "\(board.kind.rawValue)/\(slot.row): “\(brief(entry.text))” has no place in the form; it stays in the table only",
        origin: entry.origin))
    board.isExtended = true
    return
  }
  var square = board.squares[index]
  let isTaken = square.entry.address != nil || !square.entry.isBlank
  guard isTaken else {
    square.entry = entry
    square.figure = square.parse(entry.text)
    board.squares[index] = square
    return
  }
  let other = square.parse(entry.text)
  guard other != square.figure, !entry.isBlank else { return }
  findings.append(
    Finding(
      .warning, .figuresDiffer,
      "\(board.kind.rawValue)/\(slot.row)/\(slot.column) is “\(brief(square.entry.text))” in one place "
        + "and “\(brief(entry.text))” in another; the first is kept, compare them",
      origin: entry.origin, figures: ["\(board.kind.rawValue)/\(slot.row)/\(slot.column)"]))
}

private func report(_ run: Run, findings: inout [Finding]) {
  for entry in run.entries {
    findings.append(
      Finding(
        .warning, .unknownColumn, "\(run.kind.rawValue): “\(brief(entry.text))” has no place in the form",
        origin: entry.origin))
  }
}

extension Run {
  /// Whether readers of a picture saw the entries.
  var isFromPicture: Bool { entries.contains { $0.reading != nil } }
}
