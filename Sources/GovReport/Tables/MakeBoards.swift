import GovDocument
import GovForms

/// Sets up the board of every statutory table of which rows were found.
func makeBoards(_ harvest: inout Harvest, form: FormIdentifier) -> [Board] {
  TableKind.allCases.compactMap { kind in
    let runs = withoutEmptyTemplates(harvest.runs.filter { $0.kind == kind })
    guard !runs.isEmpty, let table = formTable(kind, form: form, rows: harvest.rowsSeen[kind] ?? [], runs: runs)
    else { return nil }
    var board = emptyBoard(kind, table: table, harvest: harvest)
    if let missing = rowsMissing(from: table, seen: harvest.rowsSeen[kind] ?? []) { harvest.findings.append(missing) }
    // Where a table and a picture both give a figure, the text wins.
    var oddities = Oddities()
    for isFromPicture in [false, true] {
      for run in runs where run.isFromPicture == isFromPicture { lay(run, on: &board, oddities: &oddities) }
    }
    harvest.findings += oddities.findings(kind)
    // A figure under the head of another part of the form has no place in its row either.
    let misplaced = oddities.withoutRow.map { ($0.slot.row, $0.entry.origin) }
    openSquares(of: (harvest.homeless[kind] ?? [:]).merging(misplaced) { first, _ in first }, on: &board)
    board.isExtended = harvest.extended.contains(kind)
    return board
  }
}

/// The runs without those of a table that is blank throughout where another one fills in its rows: a page that prints the empty
/// form above the filled one states its figures once.
private func withoutEmptyTemplates(_ runs: [Run]) -> [Run] {
  let blocks = Dictionary(grouping: runs) { run in run.entries.lazy.compactMap(\.address?.block).first }
  guard blocks.count > 1 else { return runs }
  let empty = Set(blocks.filter { $0.key != nil && $0.value.allSatisfy(\.isBlank) }.keys)
  guard !empty.isEmpty, empty.count < blocks.count else { return runs }
  func isOfEmpty(_ run: Run) -> Bool { empty.contains(run.entries.lazy.compactMap(\.address?.block).first) }
  let filled = Set(runs.filter { !isOfEmpty($0) }.flatMap(\.slots))
  return runs.filter { !isOfEmpty($0) || !filled.isSuperset(of: $0.slots) }
}

/// Leaves open what no cell of a row is found for while a figure of that row stands under no column: it may belong there, so
/// the square is not blank.
private func openSquares(of rows: [Name: Origin], on board: inout Board) {
  guard !rows.isEmpty else { return }
  let floating = Set(board.floats.flatMap(\.squares))
  for index in board.squares.indices where !floating.contains(index) {
    let square = board.squares[index]
    guard let origin = rows[square.slot.row], square.entry.address == nil, square.entry.isBlank else { continue }
    board.squares[index].entry.origin = origin
    board.squares[index].figure = .unreadable("")
    board.squares[index].status = .unreadable
    board.squares[index].confidence = 0
  }
}

/// The table of the form; of another form when the page prints more of that one's rows and columns, or as many and figures in
/// more of the rows: 其他 is a row of one form and a heading of all.
private func formTable(_ kind: TableKind, form: FormIdentifier, rows: Set<Name>, runs: [Run]) -> FormTable? {
  let candidates = StatutoryForm.all.sorted { first, _ in first.identifier == form }
    .compactMap { $0.tables.first { $0.identifier == kind.rawValue } }
  guard candidates.count > 1, kind != .review else { return candidates.first }
  let columns = columns(of: runs)
  let filled = Set(runs.filter { !$0.isBlank }.flatMap(\.slots).map(\.row))
  var best: (table: FormTable, known: Int, filled: Int)?
  for table in candidates {
    let rowsKnown = rows.filter { table.rowIdentifiers.contains($0.text) }
    let known = rowsKnown.count + columns.count { table.columnIdentifiers.contains($0.text) }
    let filledKnown = filled.intersection(rowsKnown).count
    if (known, filledKnown) > (best?.known ?? -1, best?.filled ?? -1) { best = (table, known, filledKnown) }
    // No other table can know more than all.
    if known == rows.count + columns.count { break }
  }
  return best?.table
}

/// Names the rows of table 1 or 2 that a page lacks which has most of them: their figures are missing, and no sum shows it in table 1,
/// where they would be nought, or where the page breaks off before its totals. A page with half of them follows a form of its own.
private func rowsMissing(from table: FormTable, seen: Set<Name>) -> Finding? {
  let missing = table.parts.flatMap(\.rows).map(\.identifier).filter { !seen.contains(Name($0)) }
  guard [TableKind.disclosure, .requests].contains(where: { $0.rawValue == table.identifier }), !missing.isEmpty,
    missing.count * 2 <= table.rowIdentifiers.count
  else { return nil }
  let names = missing.joined(separator: ", ")
  return Finding(
    .warning, .rowsMissing,
    "\(table.identifier): the page has no row \(names), which the form prints; compare it with the page")
}

/// The columns that some runs have, each once; there are so few that looking through them is the quickest.
private func columns(of runs: [Run]) -> [Name] {
  var columns: [Name] = []
  for run in runs {
    for slot in run.slots where !columns.contains(slot.column) { columns.append(slot.column) }
  }
  return columns
}

private func emptyBoard(_ kind: TableKind, table: FormTable, harvest: Harvest) -> Board {
  var board = Board(kind: kind, table: table)
  let seen = harvest.rowsSeen[kind] ?? []
  for part in table.parts {
    let columnNames = part.columns.map { Name($0.identifier) }
    for row in part.rows where seen.contains(Name(row.identifier)) {
      let rowName = Name(row.identifier)
      for (column, columnName) in zip(part.columns, columnNames) {
        let slot = Slot(row: rowName, column: columnName)
        var square = Square(
          slot: slot, figureKind: row.kind ?? column.kind, label: row.label, columnLabel: column.label,
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
private func lay(_ run: Run, on board: inout Board, oddities: inout Oddities) {
  if run.isPlaced {
    for index in run.slots.indices.prefix(run.entries.count) {
      lay(run.entries[index], at: run.slots[index], on: &board, oddities: &oddities)
    }
    return
  }
  let squares = run.slots.compactMap { board.index[$0] }
  guard squares.count == run.slots.count else { return oddities.withoutColumn += run.entries }
  for square in squares { board.squares[square].entry.origin = run.entries.first?.origin ?? run.origin }
  board.floats.append(Board.Float(squares: squares, entries: run.entries))
}

private func lay(_ entry: Entry, at slot: Slot, on board: inout Board, oddities: inout Oddities) {
  guard let index = board.index[slot] else {
    guard !entry.isBlank else { return }
    oddities.withoutRow.append((slot, entry))
    board.isExtended = true
    return
  }
  let isTaken = board.squares[index].entry.address != nil || !board.squares[index].entry.isBlank
  guard isTaken else {
    board.squares[index].entry = entry
    board.squares[index].figure = board.squares[index].parse(entry.text)
    return
  }
  guard !entry.isBlank, board.squares[index].parse(entry.text) != board.squares[index].figure else { return }
  oddities.differing.append((slot, board.squares[index].entry, entry))
}

extension Run {
  /// Whether readers of a picture saw the entries.
  var isFromPicture: Bool { entries.contains(where: \.isFromPicture) }
}
