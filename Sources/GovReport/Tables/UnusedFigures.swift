import GovDocument
import GovForms

/// Reports the figures of a table that stand beside labels of the form and of which nothing was made.
///
/// A table that is cut, joined or turned in a way that nobody thought of loses figures without a broken sum; what is printed
/// and was not understood is counted instead.
func reportUnusedFigures(_ sheet: Sheet, runs: ArraySlice<Run>, into harvest: inout Harvest) {
  var used = UsedCells(of: sheet)
  for address in harvest.reported { used.insert(address) }
  for run in runs {
    for entry in run.entries { if let address = entry.address { used.insert(address) } }
  }
  for kind in TableKind.allCases where sheet.kinds.contains(kind) {
    let unused =
      switch kind {
      case .statistics: unusedRows(sheet, used: used)
      case .review where !runs.contains { $0.kind == .review }: textsWithDigits(sheet)
      default: unusedFigures(sheet, kind: kind, used: used)
      }
    if let first = unused.first {
      harvest.findings.append(unusedFinding(kind, count: unused.count, first: first.entry.text, at: first.entry.origin))
    }
  }
}

/// What a person must know of figures that stand in the page and not in the report.
func unusedFinding(_ kind: TableKind, count: Int, first: String, at origin: Origin) -> Finding {
  let figures = count == 1 ? "1 figure beside a label" : "\(count) figures beside labels"
  return Finding(
    .warning, .figuresUnused,
    "\(kind.rawValue): \(figures) of the form, from “\(brief(first))” on, could not be placed; read them on the page",
    origin: origin)
}

/// The numbers behind a label, a group's too, or below one, that no run holds. Running numbers have no such label; what a page break
/// tore from its label has that of its group.
private func unusedFigures(_ sheet: Sheet, kind: TableKind, used: UsedCells) -> [SheetCell] {
  let free = sheet.cells.filter { $0.printsNumber && $0.isUnused(by: used) }
  guard !free.isEmpty else { return [] }
  let labels = sheet.cells.filter { $0.label?.onlyTable == kind }
  let firstInRow = Dictionary(labels.flatMap { cell in cell.rows.map { ($0, cell.column) } }, uniquingKeysWith: min)
  let firstInColumn = Dictionary(labels.flatMap { cell in cell.columns.map { ($0, cell.row) } }, uniquingKeysWith: min)
  return free.filter {
    firstInRow[$0.row, default: .max] < $0.column || firstInColumn[$0.column, default: .max] < $0.row
  }
}

/// What may print the figures of a table of which none was recognised: short texts with digits that are no labels.
private func textsWithDigits(_ sheet: Sheet) -> [SheetCell] {
  sheet.cells.filter { $0.label == nil && printsNumber($0.entry.text) && $0.entry.text.unicodeScalars.count <= 10 }
}

/// One number for each row of the statistics of which none is used: codes, units and the numbers of other years stand beside
/// the one that is.
private func unusedRows(_ sheet: Sheet, used: UsedCells) -> [SheetCell] {
  let codes = runningColumns(of: sheet)
  return sheet.lines.compactMap { line in
    guard let label = line.firstIndex(where: { $0.label?.onlyTable == .statistics && $0.rowName(.statistics) != nil })
    else { return nil }
    let figures = line[label...].filter { $0.isFigure && !$0.isBlank && !codes.contains($0.column) }
    return figures.allSatisfy { $0.isUnused(by: used) } ? figures.first(where: \.printsNumber) : nil
  }
}

/// Which cells of one table something was made of; a table has many, and each is asked for.
private struct UsedCells {
  private var isUsed: [Bool]

  /// None of the cells of a sheet, whose places in the document ascend.
  init(of sheet: Sheet) {
    isUsed = [Bool](repeating: false, count: (sheet.cells.last?.entry.address?.cell ?? -1) + 1)
  }

  mutating func insert(_ address: CellAddress) {
    if address.cell < isUsed.count { isUsed[address.cell] = true }
  }

  func contains(_ address: CellAddress) -> Bool { address.cell < isUsed.count && isUsed[address.cell] }
}

extension SheetCell {
  fileprivate func isUnused(by used: UsedCells) -> Bool { entry.address.map { !used.contains($0) } ?? false }
}
