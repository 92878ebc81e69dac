import GovDocument
import GovForms
import GovReport
import TestSupport
import Testing

/// Input that nobody prints: nothing crashes, nothing is lost for others.
struct HostileInputTests {
  @Test(arguments: [
    "999999999999999999", "9223372036854775807", "99999999999999999999999999", "-9223372036854775808", "1,,2", "1.2.3",
    "+-5",
    "\u{0}", "٣", "1e9", "0x10", "½", "万", "🙂", String(repeating: "9", count: 500),
  ])
  func oddFiguresAreKeptOrUnreadable(_ text: String) {
    var chance = Chance(seed: 61)
    let truth = GeneratedReport(&chance, fill: .zeros)
    for shape in Shape.allCases {
      var document = shape.document(of: truth, &chance)
      for (index, block) in document.blocks.enumerated() {
        guard case .table(var table) = block else { continue }
        table.updateCells { cell in
          if cell.content.text == "0" { cell.content = Prose(text, origin: cell.content.origin) }
        }
        document.blocks[index] = .table(table)
      }
      _ = recognise(&document)
    }
  }

  @Test func hugeAndEmptyTablesAreWalkedPast() {
    let cells = [
      Cell(row: 0, column: 0, content: Prose("行政复议", origin: .document)),
      Cell(row: 0, column: 1, content: Prose("结果维持", origin: .document)),
    ]
    for (rows, columns) in [(0, 0), (1, 2), (2, 2), (400, 400), (1, 50_000)] {
      let fitting = cells.filter { $0.row < rows && $0.column < columns }
      guard let table = Table(rows: rows, columns: columns, cells: fitting, origin: .document) else { continue }
      var document = Document(source: Source(name: "page.html", format: .html), blocks: [.table(table)])
      _ = recognise(&document)
    }
  }

  @Test(arguments: ["行政许可", "1", "一、", "年", "信息公开", "百分之", "3至", "第", "()（）", "\n\n", "，，，", "报告 2021 年政府信息公开"])
  func fragmentsOfProse(_ text: String) {
    for blocks in [
      [Block.paragraph(Prose(text, origin: .line(1)))], [.heading(level: 1, Prose(text, origin: .line(1)))],
    ] {
      var document = Document(source: Source(name: "page.txt", format: .text), blocks: blocks)
      _ = recognise(&document)
    }
  }

  /// Each title may begin another agency's report, for which all that stands before it is searched.
  @Test func aPageOfNothingButTitlesIsWalkedThroughOnce() {
    func title(_ number: Int) -> Block {
      let scalars = [number / 100, number % 100].compactMap { Unicode.Scalar(0x5000 + $0) }
      let name = String(String.UnicodeScalarView(scalars))
      return .paragraph(Prose("示例市\(name)局2021年政府信息公开工作年度报告", origin: .line(number)))
    }
    var document = Document(source: Source(name: "page.html", format: .html), blocks: (0..<10_000).map(title))
    #expect(processorSeconds { _ = recognise(&document) } < 60)
    #expect(!document.findings.contains { $0.code.rawValue == "several-reports" })
  }

  @Test(arguments: ["信息公开报告", "请与", "2021年报告"])
  func aLineOfManyNamesTakesNoLongerThanItsLength(_ text: String) {
    let line = Prose(String(repeating: text, count: 20_000), origin: .line(1))
    var document = Document(source: Source(name: "page.txt", format: .text), blocks: [.paragraph(line)])
    let seconds = processorSeconds { #expect(recognise(&document).agency == nil) }
    #expect(seconds < 60)
  }
}
