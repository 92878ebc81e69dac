import GovDocument
import GovForms

/// Where the applicant columns of table 2 stand, kept for the next piece of a table that is split.
struct RequestsGeometry {
  var sheetColumns = 0
  /// From left to right.
  var columns: [PlacedColumn] = []
}

/// A column of table 2 at a column of the sheet.
struct PlacedColumn {
  var column: Int
  var name: Name
}

/// The columns of table 2 in the order of the form.
let requestColumns = StatutoryForm.form2021.tables[1].parts[0].columns.map { Name($0.identifier) }

/// The row (六)其他处理 of 2019, which is the heading of three rows in 2021.
private let otherRow: Name = "other"

/// Table 2: rows of seven figures.
func harvestRequests(
  _ sheet: Sheet, blanks: Blanks, geometry: inout RequestsGeometry, into harvest: inout Harvest
) {
  let placement = requestsPlacement(sheet, geometry: geometry)
  if case .byHeader(let columns) = placement {
    geometry = RequestsGeometry(sheetColumns: sheet.columns, columns: columns)
  }
  let heads = headerLines(sheet)
  var seen = false
  for (number, cells) in sheet.lines.enumerated() {
    if heads.contains(number) { continue }
    guard let index = rowLabel(in: cells, kind: .requests), let name = cells[index].rowName(.requests) else {
      if seen && cells.allSatisfy({ $0.label == nil }) { reportUnknownRow(cells, kind: .requests, into: &harvest) }
      continue
    }
    seen = true
    let figures = cells[(index + 1)...].filter { $0.row >= cells[index].row || $0.label == nil }
    guard name != otherRow || figures.contains(where: \.isFigure) else { continue }
    let origin = cells[index].entry.origin
    switch placement {
    case .byHeader(let columns):
      place(figures, row: name, columns: columns, sheet: sheet, origin: origin, into: &harvest)
    case .byOrder(let columns):
      if heads.isEmpty, !harvest.lacksHeads.contains(.requests), figures.contains(where: \.printsNumber) {
        harvest.lacksHeads.insert(.requests)
        reportMissingHeads(.requests, at: origin, into: &harvest)
      }
      line(up: figures, row: name, columns: columns, blanks: effective(blanks, sheet), origin: origin, into: &harvest)
    }
  }
}

/// A sheet that lost its spans keeps its blanks only when a blank stands before a figure.
private func effective(_ blanks: Blanks, _ sheet: Sheet) -> Blanks {
  sheet.hasInteriorBlanks || (blanks == .kept && sheet.hasSpans) ? .kept : .moved
}

/// How the figures of a row find their columns.
enum RequestsPlacement {
  /// By the heading above: the column's name for every column of the sheet that has one.
  case byHeader([PlacedColumn])
  /// By their order: the headings do not stand above the figures.
  case byOrder([Name])
}

/// The lines that name columns, and those from which a 总计 reaches into one: above the applicants it is no row, though the heads
/// beside it may not be recognised.
private func headerLines(_ sheet: Sheet) -> Set<Int> {
  let heads = Set(sheet.lines.indices.filter { isHeader(sheet.lines[$0], kind: .requests) })
  let reaching = sheet.lines.indices.filter { line in
    rowLabel(in: sheet.lines[line], kind: .requests).map { label in
      sheet.lines[line][label].rows.contains(where: heads.contains)
    } ?? false
  }
  return heads.union(reaching)
}

private func requestsPlacement(_ sheet: Sheet, geometry: RequestsGeometry) -> RequestsPlacement {
  let lines = headerLines(sheet)
  let headers = lines.sorted().map { sheet.lines[$0] }
  guard !headers.isEmpty else {
    let continues = geometry.sheetColumns == sheet.columns && !geometry.columns.isEmpty
    return continues ? .byHeader(geometry.columns) : .byOrder(requestColumns)
  }
  let labelEnd =
    sheet.lines.enumerated().compactMap { line, cells -> Int? in
      guard !lines.contains(line), let index = rowLabel(in: cells, kind: .requests) else { return nil }
      return cells[index].column + cells[index].columnSpan
    }.max() ?? 0
  guard let columns = headedPlacement(headers, labelEnd: labelEnd, sheetColumns: sheet.columns) else {
    return .byOrder(printedOrder(headers))
  }
  return .byHeader(columns.sorted { $0.key < $1.key }.map { PlacedColumn(column: $0.key, name: $0.value) })
}

/// The columns by their headings; `nil` when the headings cannot stand above the figures.
private func headedPlacement(_ headers: [[SheetCell]], labelEnd: Int, sheetColumns: Int) -> [Int: Name]? {
  var columns: [Int: Name] = [:]
  var places: [Name: Int] = [:]
  for cell in headers.joined() {
    guard let name = cell.columnName(.requests) else { continue }
    guard cell.columnSpan == 1, cell.column >= labelEnd, places[name, default: cell.column] == cell.column,
      columns[cell.column, default: name] == name
    else { return nil }
    columns[cell.column] = name
    places[name] = cell.column
  }
  guard places.count >= 2 else { return nil }
  return completed(columns, places: places, labelEnd: labelEnd, sheetColumns: sheetColumns)
}

/// Adds the columns whose headings are damaged beyond recognition, when all others stand in the order of the form.
private func completed(
  _ columns: [Int: Name], places: [Name: Int], labelEnd: Int, sheetColumns: Int
) -> [Int: Name] {
  var columns = columns
  let bases = Set(places.map { name, column in column - (requestColumns.firstIndex(of: name) ?? 0) })
  guard places.count >= 4, bases.count == 1, let base = bases.first, base >= labelEnd,
    base + requestColumns.count <= sheetColumns
  else { return columns }
  for (offset, name) in requestColumns.enumerated() { columns[base + offset] = name }
  return columns
}

/// The order of the columns as the heading prints it, once their places are lost: 法人或其他组织 stands for its five.
private func printedOrder(_ headers: [[SheetCell]]) -> [Name] {
  let names = headers.map { $0.compactMap { $0.columnName(.requests) } }
  guard let outer = names.first(where: { $0.contains("naturalPersons") }), Set(names.joined()).count == 7 else {
    return requestColumns
  }
  let inner = names.filter { $0 != outer }.joined()
  guard outer.count + inner.count == 7, outer.last == "total" || outer.first == "total" else { return requestColumns }
  guard let natural = outer.firstIndex(of: "naturalPersons") else { return requestColumns }
  return Array(outer[...natural]) + inner + Array(outer[(natural + 1)...])
}

/// The order of the columns where a text names them one after another: as it says, but for the form's own heading of two
/// lines, in which 总计 stands before the five that 法人或其他组织 stands for.
func printedOrder(of names: [Name]) -> [Name] {
  guard names.count == requestColumns.count, Set(names).count == names.count, names[1] != "total" else {
    return requestColumns
  }
  return names
}

private func place(
  _ cells: [SheetCell], row: Name, columns: [PlacedColumn], sheet: Sheet, origin: Origin, into harvest: inout Harvest
) {
  if let moved = movedLeft(cells, columns: columns) {
    return placeMoved(moved, row: row, columns: columns, into: &harvest)
  }
  let entries = columns.map { place in
    let cell = cells.first { $0.column <= place.column && place.column < $0.column + $0.columnSpan }
    return cell?.entry ?? Entry(text: "", origin: origin)
  }
  let slots = columns.map { Slot(row: row, column: $0.name) }
  harvest.append(Run(kind: .requests, slots: slots, entries: entries, isPlaced: true, origin: origin))
  for cell in cells where !cell.isBlank {
    let covered = cell.column..<cell.column + cell.columnSpan
    guard !columns.contains(where: { covered.contains($0.column) }) else { continue }
    reportUnknownColumn(
      cell, row: row, heading: heading(above: cell, in: sheet), kind: .requests, into: &harvest)
  }
}

/// The figures of a row that stand one or two columns to the left of all of theirs, as many as there are columns and none of them
/// blank: a label before them spans too few rows or columns, and the row begins too early.
private func movedLeft(_ cells: [SheetCell], columns: [PlacedColumn]) -> ArraySlice<SheetCell>? {
  guard let first = columns.first, let start = cells.first, (1...2).contains(first.column - start.column),
    columns.count == requestColumns.count, cells.count >= columns.count
  else { return nil }
  let figures = cells.prefix(columns.count)
  guard figures.allSatisfy({ $0.isFigure && !$0.isBlank && $0.columnSpan == 1 && $0.entry.reading == nil }),
    cells.dropFirst(columns.count).allSatisfy(\.isBlank)
  else { return nil }
  return figures
}

private func placeMoved(
  _ figures: ArraySlice<SheetCell>, row: Name, columns: [PlacedColumn], into harvest: inout Harvest
) {
  guard let origin = figures.first?.entry.origin else { return }
  let slots = columns.map { Slot(row: row, column: $0.name) }
  harvest.append(
    Run(kind: .requests, slots: slots, entries: figures.map(\.entry), isPlaced: true, origin: origin))
  harvest.findings.append(
    Finding(
      .warning, .rowShifted,
      "requests/\(row): a label spans too few rows or columns, and the figures stand to the left of their headings; they are "
        + "as many as the columns and were taken in their order, compare them with the page",
      origin: origin, figures: slots.map { "requests/\($0.row)/\($0.column)" }))
}

private func heading(above cell: SheetCell, in sheet: Sheet) -> String? {
  (0..<cell.row).map { sheet.cell(row: $0, column: cell.column) }.last { !$0.isFigure }?.entry.text
}

private func line(
  up cells: [SheetCell], row: Name, columns: [Name], blanks: Blanks, origin: Origin, into harvest: inout Harvest
) {
  let slots = columns.map { Slot(row: row, column: $0) }
  let printed = cells.filter { !$0.isBlank }
  // Two figures more than columns are the columns of another table, or two for each: nobody knows which are meant.
  guard printed.count <= slots.count + 1 else { return }
  if blanks == .kept || printed.count >= slots.count {
    let source = printed.count >= slots.count && blanks == .moved ? printed : cells
    var entries = source.prefix(slots.count).map(\.entry)
    while entries.count < slots.count { entries.append(Entry(text: "", origin: origin)) }
    harvest.append(Run(kind: .requests, slots: slots, entries: entries, isPlaced: true, origin: origin))
    for cell in source.dropFirst(slots.count) where !cell.isBlank {
      reportUnknownColumn(cell, row: row, heading: nil, kind: .requests, into: &harvest)
    }
    return
  }
  harvest.append(
    Run(kind: .requests, slots: slots, entries: printed.map(\.entry), isPlaced: printed.isEmpty, origin: origin)
      .filledIfEmpty())
}

extension Run {
  /// A run without a single printed figure is placed: all its slots are blank.
  func filledIfEmpty() -> Run {
    guard entries.isEmpty else { return self }
    var run = self
    run.entries = slots.map { _ in Entry(text: "", origin: origin) }
    run.isPlaced = true
    return run
  }
}
