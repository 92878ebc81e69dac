import GovDocument

/// A table with its spans written out: every slot shows the cell that covers it.
///
/// A hostile page can span a long text over millions of slots. When repeating would write more than `repetitionLimit`
/// bytes beyond the table's own text, every text is shown once, at its anchor.
struct ExpandedGrid {
  /// Labels of statutory tables repeat a few kilobytes.
  private static let repetitionLimit = 4 << 20

  private let table: Table
  private let owners: [Int]
  private let repeats: Bool

  init(_ table: Table) {
    self.table = table
    owners = table.grid
    repeats = Self.repeatedBytes(table) <= Self.repetitionLimit
  }

  /// The index of the cell to show in a slot; `nil` for a slot that stays empty.
  func cell(_ row: Int, _ column: Int) -> Int? {
    let owner = owners[row * table.columns + column]
    if repeats { return owner }
    return table.cells[owner].row == row && table.cells[owner].column == column ? owner : nil
  }

  private static func repeatedBytes(_ table: Table) -> Int {
    var sum = 0
    for index in table.cells.indices where table.cells[index].rowSpan > 1 || table.cells[index].columnSpan > 1 {
      let slots = table.cells[index].rowSpan * table.cells[index].columnSpan - 1
      let (bytes, overflow) = table.cells[index].content.text.utf8.count.multipliedReportingOverflow(by: slots)
      let (total, excess) = sum.addingReportingOverflow(bytes)
      if overflow || excess { return .max }
      sum = total
    }
    return sum
  }
}
