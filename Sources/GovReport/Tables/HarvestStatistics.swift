import GovDocument
import GovForms

private let statisticsRows = StatutoryForm.form2014.tables[0].parts[0].rows.map { Name($0.identifier) }

/// The statistics table of reports for 2014 to 2018: one figure per row, sometimes split by level.
///
/// - Parameter order: The rows before, in this table or in the pieces before it.
func harvestStatistics(_ sheet: Sheet, order: inout StatisticsOrder, into harvest: inout Harvest) {
  let header = sheet.lines.first { isHeader($0, kind: .statistics) } ?? []
  let heading = header.first { $0.columnName(.statistics) != nil }
  for cells in sheet.lines where !isHeader(cells, kind: .statistics) {
    guard let index = rowLabel(in: cells, kind: .statistics) else {
      reportUnknownRow(cells, kind: .statistics, into: &harvest)
      continue
    }
    guard let name = order.next(of: cells[index].rowNames(.statistics)) else { continue }
    let figures = cells[(index + 1)...].filter(\.isFigure)
    let entry = heading.flatMap { figure(in: figures, below: $0) } ?? onlyFigure(figures)?.entry
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
private func figure(in cells: [SheetCell], below heading: SheetCell) -> Entry? {
  let columns = heading.column..<heading.column + heading.columnSpan
  let below = cells.filter { columns.contains($0.column) }
  let printed = below.filter { !$0.isBlank }
  let figures = printed.filter { printsNumber($0.entry.text) }
  guard figures.count > 1, let first = figures.first else {
    return (figures.first ?? printed.first ?? below.first)?.entry
  }
  return Entry(text: figures.map(\.entry.text).joined(separator: "\n"), origin: first.entry.origin)
}

/// The figure of a row whose columns have no headings: the last printed one, a dash for the unit aside.
private func onlyFigure(_ cells: [SheetCell]) -> SheetCell? {
  cells.last { !$0.isBlank && !isUnitDash($0.entry.text) }
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
