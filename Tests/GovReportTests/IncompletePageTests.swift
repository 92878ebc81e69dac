import GovDocument
import GovForms
import GovReport
import Testing

/// Pages that lack something, or hold too much: no sum shows it, so it is looked for.
struct IncompletePageTests {
  private func grid(_ rows: [[String]], line: Int = 5) throws -> Block {
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { column, text in
        Cell(row: row, column: column, content: Prose(text, origin: .line(line + row)))
      }
    }
    return .table(
      try #require(Table(rows: rows.count, columns: rows[0].count, cells: cells, origin: .line(line))))
  }

  private let head = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

  private func recognised(_ blocks: [Block]) -> (report: Report, document: Document) {
    var document = Document(source: Source(name: "page.html", format: .html), blocks: blocks)
    let report = recognise(&document)
    return (report, document)
  }

  private func codes(_ document: Document) -> Set<String> {
    Set(document.findings.filter { $0.severity != .note }.map(\.code.rawValue))
  }

  /// A cell that was lost in a row of noughts moves the others, and every sum still holds.
  @Test(arguments: [("0", false), ("", true)])
  func aBlankTotalOfPrintedNoughtsIsReported(_ total: String, _ isReported: Bool) throws {
    let row = ["一、本年新收政府信息公开申请数量"] + [String](repeating: "0", count: 6) + [total]
    let (_, document) = recognised([try grid([head, row])])
    #expect(codes(document).contains("total-missing") == isReported)
  }

  @Test(
    arguments: [
      ("4\n5", nil), ("12①", 12), ("12¹", 12), ("1 2", 12), ("7*", 7), ("〇", 0), ("零件", 0), ("一〇", nil), ("增5", nil),
      ("十二", 12), ("二十件", 20), ("一百零五", 105), ("一百二", nil), ("两千三百", 2300), ("一", nil), ("一件", 1),
      ("12（含上年结转2件）", 12), ("12（上年5）", nil), ("12（见附件）", 12), ("12（详见附表2）", 12), ("12（见附件，应为15件）", nil),
      ("12(件)", 12), ("12[2]", 12), ("12注1", 12), ("约12", nil),
      ("12（注1）", 12), ("12（注：应为13）", nil), ("12（左右）", nil), ("15 12（上年）", nil), ("12（下降）", nil), ("12（已办结）", 12),
      ("12%", nil), ("1.2万", nil), ("①", nil), ("（12）", nil),
    ] as [(String, Int?)])
  func digitsOnTwoLinesAreNoNumber(_ text: String, _ value: Int?) throws {
    let row = ["一、本年新收政府信息公开申请数量", text] + [String](repeating: "0", count: 6)
    let (report, document) = recognised([try grid([head, row])])
    let figure = try #require(report.figures.first { $0.identifier == "requests/new/naturalPersons" })
    #expect(figure.figure == (value.map { .count($0) } ?? .unreadable(text)))
    #expect(codes(document).contains("figure-unreadable") == (value == nil))
  }

  @Test func aMissingRowOfNoughtsIsReported() throws {
    let form = try #require(StatutoryForm.all.first { $0.identifier == .form2021 })
    let part = try #require(form.tables.first { $0.identifier == "requests" }?.parts.first)
    let noughts = [String](repeating: "0", count: 7)
    func document(without row: String?) throws -> Document {
      let rows = part.rows.filter { $0.identifier != row }.compactMap(\.path.last).map { [$0] + noughts }
      return recognised([try grid([head] + rows)]).document
    }
    #expect(!codes(try document(without: nil)).contains("rows-missing"))
    let lacking = try document(without: "notProcessed.repeated")
    let finding = try #require(lacking.findings.first { $0.code == .rowsMissing })
    #expect(finding.message.contains("notProcessed.repeated"))
  }

  @Test(arguments: [true, false]) func aSectionWithoutItsTableIsReported(_ hasPicture: Bool) throws {
    let row = ["一、本年新收政府信息公开申请数量"] + [String](repeating: "0", count: 7)
    var blocks: [Block] = [
      .heading(level: 2, Prose("三、收到和处理政府信息公开申请情况", origin: .line(1))), try grid([head, row]),
      .heading(level: 2, Prose("四、政府信息公开行政复议、行政诉讼情况", origin: .line(9))),
    ]
    if hasPicture { blocks.append(.image(ImageReference(source: "4.png", origin: .line(10)))) }
    #expect(codes(recognised(blocks).document).contains("table-missing") == !hasPicture)
  }

  /// A definition list or an accessible page tells a row in words; nothing of it may come out as a blank.
  @Test(
    arguments: [
      ("自然人5件、商业企业８件，总计：13件", [5, 8, nil, nil, nil, nil, 13]),
      ("自然人与企业合计13件。", nil), ("自然人5件、自然人8件、总计13件", nil),
    ] as [(String, [Int?]?)])
  func aRowToldInWordsIsReadOrReported(_ words: String, _ counts: [Int?]?) throws {
    let labels = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "1.属于国家秘密", "2.重复申请", "（七）总计"]
    let lines = labels.flatMap { [$0, $0 == labels[0] ? words : "0 0 0 0 0 0 0"] }
    let (report, document) = recognised(
      lines.enumerated().map { .paragraph(Prose($1, origin: .line($0 + 1))) })
    let row = report.figures.filter { $0.row == "new" }
    #expect(row.map(\.figure) == (counts ?? []).map { $0.map { .count($0) } ?? .blank })
    #expect(codes(document).contains("figure-unreadable") == (counts == nil))
    #expect(report.figures.contains { $0.identifier == "requests/carriedIn/total" })
  }

  @Test(arguments: [("增5", 5), ("减少3", -3), ("−2", -2), ("减-3", nil), ("增5%", nil)] as [(String, Int?)])
  func aChangeMayBePrintedInWords(_ text: String, _ value: Int?) throws {
    let rows = [["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"], ["行政许可", "9", text, "8"], ["行政处罚", "9", "0", "8"]]
    let figure = recognised([try grid(rows)]).report.figures.first { $0.identifier == "disclosure/licensing/change" }
    #expect(figure?.figure == (value.map { .count($0) } ?? .unreadable(text)))
  }

  @Test(arguments: ["示例师范学院2020-2021学年信息公开工作年度报告", "2020至2021学年示例师范学院信息公开工作年度报告"])
  func theYearsOfASchoolAreNoPartOfItsName(_ title: String) {
    #expect(recognised([.heading(level: 1, Prose(title, origin: .line(1)))]).report.agency == "示例师范学院")
  }

  private func oneReport(_ agency: String, _ year: Int, _ count: String, line: Int) throws -> [Block] {
    let row = ["一、本年新收政府信息公开申请数量", count] + [String](repeating: "0", count: 5) + [count]
    return [
      .heading(level: 1, Prose("\(agency)\(year)年政府信息公开工作年度报告", origin: .line(line))),
      .heading(level: 2, Prose("一、总体情况", origin: .line(line + 1))),
      .heading(level: 2, Prose("三、收到和处理政府信息公开申请情况", origin: .line(line + 2))), try grid([head, row]),
    ]
  }

  @Test(arguments: [("示例市统计局", 2021), ("示例市林业局", 2022)])
  func ofTwoReportsTheFirstGivesTheFigures(_ agency: String, _ year: Int) throws {
    let all = try oneReport("示例市统计局", 2022, "8", line: 1) + oneReport(agency, year, "5", line: 30)
    let (report, document) = recognised(all)
    #expect(report.year == 2022)
    #expect(report.agency == "示例市统计局")
    #expect(report.figures.first { $0.identifier == "requests/new/total" }?.figure == .count(8))
    #expect(codes(document) == ["several-reports"])
    #expect(document.blocks.count == all.count)
  }

  /// A collection has a title of its own, and the first report in it may have none.
  @Test func theSecondReportDoesNotNameTheFirst() throws {
    let opening = "根据有关规定，现公布示例市统计局2022年政府信息公开工作年度报告。"
    let first = try oneReport("", 2022, "8", line: 1).dropFirst()
    let all =
      [.heading(level: 1, Prose("部门年度报告汇编", origin: .line(1))), .paragraph(Prose(opening, origin: .line(2)))] + first
    let (report, document) = recognised(try all + oneReport("示例市林业局", 2022, "5", line: 30))
    #expect(report.agency == "示例市统计局")
    #expect(codes(document) == ["several-reports"])
  }

  @Test(
    arguments: [
      ("如有疑问，请与示例市水务局办公室联系（电话：000-1234567）。", "示例市水务局"),
      ("對本報告如有疑問，請與示例省公安廳政務公開中心聯繫。", "示例省公安廳"),
      ("如有疑问，请与我市水务局办公室联系。", nil), ("如有疑问，请与州政府办信息科联系。", nil),
    ] as [(String, String?)])
  func theContactLineNamesTheAgencyWhereNothingElseDoes(_ line: String, _ agency: String?) {
    let opening = "本报告按照规定编制，统计期限自2020年1月1日起至2020年12月31日止。" + line
    #expect(recognised([.paragraph(Prose(opening, origin: .line(1)))]).report.agency == agency)
  }
}
