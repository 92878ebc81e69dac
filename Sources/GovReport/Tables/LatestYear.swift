import GovForms

extension Sheet {
  /// The year that its heads name, when they name one only.
  var year: YearHead? {
    let first = cells.first { $0.label != nil }?.row ?? 0
    let found = Set(cells.lazy.filter { $0.row <= first }.compactMap { $0.isFigure ? nil : YearHead($0.entry.text) })
    return found.count == 1 ? found.first : nil
  }

  /// The table without the columns or rows of earlier years, and the figures that stood there.
  ///
  /// Agencies print last year's figures beside this year's, under heads that name the years. Where two rows of heads contradict each
  /// other about a column the table stays as it is.
  func withoutEarlierYears() -> (sheet: Sheet, left: [(figure: SheetCell, head: String)]) {
    let heads = cells.compactMap { cell in
      cell.isFigure ? nil : YearHead(cell.entry.text).map { (cell: cell, year: $0) }
    }
    guard heads.count > 1 else { return (self, []) }
    if let columns = earlier(heads.map { ($0.cell.row, $0.cell.columns, $0.year, $0.cell.entry.text) }, of: columns) {
      return (keeping((0..<self.columns).filter { columns[$0] == nil }), figures { columns[$0.column] })
    }
    if let rows = earlier(heads.map { ($0.cell.column, $0.cell.rows, $0.year, $0.cell.entry.text) }, of: rows) {
      let kept = transposed.keeping((0..<self.rows).filter { rows[$0] == nil }).transposed
      return (kept, figures { rows[$0.row] })
    }
    return (self, [])
  }

  private func figures(_ head: (SheetCell) -> String?) -> [(figure: SheetCell, head: String)] {
    cells.filter { $0.isFigure && !$0.isBlank }.compactMap { cell in head(cell).map { (cell, $0) } }
  }
}

/// The columns of earlier years with the text of their heads; `nil` without any, or when heads contradict each other.
///
/// - Parameter heads: The line in which a head stands, and the columns below it.
private func earlier(
  _ heads: [(line: Int, covers: Range<Int>, year: YearHead, text: String)], of count: Int
) -> [Int: String]? {
  var dropped: [Int: String] = [:]
  var kept: Set<Int> = []
  for members in Dictionary(grouping: heads, by: \.line).values where Set(members.map(\.year)).count > 1 {
    for head in members {
      let isEarlier = members.contains { head.year.isBefore($0.year) }
      for column in head.covers {
        if isEarlier { dropped[column] = head.text } else { kept.insert(column) }
      }
    }
  }
  return dropped.isEmpty || !kept.isDisjoint(with: dropped.keys) ? nil : dropped
}
