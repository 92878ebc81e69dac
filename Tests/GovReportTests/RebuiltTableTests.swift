import GovDocument
import GovForms
import GovReport
import Testing

/// Tables that came as lines stand in their form again, where nothing has to be guessed.
struct RebuiltTableTests {
  private func tables(in document: Document) -> [Table] {
    document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  private func document(_ lines: [String]) -> Document {
    crawledDocument((["示例市档案局2021年政府信息公开工作年度报告"] + lines).joined(separator: "\n"))
  }

  /// The characters of a document in reading order, without what parts cells.
  private func characters(of document: Document) -> [Unicode.Scalar] {
    document.blocks.flatMap { block -> [Prose] in
      switch block {
      case .heading(_, let prose), .paragraph(let prose): [prose]
      case .list(let items): items
      case .table(let table): table.cells.map(\.content)
      case .image: []
      }
    }
    .flatMap(\.text.unicodeScalars).filter { !$0.properties.isWhitespace }
  }

  /// Labels of a generated report may be damaged, and blank cells are dropped: what comes back is right and nothing is lost.
  @Test(arguments: [Shape.lines, .rowLines])
  func generatedReportsComeBackWhole(_ shape: Shape) throws {
    var chance = Chance(seed: 31)
    var rebuilt = 0
    for _ in 0..<60 {
      let truth = GeneratedReport(&chance)
      var document = shape.document(of: truth, &chance)
      let before = characters(of: document)
      let report = recognise(&document)
      #expect(characters(of: document) == before)
      for table in tables(in: document) {
        rebuilt += 1
        let template = try #require(truth.form.templates.first { isLike(table, $0) })
        let name = template.identifier.split(separator: "/")[1]
        for (cell, wanted) in zip(table.cells, template.cells) {
          guard case .figure(let place) = wanted.content else { continue }
          #expect(report.figure("\(name)/\(place)")?.status ?? .read == .read)
          #expect(cell.content.text == truth.texts["\(name)/\(place)"] ?? "", "\(name)/\(place)")
        }
      }
    }
    #expect(rebuilt >= 60, "\(rebuilt) of 180")
  }

  private func isLike(_ table: Table, _ template: TableTemplate) -> Bool {
    table.rows == template.rows && table.columns == template.columns
      && zip(table.cells, template.cells).allSatisfy {
        $0.row == $1.row && $0.column == $1.column && $0.rowSpan == $1.rowSpan && $0.columnSpan == $1.columnSpan
      }
  }

  private static let regulations = [
    "第二十条第（一）项", "信息内容 本年制发件数 本年废止件数 现行有效件数", "规章 0 0 3", "行政规范性文件 5 2 40",
  ]

  @Test func rowsThatThePageLacksAreNotMadeUp() throws {
    var document = document(Self.regulations)
    _ = recognise(&document)
    let table = try #require(tables(in: document).first)
    #expect(table.rows == 4)
    #expect(table.columns == 4)
    #expect(table.cells.map(\.content.text).joined(separator: "|").hasSuffix("规章|0|0|3|行政规范性文件|5|2|40"))
  }

  private static let decisions = [
    "第二十条第（五）项", "信息内容 本年处理决定数量", "行政许可 12", "第二十条第（六）项", "信息内容 本年处理决定数量", "行政处罚 7", "行政强制 8",
    "第二十条第（八）项", "信息内容 本年收费金额（单位：万元）", "行政事业性收费 9",
  ]

  @Test func aSlashBetweenFiguresIsNoCellAndOneBeforeTheTableStays() throws {
    let rows = Self.regulations.dropLast(2) + ["规章 / 0 / 0 / 3", "行政规范性文件 / 5 / 2 / 40"]
    var document = document(["/", "；"] + rows + ["；", "五、其他"])
    _ = recognise(&document)
    let table = try #require(tables(in: document).first)
    #expect(table.cells.map(\.content.text).joined(separator: "|").hasSuffix("规章|0|0|3|行政规范性文件|5|2|40"))
    #expect(characters(of: document).count { $0 == "/" } == 1)
    #expect(characters(of: document).count { $0 == "；" } == 2)
  }

  /// Sections count blocks, and a page goes on behind its first report.
  @Test func blocksBehindATableKeepTheirPlace() throws {
    let overview = ["一、总体情况", "做了工作。", "二、主动公开政府信息情况"]
    let second = ["示例市交通局2020年政府信息公开工作年度报告"] + overview + ["公开了。"]
    var document = document(overview + Self.decisions + ["三、收到和处理政府信息公开申请情况", "没有。"] + second)
    let before = characters(of: document)
    let report = recognise(&document)
    #expect(tables(in: document).count == 1)
    #expect(characters(of: document) == before)
    let finding = try #require(document.findings.first { $0.code == .severalReports })
    #expect(finding.message.contains("示例市交通局2020年"))
    let third = try #require(report.sections.first { $0.kind == .requests }?.block)
    guard case .paragraph(let heading) = document.blocks[third] else { throw NoHeading() }
    #expect(heading.text == "三、收到和处理政府信息公开申请情况")
  }

  private struct NoHeading: Error {}

  private static func regulations(endingIn rows: String...) -> [String] { Array(regulations.dropLast()) + rows }

  /// Each differs from the lines above in one condition.
  private static let disturbed: [[String]] = [
    regulations(endingIn: "行政规范性文件 5 40"),
    regulations(endingIn: "其中网上公布的", "行政规范性文件 5 2 40"),
    regulations(endingIn: "行政规范性文件 5 2 40 见附件"),
    // A figure too many: the others may stand one column off.
    regulations(endingIn: "行政规范性文件 5 2 40", "41"),
    // The number of a page, the slash of a blank cell: no part of the next label.
    regulations(endingIn: "- 3 -", "行政规范性文件 5 2 40"),
    regulations(endingIn: "/", "行政规范性文件 5 2 40"),
    // Heads in another order would stay outside.
    ["第二十条第（一）项", "信息内容 现行有效件数 本年制发件数 本年废止件数", "规章 0 0 0", "行政规范性文件 0 0 0"],
    ["第二十条第（一）项", "信息内容 本年制发件数 本年废止件数 现行有效件数 见下", "规章 0 0 3", "行政规范性文件 5 2 40"],
    ["信息内容", "8", "本年制发件数", "本年废止件数", "现行有效件数", "规章 0 0 3", "行政规范性文件 5 2 40"],
    // 信息内容 names no part: it would become the head of the first.
    Array(decisions.dropFirst()),
  ]

  @Test("Lines stay lines where a table would need a guess or lose something", arguments: disturbed)
  func linesStay(_ lines: [String]) {
    var document = document(lines)
    let before = characters(of: document)
    _ = recognise(&document)
    #expect(tables(in: document).isEmpty)
    #expect(characters(of: document) == before)
  }

  private static let statistics = [
    ("一、主动公开情况", "----", "----"), ("（一）主动公开政府信息数", "条", "5321"), ("其中：主动公开规范性文件数", "条", "41"),
    ("制发规范性文件总数", "件", "44"), ("（二）通过不同渠道和方式公开政府信息的情况", "----", "----"), ("1.政府公报公开政府信息数", "条", "12"),
    ("2.政府网站公开政府信息数", "条", "4802"), ("3.政务微博公开政府信息数", "条", "703"), ("四、行政复议数量", "件", "3"),
    ("（一）维持具体行政行为数", "件", "2"), ("（二）被依法纠错数", "件", "0"), ("（三）其他情形数", "件", "1"),
  ]

  @Test(
    "The statistics are a list again, with their units and the dashes of their parents", arguments: [" ", "\n", "："])
  func statisticsComeBack(_ parting: String) throws {
    let rows = Self.statistics.flatMap { label, unit, figure in
      if parting == "：" { return [unit == "----" ? label : "\(label)：\(figure)\(unit)"] }
      return [label, unit, figure].joined(separator: parting).split(separator: "\n").map(String.init)
    }
    var document = crawledDocument((["示例市档案局2016年政府信息公开工作年度报告"] + rows).joined(separator: "\n"))
    let before = characters(of: document)
    _ = recognise(&document)
    let table = try #require(tables(in: document).first)
    #expect(table.rows == Self.statistics.count)
    #expect(characters(of: document) == before)
    let figures = table.cells.filter { $0.column == 2 }.map { $0.content.text.filter(\.isNumber) }
    #expect(figures == Self.statistics.map { $0.2.filter(\.isNumber) })
  }

  private static let review = [
    "四、政府信息公开行政复议、行政诉讼情况",
    "行政复议 | 行政诉讼 |||||||||||||", "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 ||||||||",
    "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |||||",
    "1 | 0 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 3 | 3",
  ]

  @Test func aTextTableThatLostItsSpansHasThemAgain() throws {
    var document = document(Self.review)
    let before = characters(of: document)
    _ = recognise(&document)
    let table = try #require(tables(in: document).first)
    #expect(table.cells.first { $0.content.text == "行政诉讼" }?.columnSpan == 10)
    #expect(table.cells.first { $0.content.text == "复议后起诉" }.map { [$0.column, $0.columnSpan] } == [10, 5])
    #expect(characters(of: document) == before)
    #expect(document.findings.contains { $0.code == .tableRebuilt })
  }

  /// A text table with its cells in the form's places is printed as it is.
  @Test func aTextTableInPlaceStays() {
    var document = document(["信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数", "规章 | 0 | 0 | 3", "行政规范性文件 | 5 | 2 | 40"])
    let before = document.blocks
    _ = recognise(&document)
    #expect(document.blocks == before)
  }

  @Test func cellsKeepTheRecordOfTheirLine() throws {
    var document = document(Self.regulations.dropLast())
    var row = Prose("行政規(guī)范性文件 5 2 40", origin: .line(9))
    row.apply([Edit(pass: "injected-pinyin", start: 3, end: 8, before: "(guī)", after: "")])
    row.apply([Edit(pass: "script", start: 2, end: 3, before: "規", after: "规")])
    document.blocks.append(.paragraph(row))
    _ = recognise(&document)
    let cell = try #require(tables(in: document).first?.cells.first { $0.content.text == "行政规范性文件" })
    #expect(cell.content.original == "行政規(guī)范性文件")
    #expect(cell.content.edits.map(\.start) == [3, 2])
    #expect(cell.content.origin == .line(9))
  }
}
