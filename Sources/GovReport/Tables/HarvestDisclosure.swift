import GovDocument
import GovForms

/// Table 1: parts below each other, each with its own columns.
func harvestDisclosure(_ sheet: Sheet, blanks: Blanks, into harvest: inout Harvest) {
  var header: [HeadedColumn] = []
  for cells in sheet.lines {
    if isHeader(cells, kind: .disclosure) {
      header = headedColumns(cells, kind: .disclosure)
      continue
    }
    guard let index = rowLabel(in: cells, kind: .disclosure), let name = cells[index].rowName(.disclosure) else {
      if cells.allSatisfy({ $0.label == nil }) && !header.isEmpty {
        reportUnknownRow(cells, kind: .disclosure, into: &harvest)
      }
      continue
    }
    let following = Array(cells[(index + 1)...])
    harvestRow(name, following, header: header, blanks: blanks, origin: cells[index].entry.origin, into: &harvest)
  }
}

/// A column of the form with the columns of the sheet that its label covers.
struct HeadedColumn {
  var name: Name
  var label: String
  var range: Range<Int>
}

func headedColumns(_ cells: [SheetCell], kind: TableKind) -> [HeadedColumn] {
  cells.compactMap { cell in
    guard let name = cell.columnName(kind) else { return nil }
    return HeadedColumn(
      name: name, label: cell.entry.text, range: cell.column..<cell.column + cell.columnSpan)
  }
}

private func harvestRow(
  _ name: Name, _ cells: [SheetCell], header: [HeadedColumn], blanks: Blanks, origin: Origin,
  into harvest: inout Harvest
) {
  let columns = header.isEmpty ? officialColumns(of: name, votes: harvest.votes) : header.map(\.name)
  let slots = columns.map { Slot(row: name, column: $0) }
  let printed = cells.filter { $0.isFigure && !$0.isBlank }
  if header.isEmpty, slots.count > 1, !harvest.lacksHeads.contains(.disclosure), printed.contains(where: \.printsNumber)
  {
    harvest.lacksHeads.insert(.disclosure)
    reportMissingHeads(.disclosure, at: origin, into: &harvest)
  }
  for (column, slot) in zip(header, slots) {
    if let unit = unit(in: column.label) { harvest.headerUnits[slot] = unit }
  }
  if blanks == .moved, printed.count < slots.count, !printed.isEmpty {
    harvest.append(
      Run(kind: .disclosure, slots: slots, entries: printed.map(\.entry), isPlaced: false, origin: origin))
    return
  }
  let placed =
    header.isEmpty
    ? Array(cells.prefix(slots.count))
    : header.compactMap { column in
      cells.first { column.range.overlaps($0.column..<$0.column + $0.columnSpan) }
    }
  var entries = placed.map(\.entry)
  if entries.count > slots.count { entries.removeLast(entries.count - slots.count) }
  while entries.count < slots.count { entries.append(Entry(text: "", origin: origin)) }
  harvest.append(Run(kind: .disclosure, slots: slots, entries: entries, isPlaced: true, origin: origin))
  let taken = Set(placed.map(\.column))
  for cell in cells where !taken.contains(cell.column) && !cell.isBlank && !repeatsUnit(cell, of: header) {
    reportUnknownColumn(cell, row: name, heading: nil, kind: .disclosure, into: &harvest)
  }
}

/// Whether a cell of its own says the unit of a heading once more: 1903.17 | 万元.
private func repeatsUnit(_ cell: SheetCell, of header: [HeadedColumn]) -> Bool {
  header.contains { unit(in: $0.label) == trimmed(cell.entry.text) }
}

/// The columns that the likelier form prescribes for a row of table 1.
func officialColumns(of row: Name, votes: [FormIdentifier: Int]) -> [Name] {
  let older = votes[.form2019, default: 0] > votes[.form2021, default: 0]
  for form in older ? [StatutoryForm.form2019, .form2021] : [.form2021, .form2019] {
    for part in form.tables[0].parts where part.rows.contains(where: { $0.identifier == row.text }) {
      return part.columns.map { Name($0.identifier) }
    }
  }
  return []
}

/// The unit that a heading names: (单位:万元) or (万元).
private func unit(in heading: String) -> String? {
  let folded = foldLabel(heading)
  for unit in ["亿元", "万元", "元"]
  where folded.count >= 4 && folded.suffix(unit.unicodeScalars.count) == foldLabel(unit)[...] {
    return unit
  }
  return nil
}
