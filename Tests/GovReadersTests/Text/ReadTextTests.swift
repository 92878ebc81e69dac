import GovDocument
import GovReaders
import Testing

@Suite struct ReadTextTests {
  private func read(_ text: String) throws -> Document { try readText(Array(text.utf8), name: "text") }

  /// The blocks in a short notation: `2:heading`, `p:paragraph`, `t:rows x columns`, `i:picture`.
  private func outline(_ document: Document) -> [String] {
    document.blocks.map { block in
      switch block {
      case .heading(let level, let prose): "\(level):\(prose.text)"
      case .paragraph(let prose): "p:\(prose.text)"
      case .list(let items): "l:\(items.count)"
      case .table(let table): "t:\(table.rows)x\(table.columns)"
      case .image(let image): "i:\(image.source)"
      }
    }
  }

  static let page = """
    首页 > 政务公开 > 年度报告

    云川市粮食局政府信息公开工作年度报告(2020年度)

    时间:2021-01-28 15:56 来源:本网 [字号: ]
    分享到:

    　　根据有关规定，现公布本局年度报告。

    　　一、总体情况

    　　（一）主动公开。全年公开信息12条。

    　　二、主动公开政府信息情况

    表一.png

    规章 | 0 | 1 |
    行政许可 |||
    　　六、其他需要报告的事项

    \u{2002}\u{2002}无。

    附件下载:

    地址:云川市中心路1号

    云ICP备00000000号
    """

  @Test func aPageAsCrawlersLeaveIt() throws {
    let document = try read(Self.page)
    #expect(
      outline(document) == [
        "1:云川市粮食局政府信息公开工作年度报告(2020年度)", "p:根据有关规定，现公布本局年度报告。", "2:一、总体情况", "p:（一）主动公开。全年公开信息12条。",
        "2:二、主动公开政府信息情况", "i:表一.png", "t:2x3", "2:六、其他需要报告的事项", "p:无。",
      ])
    #expect(document.metadata.date == "2021-01-28")
    #expect(document.metadata.publisher?.text == "本网")
    #expect(document.metadata.agency?.text == "云川市粮食局")
    #expect(document.metadata.year == 2020)
    #expect(document.metadata.title?.origin == .line(3))
    #expect(document.findings.map(\.code.rawValue) == ["left-out", "left-out", "left-out"])
  }

  @Test(arguments: ["\r\n", "\r", "\u{0B}", "\u{0C}", "\u{2028}", "\u{85}"]) func anyLineEnd(_ end: String) throws {
    let document = try read(Self.page.replacing("\n", with: end))
    #expect(outline(document) == outline(try read(Self.page)))
    #expect(document.metadata.title?.origin == .line(3))
  }

  @Test(arguments: [
    // Rules part all rows: a cell goes on in the next line.
    "┌──┬──┐\n│规章制│ 0│\n│定情况│  │\n├──┼──┤\n│行政许可│12│\n├──┼──┤\n│  │  │\n└──┴──┘",
    "+---+---+\n|规章制|0|\n|定情况||\n+---+---+\n|行政许可|12|\n+---+---+\n|||\n+---+---+",
    // A rule below the head only, and rows between two rules that each print a number: every line is a row.
    "║规章制定情况║0║\n╠══╬══╣\n║行政许可║12║\n║ ║ ║", "┌─┬─┐\n│规章制定情况│0│\n│行政许可│12│\n├─┼─┤\n│ │ │\n└─┴─┘\n",
  ])
  func drawnTablesAreTables(_ text: String) throws {
    for document in [try read(text), try readHTML(Array("<pre>\(text)</pre>".utf8), name: "page")] {
      guard case .table(let table) = document.blocks.first, document.blocks.count == 1 else {
        Issue.record("no table: \(outline(document))")
        return
      }
      #expect(table.cells.map(\.content.text) == ["规章制定情况", "0", "行政许可", "12", "", ""])
    }
  }

  @Test(arguments: [("５", "７"), ("3", "无"), ("—", "2"), ("零", "〇")])
  func rowsOfFiguresBetweenTwoRulesAreNotJoined(_ one: String, _ other: String) throws {
    let rule = "+--+--+"
    let text = [rule, "|项目|数量|", rule, "|规章|\(one)|", "|规范性文件|\(other)|", rule, "|合计|9|", rule]
    guard case .table(let table) = try read(text.joined(separator: "\n")).blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.cells.map(\.content.text) == ["项目", "数量", "规章", one, "规范性文件", other, "合计", "9"])
  }

  @Test func rowsOfEqualWidthAreNotJoined() throws {
    let rows = (1...8).map { "| \($0)、主动公开政府信息数量（不同渠道和方式公开相同信息计一条） | 1000\($0) |" }
    #expect(outline(try read(rows.joined(separator: "\n"))) == ["t:8x2"])
  }

  @Test func dashesAndLinesOfLinksAreNoTables() throws {
    #expect(outline(try read("说明──以下为正文\n首页│新闻│公开\n正文在此。")).allSatisfy { $0.hasPrefix("p:") })
  }

  @Test(arguments: [
    ("│规章│──│3│\n│行政许可│12│─│", ["规章", "──", "3", "行政许可", "12", "─"]),
    ("│规章├──┤3│\n│行政许可│12│4│", ["规章", "", "3", "行政许可", "12", "4"]),
    ("┌──┬──┐\n│规章│3│\n│────│──│\n│行政许可│ │\n└──┴──┘", ["规章", "3", "行政许可", ""]),
  ])
  func horizontalsBetweenVerticalsAreSignsForNone(_ text: String, _ cells: [String]) throws {
    guard case .table(let table) = try read(text).blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.cells.map(\.content.text) == cells)
  }

  @Test func drawnTreesAreNoTables() throws {
    let tree = "公开目录\n├── 机构职能\n├── 政策文件\n│   └── 规章\n└── 年度报告"
    for document in [try read(tree), try readHTML(Array("<pre>\(tree)</pre>".utf8), name: "page")] {
      #expect(!outline(document).contains { $0.hasPrefix("t:") })
    }
    // A rule with a title goes on to its other end.
    #expect(outline(try read("├── 表二 ──┤\n│规章│3│")).contains { $0.hasPrefix("t:") })
  }

  @Test(arguments: [
    ("（一）收到申请数 12", false), ("（一）收到申请数：12", false), ("三、本年度办理结果 （一）予以公开 5 0 5", false),
    ("（一）收到申请数的变化", true), ("（一）收到来信 12", true),
  ])
  func aRowOfAFormIsNoHeading(_ line: String, _ isHeading: Bool) throws {
    let text = "一、总体情况\n说明文字在此，至少一句。\n\(line)\n说明文字在此，至少一句。"
    let headings = try read(text).blocks.filter { if case .heading = $0 { true } else { false } }
    #expect(headings.count == (isHeading ? 2 : 1))
  }

  @Test func pipeRowsKeepTheirCells() throws {
    let document = try read("甲 | 乙 ||\n| a | b |\n|---|---|\n1 | 2 | 3")
    guard case .table(let table) = document.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.cells.map(\.content.text) == ["甲", "乙", "", "a", "b", "", "1", "2", "3"])
  }

  /// The blank cells of a span begin a row with a pipe, though the others begin with text.
  @Test func aPipeBeforeABlankFirstCellClosesNothing() throws {
    let document = try read("甲 | 乙 | 丙\n | a | b\n | | c\n1 | 2 | 3")
    guard case .table(let table) = document.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.columns == 3)
    #expect(table.cells.map(\.content.text) == ["甲", "乙", "丙", "", "a", "b", "", "", "c", "1", "2", "3"])
  }

  @Test func aTableOfOneCellALineStaysLines() throws {
    let text = "三、收到和处理政府信息公开申请情况\n(三)不予公开\n1.属于国家秘密\n0\n0\n2.没有现成信息需要另行製作\n6\n3.危及“三安全一稳定”\n四、政府信息公开行政复议、行政诉讼情况\n行政复议"
    let headings = try read(text).blocks.filter { if case .heading = $0 { true } else { false } }
    #expect(headings.count == 2)
  }

  @Test func aSignatureSaysWhoAndWhen() throws {
    let document = try read("一、总体情况\n本年度工作顺利。\n云川市粮食局\n2022年1月26日")
    #expect(document.metadata.publisher?.text == "云川市粮食局")
    #expect(document.metadata.date == "2022-01-26")
    #expect(outline(document).suffix(2) == ["p:云川市粮食局", "p:2022年1月26日"])
  }

  @Test func linesBrokenAtAFixedWidthAreJoined() throws {
    let sentence = "本局按照上级要求做好各项公开工作并且不断完善有关制度和流程努力提高服务水平同时加强队伍建设确保各项任务落到实处"
    let paragraph = Array(sentence + "，" + sentence + "，" + sentence + "。")
    var broken: [String] = []
    for start in stride(from: 0, to: paragraph.count, by: 32) {
      broken.append(String(paragraph[start..<min(start + 32, paragraph.count)]))
    }
    let text = "一、总体情况\n" + broken.joined(separator: "\n") + "\n　　" + "第二段。"
    #expect(outline(try read(text)) == ["2:一、总体情况", "p:" + String(paragraph), "p:第二段。"])
  }

  @Test(arguments: ["", " \n\u{3000}\n", "\u{FEFF}"]) func nothingToRead(_ text: String) {
    #expect(throws: ReadError.self) { try read(text) }
  }

  @Test func limitsKeepTheReadablePart() throws {
    var limits = ReaderLimits()
    limits.bytes = 30
    limits.tableSlots = 4
    let cut = try readText(Array("甲|乙|丙\n丁|戊|己\n一二三四五六七八九".utf8), name: "text", limits: limits)
    #expect(cut.findings.map(\.code.rawValue).contains("size-limit"))
    #expect(cut.findings.map(\.code.rawValue).contains("table-limit"))
    #expect(cut.blocks.count >= 2)
  }

  @Test func oneVeryLongLine() throws {
    let text = String(repeating: "云川市公开信息", count: 30_000)
    #expect(outline(try read(text)) == ["p:" + text])
  }
}
