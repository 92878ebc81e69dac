import GovDocument
import GovForms

private let statisticsRows = StatutoryForm.form2014.tables[0].parts[0].rows.map { Name($0.identifier) }

/// The statistics table of reports for 2014 to 2018: one figure per row, sometimes split by level.
///
/// - Parameter order: The rows before, in this table or in the pieces before it.
func harvestStatistics(_ sheet: Sheet, order: inout StatisticsOrder, into harvest: inout Harvest) {
  let header = sheet.lines.first { isHeader($0, kind: .statistics) } ?? []
  let heading = header.first { $0.columnName(.statistics) != nil } ?? yearColumn(of: sheet)
  let codes = heading == nil ? runningColumns(of: sheet) : []
  for cells in sheet.lines where !isHeader(cells, kind: .statistics) {
    guard let index = rowLabel(in: cells, kind: .statistics) else {
      reportUnknownRow(cells, kind: .statistics, into: &harvest)
      continue
    }
    guard let name = order.next(of: cells[index].rowNames(.statistics)) else { continue }
    let behind = cells[(index + 1)...].filter { $0.isFigure || resemblesFigure($0.entry.text) }
    let entry =
      heading.flatMap { figure(in: Array(cells[(index + 1)...]), below: columns(of: $0, in: header)) }
      ?? onlyFigure(behind, besides: codes)
    let origin = cells[index].entry.origin
    harvest.append(
      Run(
        kind: .statistics, slots: [Slot(row: name, column: "count")],
        entries: [entry ?? Entry(text: "", origin: origin)], isPlaced: true, origin: origin))
  }
}

/// The figure below the heading of the figures, which spans several columns where parents and parts have one each.
///
/// A row with figures in two of them has none that is the row's: they come out as two lines, which are no number.
private func figure(in cells: [SheetCell], below columns: Range<Int>) -> Entry? {
  let below = cells.filter { columns.contains($0.column) }
  let printed = below.filter { !$0.isBlank }
  let figures = printed.filter { printsNumber($0.entry.text) }
  guard figures.count > 1, let first = figures.first else {
    return (figures.first ?? printed.first ?? below.first)?.entry
  }
  return Entry(
    text: figures.map(\.entry.text).joined(separator: "\n"), origin: first.entry.origin, address: first.entry.address)
}

/// The heading that names the year, where no other names the figures: 2016年 beside 增减.
private func yearColumn(of sheet: Sheet) -> SheetCell? {
  guard let label = sheet.cells.first(where: { $0.rowName(.statistics) != nil }) else { return nil }
  let heads = sheet.cells.filter { $0.row < label.row && $0.column > label.column && YearHead($0.entry.text) != nil }
  return heads.count == 1 ? heads.first : nil
}

/// The columns of a heading: its own, and those behind it that have none, where parents and parts stand in one each.
private func columns(of heading: SheetCell, in header: [SheetCell]) -> Range<Int> {
  let behind = header.drop { $0.column <= heading.column }.prefix(while: \.isBlank)
  return heading.column..<(behind.last?.columns ?? heading.columns).upperBound
}

/// The columns whose numbers only count the rows: 01, 02, 03.
func runningColumns(of sheet: Sheet) -> Set<Int> {
  let columns = Dictionary(grouping: sheet.cells.filter(\.printsNumber), by: \.column)
  return Set(
    columns.filter { _, cells in
      let numbers = cells.compactMap { Int(trimmed($0.entry.text)) }
      return numbers.count == cells.count && numbers.count > 2
        && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 || $1 == $0 + 2 }
    }.keys)
}

/// The figure of a row whose columns have no headings: the printed one, a dash for the unit aside. Of several none is the
/// row's; they come out as lines, which are no number.
private func onlyFigure(_ cells: [SheetCell], besides codes: Set<Int>) -> Entry? {
  let printed = cells.filter { !$0.isBlank && !isUnitDash($0.entry.text) && !codes.contains($0.column) }
  let numbers = printed.filter { printsNumber($0.entry.text) }
  guard numbers.count > 1, let first = numbers.first else { return printed.last?.entry }
  return Entry(
    text: numbers.map(\.entry.text).joined(separator: "\n"), origin: first.entry.origin, address: first.entry.address)
}

/// Whether a text is the dash that parent rows print for their unit.
func isUnitDash(_ text: String) -> Bool {
  let scalars = text.unicodeScalars.filter { !isSpace($0) }
  return scalars.count >= 2 && scalars.allSatisfy { "-—－─".unicodeScalars.contains($0) }
}

/// Tells apart the rows that print the same label, such as (二)被依法纠错数 of 行政复议 and of 行政诉讼, by the row before.
struct StatisticsOrder {
  private var last = -1
  private var taken: Set<Name> = []

  /// The first of the names that follows the row before; otherwise the first that is not taken. A label of which all rows
  /// are taken begins another table.
  mutating func next(of names: [Name]) -> Name? {
    if !names.isEmpty, taken.isSuperset(of: names) { self = StatisticsOrder() }
    let free = names.filter { !taken.contains($0) }.compactMap { name in
      statisticsRows.firstIndex(of: name).map { (name, $0) }
    }.sorted { $0.1 < $1.1 }
    guard let choice = free.first(where: { $0.1 > last }) ?? free.first else { return nil }
    last = choice.1
    taken.insert(choice.0)
    return choice.0
  }
}
