import GovDocument
import GovForms
import GovReport
import Testing

/// Tables that agencies and tools rearranged: labels and headings decide, not positions.
struct RearrangedTableTests {
  /// A statutory table of a generated report as rows of cells.
  private func sheet(_ name: String, _ truth: GeneratedReport, _ chance: inout Chance) throws -> Table {
    let template = try #require(
      truth.form.templates.first { $0.identifier == "\(truth.form.identifier.rawValue)/\(name)" })
    return try #require(grid(template, truth, &chance))
  }

  private func check(
    _ blocks: [Block], _ truth: GeneratedReport, only table: String?, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Report {
    var document = Document(source: Source(name: "page.html", format: .html), blocks: blocks)
    let report = recognise(&document)
    var score = Score()
    score.count(report, findings: document.findings, against: truth, only: table)
    #expect(score.right == score.figures, "\(score)", sourceLocation: sourceLocation)
    return report
  }

  private func rearranged(
    _ table: Table, rows: Int, columns: Int, _ move: (Cell) -> (row: Int, column: Int, rowSpan: Int, columnSpan: Int)?
  ) throws -> Table {
    let cells = table.cells.compactMap { cell in
      move(cell).map { place in
        Cell(
          row: place.row, column: place.column, rowSpan: place.rowSpan, columnSpan: place.columnSpan,
          content: cell.content)
      }
    }
    return try #require(Table(rows: rows, columns: columns, cells: cells, origin: table.origin))
  }

  @Test(arguments: ["requests", "review"])
  func rowsAndColumnsExchanged(_ name: String) throws {
    var chance = Chance(seed: 21)
    for _ in 0..<10 {
      let truth = GeneratedReport(&chance)
      let table = try sheet(name, truth, &chance)
      let turned = try rearranged(table, rows: table.columns, columns: table.rows) {
        ($0.column, $0.row, $0.columnSpan, $0.rowSpan)
      }
      _ = check([.table(turned)], truth, only: name)
    }
  }

  @Test func columnsInAnotherOrder() throws {
    var chance = Chance(seed: 22)
    for _ in 0..<10 {
      let truth = GeneratedReport(&chance)
      let table = try sheet("requests", truth, &chance)
      // 总计 first, then 自然人 and the others.
      let moved = try rearranged(table, rows: table.rows, columns: table.columns) { cell in
        guard cell.column >= 3, cell.row > 0 else { return (cell.row, cell.column, cell.rowSpan, cell.columnSpan) }
        return (cell.row, cell.column == 9 ? 3 : cell.column + 1, cell.rowSpan, cell.columnSpan)
      }
      _ = check([.table(moved)], truth, only: "requests")
    }
  }

  @Test(arguments: [4, 9, 14, 20])
  func oneTableInTwoBlocks(_ cut: Int) throws {
    var chance = Chance(seed: 23)
    for _ in 0..<5 {
      let truth = GeneratedReport(&chance)
      let table = try sheet("requests", truth, &chance)
      let upper = try rearranged(table, rows: cut, columns: table.columns) { cell in
        cell.row < cut ? (cell.row, cell.column, min(cell.rowSpan, cut - cell.row), cell.columnSpan) : nil
      }
      let lower = try rearranged(table, rows: table.rows - cut, columns: table.columns) { cell in
        guard cell.row + cell.rowSpan > cut else { return nil }
        let row = max(0, cell.row - cut)
        return (row, cell.column, cell.row + cell.rowSpan - cut - row, cell.columnSpan)
      }
      _ = check([.table(upper), .table(lower)], truth, only: "requests")
    }
  }

  @Test func twoTablesInOneBlock() throws {
    var chance = Chance(seed: 24)
    for _ in 0..<10 {
      let truth = GeneratedReport(&chance)
      let first = try sheet("disclosure", truth, &chance)
      let second = try sheet("requests", truth, &chance)
      let cells =
        first.cells
        + second.cells.map {
          Cell(
            row: $0.row + first.rows, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan,
            content: $0.content)
        }
      let both = try #require(
        Table(rows: first.rows + second.rows, columns: second.columns, cells: cells, origin: .line(1)))
      let report = check([.table(both)], truth, only: "requests")
      #expect(report.figures.contains { $0.table == "disclosure" })
      _ = check([.table(both)], truth, only: "disclosure")
    }
  }

  /// A row that lost a blank cell: its figures moved left, the equations show where they belong.
  @Test func aLostBlankCell() throws {
    var chance = Chance(seed: 25)
    var moved = 0
    for _ in 0..<40 {
      let truth = GeneratedReport(&chance, fill: .naturalAndTotal)
      let table = try sheet("requests", truth, &chance)
      let row = chance.number(3...table.rows - 1)
      guard table.cells.contains(where: { $0.row == row && $0.column == 4 && $0.content.text.isEmpty }) else {
        continue
      }
      let shifted = try rearranged(table, rows: table.rows, columns: table.columns) { cell in
        guard cell.row == row, cell.column >= 4, cell.rowSpan == 1 else {
          return (cell.row, cell.column, cell.rowSpan, cell.columnSpan)
        }
        return cell.column == 4 ? nil : (row, cell.column - 1, 1, 1)
      }
      var document = Document(source: Source(name: "page.html", format: .html), blocks: [.table(shifted)])
      let report = recognise(&document)
      var score = Score()
      score.count(report, findings: document.findings, against: truth, only: "requests")
      #expect(score.silentlyWrong <= 7, "\(score)")
      moved += document.findings.contains { $0.code == .rowShifted } ? 1 : 0
      let printed = truth.texts.filter { $0.key.hasPrefix("requests/") && $0.value != "0" && !$0.value.isEmpty }
      for (name, text) in printed { #expect(report.figure(name).map { digest($0.figure) } == text, "\(name)") }
    }
    #expect(moved > 0)
  }

  @Test func anAgencysOwnRowAndColumnAreReported() throws {
    var chance = Chance(seed: 26)
    let truth = GeneratedReport(&chance, fill: .zeros)
    let table = try sheet("requests", truth, &chance)
    let own = ["八、另行统计的电话咨询", "3", "0", "0", "0", "0", "0", "3"]
    let cells =
      table.cells
      + own.enumerated().map { index, text in
        Cell(
          row: table.rows, column: index == 0 ? 0 : index + 2, columnSpan: index == 0 ? 3 : 1,
          content: Prose(text, origin: .line(90)))
      } + [Cell(row: 3, column: table.columns, content: Prose("17", origin: .line(13)))]
    let wider = try #require(
      Table(rows: table.rows + 1, columns: table.columns + 1, cells: cells, origin: .line(10)))
    var document = Document(source: Source(name: "page.html", format: .html), blocks: [.table(wider)])
    let report = recognise(&document)
    var score = Score()
    score.count(report, findings: document.findings, against: truth, only: "requests")
    #expect(score.right == score.figures, "\(score)")
    #expect(document.findings.contains { $0.code == .unknownRow })
    #expect(document.findings.contains { $0.code == .unknownColumn })
  }
}
