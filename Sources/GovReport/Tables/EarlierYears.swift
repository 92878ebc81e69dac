import GovDocument

/// What one table block gave, with the year that the page says it is of.
struct HarvestedPiece {
  /// Its runs among those of the harvest.
  var runs: Range<Int>
  var year: YearHead?
}

/// The year that the line right above a table names, or its caption.
func yearAbove(_ sheet: Sheet, in document: Document) -> YearHead? {
  guard let block = sheet.cells.first?.entry.address?.block, case .table(let table) = document.blocks[block] else {
    return nil
  }
  if let caption = table.caption, let year = YearHead(above: caption.text) { return year }
  guard block > 0 else { return nil }
  switch document.blocks[block - 1] {
  case .heading(let level, let prose): return level > 1 ? YearHead(above: prose.text) : nil
  case .paragraph(let prose): return YearHead(above: prose.text)
  case .list, .table, .image: return nil
  }
}

/// Puts the runs of tables that the page says are of an earlier year behind those of the same table of a later one, for what comes
/// first is taken: some pages print last year's table above this year's.
///
/// A table that names no year and has none of the rows of the one before it is that one's next piece.
func putEarlierYearsLast(_ pieces: [HarvestedPiece], in harvest: inout Harvest) {
  guard pieces.contains(where: { $0.year != nil }) else { return }
  var years: [YearHead?] = []
  for (index, piece) in pieces.enumerated() {
    let continues = index > 0 && piece.year == nil && !shareSlots(pieces[index - 1].runs, piece.runs, in: harvest)
    years.append(continues ? years[index - 1] : piece.year)
  }
  var found: [TableKind: Set<YearHead>] = [:]
  for (piece, year) in zip(pieces, years) {
    guard let year else { continue }
    for run in harvest.runs[piece.runs] { found[run.kind, default: []].insert(year) }
  }
  var first: [Run] = []
  var last: [Run] = []
  for (piece, year) in zip(pieces, years) {
    for run in harvest.runs[piece.runs] {
      let hasLater = year.map { own in found[run.kind, default: []].contains(where: own.isBefore) } ?? false
      if hasLater { last.append(run) } else { first.append(run) }
    }
  }
  harvest.runs = first + last
}

private func shareSlots(_ some: Range<Int>, _ others: Range<Int>, in harvest: Harvest) -> Bool {
  let slots = Set(harvest.runs[some].flatMap(\.slots))
  return harvest.runs[others].contains { $0.slots.contains(where: slots.contains) }
}
