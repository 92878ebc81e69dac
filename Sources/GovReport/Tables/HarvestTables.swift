import GovDocument
import GovForms

/// Collects the runs of every statutory table that stands in a table block.
func harvestTables(_ document: Document) -> Harvest {
  var harvest = Harvest()
  // One sheet at a time: a page may hold thousands.
  let sheets = document.blocks.indices.lazy.compactMap { sheet(at: $0, of: document) }
  // A crawler that drops blank cells drops all of them: one blank before a figure shows that this one did not.
  let keepsBlanks = document.source.format != .text || sheets.contains { $0.hasInteriorBlanks || $0.hasSpans }
  var state = HarvestState()
  var pieces: [HarvestedPiece] = []
  for sheet in sheets {
    let before = harvest.runs.count
    harvestSheet(sheet, keepsBlanks: keepsBlanks, state: &state, into: &harvest)
    pieces.append(HarvestedPiece(runs: before..<harvest.runs.count, year: sheet.year ?? yearAbove(sheet, in: document)))
  }
  putEarlierYearsLast(pieces, in: &harvest)
  harvest.findings += harvest.strays.findings
  return harvest
}

/// What the next piece of a table that is split has to know of those before.
private struct HarvestState {
  var geometry = RequestsGeometry()
  var order = StatisticsOrder()
}

private func sheet(at index: Int, of document: Document) -> Sheet? {
  guard case .table(let table) = document.blocks[index], table.rows > 0, table.columns > 0,
    table.rows <= largestSheet / table.columns
  else { return nil }
  return Sheet(withJoinedRowsApart(table), block: index)
}

/// The most slots that a table with statutory rows has: twenty times those of all three together.
private let largestSheet = 10_000

private func harvestSheet(
  _ printed: Sheet, keepsBlanks: Bool, state: inout HarvestState, into harvest: inout Harvest
) {
  for cell in printed.cells {
    if let forms = cell.label?.forms, forms.count == 1, let form = forms.first { harvest.votes[form, default: 0] += 1 }
  }
  let (sheet, left) = printed.withoutEarlierYears()
  let blanks: Blanks = sheet.hasSpans || keepsBlanks ? .kept : .moved
  let before = harvest.runs.count
  harvest.reported = Set(left.compactMap(\.figure.entry.address))
  if let kind = TableKind.allCases.first(where: sheet.kinds.contains) {
    for (figure, head) in left {
      harvest.strays.add(figure.entry, place: "belongs to “\(brief(head))”, beside a later year", kind: kind)
    }
  }
  for part in halves(sheet, kind: .disclosure) {
    let before = harvest.runs.count
    harvestDisclosure(upright(part, kind: .disclosure), blanks: blanks, into: &harvest)
    if harvest.runs[before...].allSatisfy(\.isBlank), let runs = locatedRuns(part, kind: .disclosure) {
      harvest.runs.removeSubrange(before...)
      for run in runs { harvest.append(run) }
    }
  }
  for part in halves(sheet, kind: .requests) {
    harvestRequests(upright(part, kind: .requests), blanks: blanks, geometry: &state.geometry, into: &harvest)
  }
  if sheet.kinds.contains(.review) { harvestReview(sheet, blanks: blanks, into: &harvest) }
  for part in halves(sheet, kind: .statistics) {
    harvestStatistics(upright(part, kind: .statistics), order: &state.order, into: &harvest)
  }
  reportUnusedFigures(sheet, runs: harvest.runs[before...], into: &harvest)
}

/// The tables of a kind that stand side by side in a sheet, from left to right; none when no label of the kind is there.
///
/// Long tables are printed in two halves, each with its labels: behind the figures of some rows stand labels of others, all
/// of them from one column on.
private func halves(_ sheet: Sheet, kind: TableKind) -> [Sheet] {
  guard sheet.kinds.contains(kind) else { return [] }
  var parts: [Sheet] = []
  var rest = sheet
  while parts.count < mostHalves, let column = secondLabels(rest, kind: kind) {
    parts.append(rest.keeping(Array(0..<column)))
    rest = rest.keeping(Array(column..<rest.columns))
  }
  return parts + [rest]
}

/// How often a sheet is cut; nobody prints more tables side by side.
private let mostHalves = 3

/// The column from which on labels stand behind the figures of other rows; `nil` without one, or when there are several.
private func secondLabels(_ sheet: Sheet, kind: TableKind) -> Int? {
  var found: (column: Int, count: Int)?
  for line in sheet.lines {
    guard let first = line.firstIndex(where: { $0.rowName(kind) != nil }),
      let figure = line[first...].firstIndex(where: \.printsNumber),
      let second = line[figure...].first(where: { $0.isLabel(of: kind) }),
      line[figure...].contains(where: { $0.rowName(kind) != nil })
    else { continue }
    guard found.map({ $0.column == second.column }) ?? true else { return nil }
    found = (second.column, (found?.count ?? 0) + 1)
  }
  return found.flatMap { $0.count > 1 ? $0.column : nil }
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
  if sideways == downwards, let isSideways = figuresStandBelow(cells, in: sheet) {
    return isSideways ? sheet.transposed : sheet
  }
  let isSideways = sideways > downwards || sideways == downwards && labelRows.count > labelColumns.count
  return isSideways ? sheet.transposed : sheet
}

/// Whether numbers stand below some labels and beside none of them; `nil` where they stand on neither or both sides.
private func figuresStandBelow(_ labels: [SheetCell], in sheet: Sheet) -> Bool? {
  let numbers = sheet.cells.filter(\.printsNumber)
  let firstInRow = Dictionary(labels.flatMap { label in label.rows.map { ($0, label.column) } }, uniquingKeysWith: min)
  let firstInColumn = Dictionary(
    labels.flatMap { label in label.columns.map { ($0, label.row) } }, uniquingKeysWith: min)
  let isBeside = numbers.contains { firstInRow[$0.row, default: .max] < $0.column }
  let isBelow = numbers.contains { firstInColumn[$0.column, default: .max] < $0.row }
  return isBeside == isBelow ? nil : isBelow
}

/// The row label that decides about a row: the last one before the figures. One that reaches in from a row above gives way: where
/// its span is wrong it stands behind the row's own.
func rowLabel(in cells: [SheetCell], kind: TableKind) -> Int? {
  let labels = cells.indices.filter { !cells[$0].isFigure && cells[$0].rowName(kind) != nil }
  let last = labels.map { cells[$0].row }.max()
  return labels.last { cells[$0].row == last }
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
  harvest.reported.formUnion(cells.compactMap(\.entry.address))
  harvest.findings.append(
    Finding(
      .warning, .unknownRow,
      "\(kind.rawValue): the row “\(brief(first.entry.text))” is not in the form; its figures stay in the table only",
      origin: first.entry.origin))
}

/// Says that figures are where the form has them only because nothing on the page says otherwise.
func reportMissingHeads(_ kind: TableKind, at origin: Origin, into harvest: inout Harvest) {
  harvest.findings.append(
    Finding(
      .warning, .headsMissing,
      "\(kind.rawValue): no headings stand above the figures, which are taken in the order of the form; compare the columns",
      origin: origin))
}

/// Reports a figure of a row that stands under no column of the form.
func reportUnknownColumn(
  _ cell: SheetCell, row: Name?, heading: String?, kind: TableKind, into harvest: inout Harvest
) {
  if let row, harvest.homeless[kind]?[row] == nil { harvest.homeless[kind, default: [:]][row] = cell.entry.origin }
  if let address = cell.entry.address { harvest.reported.insert(address) }
  let place = heading.map { "the column “\(brief($0))” is not in the form" } ?? "stands under no column of the form"
  harvest.strays.add(cell.entry, place: place, kind: kind)
}

/// The first characters of a text, for messages.
func brief(_ text: String) -> String {
  let line = String(text.unicodeScalars.map { isSpace($0) ? " " : Character($0) })
  return line.count <= 20 ? line : String(line.prefix(19)) + "…"
}
