import GovDocument
import GovForms

/// The slots of table 3 in the order of the form: three groups of five.
let reviewSlots: [Slot] = StatutoryForm.form2021.tables[2].parts[0].rows.flatMap { row in
  StatutoryForm.form2021.tables[2].parts[0].columns.map { Slot(row: Name(row.identifier), column: Name($0.identifier)) }
}

/// Table 3: fifteen figures under, or beside, their group and their outcome.
func harvestReview(_ sheet: Sheet, blanks: Blanks, into harvest: inout Harvest) {
  let labels = sheet.cells.filter { $0.rowName(.review) != nil || $0.columnName(.review) != nil }
  guard labels.contains(where: isOfReviewAlone) else { return }
  let figures = figureCells(sheet, labels: labels)
  guard !figures.isEmpty else { return }
  let (located, further) = locatedFigures(figures, labels: labels)
  let printed = figures.filter { !$0.isBlank }
  if let located, located.count >= 5, located.count == figures.count || isComplete(located, further, printed) {
    placeReview(located, into: &harvest)
    for cell in further where !cell.isBlank {
      reportUnknownColumn(cell, row: nil, heading: nil, kind: .review, into: &harvest)
    }
    return
  }
  let origin = sheet.origin
  if figures.count == reviewSlots.count, printed.count == figures.count || blanks == .kept || sheet.hasInteriorBlanks {
    let entries = figures.map(\.entry)
    harvest.append(Run(kind: .review, slots: reviewSlots, entries: entries, isPlaced: true, origin: origin))
    return
  }
  for cell in printed.dropFirst(reviewSlots.count) {
    reportUnknownColumn(cell, row: nil, heading: nil, kind: .review, into: &harvest)
  }
  let entries = printed.prefix(reviewSlots.count).map(\.entry)
  harvest.append(
    Run(
      kind: .review, slots: reviewSlots, entries: entries, isPlaced: entries.count == reviewSlots.count, origin: origin
    ).filledIfEmpty())
}

/// The figures by the labels that see them, and those of further rows with the same labels, such as 本级 and 合计; `nil` when two
/// of a row have one place.
private func locatedFigures(
  _ figures: [SheetCell], labels: [SheetCell]
) -> (first: [(Slot, SheetCell)]?, further: [SheetCell]) {
  var rows: [Slot: Int] = [:]
  var first: [(Slot, SheetCell)] = []
  var further: [SheetCell] = []
  for cell in figures {
    let slots = slots(of: cell, kind: .review, labels: labels)
    let isFurther = slots.contains { rows[$0] != nil }
    guard !isFurther || slots.allSatisfy({ rows[$0] != cell.row }) else { return (nil, []) }
    if isFurther { further.append(cell) }
    for slot in slots where !isFurther {
      rows[slot] = cell.row
      first.append((slot, cell))
    }
  }
  return (first, further)
}

/// Every printed figure has a place; the others are blank cells outside the table, and the words that head its rows.
private func isComplete(_ located: [(Slot, SheetCell)], _ further: [SheetCell], _ printed: [SheetCell]) -> Bool {
  let places = Set((located.map(\.1) + further).map { CellAddressKey($0) })
  return printed.allSatisfy { !$0.isFigure && !resemblesFigure($0.entry.text) || places.contains(CellAddressKey($0)) }
    && located.count % 5 == 0
}

private struct CellAddressKey: Hashable {
  var row: Int
  var column: Int
  init(_ cell: SheetCell) { (row, column) = (cell.row, cell.column) }
}

private func placeReview(_ located: [(Slot, SheetCell)], into harvest: inout Harvest) {
  for group in Set(reviewSlots.map(\.row)).sorted(by: { $0.text < $1.text }) {
    let members = located.filter { $0.0.row == group }
    guard let first = members.first else { continue }
    harvest.append(
      Run(
        kind: .review, slots: members.map(\.0), entries: members.map(\.1.entry), isPlaced: true,
        origin: first.1.entry.origin))
  }
}

/// The cells that can hold the figures: in rows that print no outcome, or beside one.
private func figureCells(_ sheet: Sheet, labels: [SheetCell]) -> [SheetCell] {
  guard let top = labels.map(\.row).min() else { return [] }
  let headerRows = Set(
    sheet.lines.indices.filter { row in
      let names = sheet.lines[row].filter { $0.columnName(.review) != nil && $0.row == row }
      return names.count >= 2
    })
  return sheet.cells.filter { cell in
    guard cell.label == nil, cell.row >= top, !headerRows.contains(cell.row) else { return false }
    let line = sheet.lines[cell.row]
    guard cell.row > top || line.contains(where: { $0.columnName(.review) != nil && $0.column < cell.column }) else {
      return false
    }
    guard !line.contains(where: foreign), !line.allSatisfy(\.isBlank) || sheet.rows <= 5 else { return false }
    return cell.isFigure || line.contains { $0.isFigure && !$0.isBlank }
  }
}

/// Whether a label says that a table is this one: an outcome, or a way to the court. 行政复议 and 行政诉讼 alone head rows and
/// columns of many other tables, where nothing says to which outcome a number belongs.
private func isOfReviewAlone(_ cell: SheetCell) -> Bool {
  cell.label?.onlyTable == .review && cell.rowName(.review) != reviewSlots[0].row
}

/// A label of another table: two tables stand in one block.
private func foreign(_ cell: SheetCell) -> Bool {
  cell.label?.roles.allSatisfy { $0.table != .review } ?? false
}
