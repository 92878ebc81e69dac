import GovDocument
import GovForms

/// Collects the runs of every statutory table that stands in a table block.
func harvestTables(_ document: Document) -> Harvest {
  var harvest = Harvest()
  // One sheet at a time: a page may hold thousands.
  let sheets = document.blocks.indices.lazy.compactMap { sheet(at: $0, of: document) }
  // A crawler that drops blank cells drops all of them: one blank before a figure shows that this one did not.
  let keepsBlanks = document.source.format != .text || sheets.contains { $0.hasInteriorBlanks || $0.hasSpans }
  var geometry = RequestsGeometry()
  for sheet in sheets { harvestSheet(sheet, keepsBlanks: keepsBlanks, geometry: &geometry, into: &harvest) }
  return harvest
}

private func sheet(at index: Int, of document: Document) -> Sheet? {
  guard case .table(let table) = document.blocks[index], table.rows > 0, table.columns > 0,
    table.rows <= largestSheet / table.columns
  else { return nil }
  return Sheet(table, block: index)
}

/// The most slots that a table with statutory rows has: twenty times those of all three together.
private let largestSheet = 10_000

private func harvestSheet(
  _ sheet: Sheet, keepsBlanks: Bool, geometry: inout RequestsGeometry, into harvest: inout Harvest
) {
  for cell in sheet.cells {
    if let forms = cell.label?.forms, forms.count == 1, let form = forms.first { harvest.votes[form, default: 0] += 1 }
  }
  let blanks: Blanks = sheet.hasSpans || keepsBlanks ? .kept : .moved
  if sheet.kinds.contains(.disclosure) {
    harvestDisclosure(upright(sheet, kind: .disclosure), blanks: blanks, into: &harvest)
  }
  if sheet.kinds.contains(.requests) {
    harvestRequests(upright(sheet, kind: .requests), blanks: blanks, geometry: &geometry, into: &harvest)
  }
  if sheet.kinds.contains(.review) { harvestReview(sheet, blanks: blanks, into: &harvest) }
  if sheet.kinds.contains(.statistics) { harvestStatistics(upright(sheet, kind: .statistics), into: &harvest) }
}

/// What happened to blank cells before the table came here.
enum Blanks {
  /// They are where they were printed.
  case kept
  /// They were dropped, and rows filled up at their end.
  case moved
}

/// The sheet turned so that the rows of `kind` run downwards.
private func upright(_ sheet: Sheet, kind: TableKind) -> Sheet {
  let cells = sheet.cells.filter { $0.rowName(kind) != nil && $0.columnName(kind) == nil }
  let downwards = Set(cells.map(\.row)).count
  let sideways = Set(cells.map(\.column)).count
  let labelColumns = Set(sheet.cells.filter { $0.columnName(kind) != nil && $0.rowName(kind) == nil }.map(\.column))
  let labelRows = Set(sheet.cells.filter { $0.columnName(kind) != nil && $0.rowName(kind) == nil }.map(\.row))
  let isSideways = sideways > downwards || sideways == downwards && labelRows.count > labelColumns.count
  return isSideways ? sheet.transposed : sheet
}

/// The row label that decides about a row: the last one before the figures.
func rowLabel(in cells: [SheetCell], kind: TableKind) -> Int? {
  cells.lastIndex { !$0.isFigure && $0.rowName(kind) != nil }
}

/// Whether a row of cells names columns: two of them, or one that cannot be a row.
func isHeader(_ cells: [SheetCell], kind: TableKind) -> Bool {
  let named = cells.filter { $0.columnName(kind) != nil }
  return named.count >= 2 || named.contains { $0.rowName(kind) == nil }
}

/// Reports a row that the form does not know but that holds figures.
func reportUnknownRow(_ cells: [SheetCell], kind: TableKind, into harvest: inout Harvest) {
  guard let first = cells.first(where: { !$0.isFigure && $0.label == nil }),
    cells.contains(where: { $0.isFigure && !$0.isBlank })
  else { return }
  harvest.extended.insert(kind)
  harvest.findings.append(
    Finding(
      .warning, .unknownRow,
      "\(kind.rawValue): the row “\(brief(first.entry.text))” is not in the form; its figures stay in the table only",
      origin: first.entry.origin))
}

/// Reports a figure under no column of the form.
func reportUnknownColumn(_ cell: SheetCell, heading: String?, kind: TableKind, into harvest: inout Harvest) {
  let place = heading.map { "the column “\(brief($0))” is not in the form" } ?? "stands under no column of the form"
  harvest.findings.append(
    Finding(
      .warning, .unknownColumn,
      "\(kind.rawValue): “\(brief(cell.entry.text))”: \(place); it stays in the table only", origin: cell.entry.origin))
}

/// The first characters of a text, for messages.
func brief(_ text: String) -> String {
  let line = String(text.unicodeScalars.map { isSpace($0) ? " " : Character($0) })
  return line.count <= 20 ? line : String(line.prefix(19)) + "…"
}
