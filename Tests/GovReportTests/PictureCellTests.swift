import GovDocument
import GovForms
import GovReport
import Testing

/// Single cells of pictures: what readers leave, and what becomes of it.
struct PictureCellTests {
  private func report(
    _ text: String, _ candidates: [String], status: Status, table: String = "review", seed: UInt64 = 51
  ) throws -> (Report, Document) {
    var chance = Chance(seed: seed)
    let truth = GeneratedReport(&chance, form: .form2021, fill: .zeros)
    var document = SimulatedPicture(truth, table: table, failures: 0, &chance).document
    guard case .table(var grid) = document.blocks[0] else { return (Report(), document) }
    let index = try #require(grid.cells.lastIndex { $0.row == grid.rows - 1 && $0.column == 1 })
    var cell = grid.cells[index]
    cell.content = Prose(text, origin: cell.content.origin)
    cell.reading?.candidates = candidates.map { Candidate(text: $0, confidence: 0.6, reader: "eng") }
    cell.reading?.status = status
    grid.updateCell(at: index) { $0 = cell }
    document.blocks[0] = .table(grid)
    return (recognise(&document), document)
  }

  @Test func aCellThatNobodyCouldReadIsNotBlank() throws {
    let (report, document) = try report("", [], status: .unreadable)
    let figure = try #require(report.figure("review/reconsideration/corrected"))
    #expect(figure.status == .unreadable)
    #expect(figure.figure == .unreadable(""))
    #expect(document.findings.contains { $0.code == .figureUnreadable && $0.severity == .error })
  }

  @Test func aDecisionIsWrittenBackWithItsRecord() throws {
    var chance = Chance(seed: 52)
    let truth = GeneratedReport(&chance, form: .form2021, fill: .zeros)
    var picture = SimulatedPicture(truth, table: "requests", failures: 1, &chance, failure: { _ in .disagreement })
    let seen = picture.document
    let report = recognise(&picture.document)
    let name = try #require(picture.misread.first)
    #expect(report.figure(name)?.status == .reconciled)
    guard case .table(let before) = seen.blocks[0], case .table(let after) = picture.document.blocks[0] else { return }
    let changed = zip(before.cells, after.cells).filter { $0.0 != $0.1 }
    let (old, new) = try #require(changed.first)
    #expect(changed.count == 1)
    #expect(new.content.text == truth.texts[name])
    #expect(new.content.original == old.content.text)
    #expect(new.content.edits.map(\.pass) == ["reconciliation"])
    #expect(new.reading?.candidates == old.reading?.candidates)
    #expect(new.reading?.status == .reconciled)
  }

  /// A comma between thousands that all readers take for a point.
  @Test func aPointBetweenThousandsIsDoubtful() throws {
    let (report, _) = try report("712.966", ["712.966"], status: .read)
    let figure = try #require(report.figure("review/reconsideration/corrected"))
    #expect(figure.figure == .count(712_966))
    #expect(figure.text == "712,966")
    #expect(figure.status == .doubtful)
  }

  /// Two noughts below each other, those of two rows that were taken for one, or a nought with the figure of the next column: the
  /// equations would be content with them.
  @Test(arguments: ["00", "0957", "0,957", "0.957"]) func figuresOfTwoCellsAreNoCount(_ text: String) throws {
    let (report, _) = try report(text, [text], status: .doubtful)
    let figure = try #require(report.figure("review/reconsideration/corrected"))
    #expect(figure.status != .reconciled && figure.status != .read)
  }

  /// An equation takes a blank for nought: it cannot tell one from a 0 that readers saw something of.
  @Test(arguments: [(["0)", "0)", ""], Figure.count(0)), (["", "", "i"], .blank)])
  func noEquationMakesABlankOfInk(_ candidates: [String], _ likeliest: Figure) throws {
    let isNought = { (seed: UInt64) in
      var chance = Chance(seed: seed)
      return GeneratedReport(&chance, form: .form2021, fill: .zeros).texts["review/reconsideration/corrected"] == "0"
    }
    let seed = try #require((1...60).first(where: isNought))
    let (report, _) = try report("", candidates, status: .unreadable, seed: seed)
    let figure = try #require(report.figure("review/reconsideration/corrected"))
    #expect(figure.status == .doubtful)
    #expect(figure.figure == likeliest)
  }

  /// Nought to an equation are a blank, 0 and every mark for none. Which of them is printed, the rest of the table tells.
  @Test(arguments: [("-", GeneratedReport.Fill.zeros), ("", .zeros), ("/", .blanks)])
  func noEquationTellsOneNoughtFromAnother(_ text: String, _ fill: GeneratedReport.Fill) throws {
    var chance = Chance(seed: 57)
    let truth = GeneratedReport(&chance, form: .form2021, fill: fill)
    var document = SimulatedPicture(truth, table: "requests", failures: 0, &chance).document
    guard case .table(var grid) = document.blocks[0] else { return }
    let form = try #require(StatutoryForm.form2021.templates.first { $0.identifier == "2021/requests" })
    let square = try #require(
      form.cells.firstIndex { cell in
        guard case .figure(let name) = cell.content else { return false }
        return ["", "0"].contains(truth.texts["requests/\(name)"] ?? "")
      })
    guard case .figure(let name) = form.cells[square].content else { return }
    grid.updateCell(at: square) { cell in
      cell.content = Prose(text, origin: cell.content.origin)
      cell.reading?.candidates = text.isEmpty ? [] : [Candidate(text: text, confidence: 0.95, reader: "glyphs")]
      cell.reading?.status = .doubtful
      cell.reading?.confidence = 0.95
    }
    document.blocks[0] = .table(grid)
    let report = recognise(&document)
    #expect(report.figure("requests/\(name)")?.status == .doubtful)
  }

  /// The heads of most columns of a photograph cannot be made out, so that their figures have no place.
  @Test func aFigureWithoutAColumnLeavesItsRowOpen() throws {
    var chance = Chance(seed: 53)
    let truth = GeneratedReport(&chance, form: .form2021, fill: .zeros)
    var document = SimulatedPicture(truth, table: "requests", failures: 0, &chance).document
    guard case .table(var grid) = document.blocks[0] else { return }
    let lost = ["自然人", "社会公益组织", "法律服务机构", "其他", "总计"]
    for index in grid.cells.indices where lost.contains(grid.cells[index].content.text) {
      grid.updateCell(at: index) { $0.content = Prose("|给", origin: $0.content.origin) }
    }
    document.blocks[0] = .table(grid)
    let report = recognise(&document)
    let figure = try #require(report.figure("requests/new/naturalPersons"))
    #expect(figure.figure == .unreadable(""))
    #expect(figure.status == .unreadable)
    #expect(document.findings.contains { $0.code == .figureUnreadable && $0.figures == [figure.identifier] })
    #expect(report.figures.allSatisfy { $0.figure != .blank })
  }

  /// A table of half-years that has rows of table 2: where its figures belong nobody knows, however well each is read.
  @Test func aFigureOfNoKnownColumnIsNeverSure() throws {
    let (report, _) = try reading([
      ["申请", "上半年", "下半年", "总计"], ["予以公开", "7", "9", "16"], ["部分公开", "6", "7", "13"],
      ["重复申请", "0", "0", "0"],
    ])
    let figures = report.figures.filter { $0.figure != .blank }
    #expect(!figures.isEmpty)
    #expect(figures.allSatisfy { $0.status == .doubtful })
  }

  /// 总计 stands first. Readers of the form doubt every figure; the equations of the columns hold in whatever order these stand.
  @Test(arguments: [false, true]) func noEquationSaysWhereAColumnStands(_ readsHeads: Bool) throws {
    var chance = Chance(seed: 58)
    let truth = GeneratedReport(&chance, form: .form2021, fill: .zeros)
    let document = SimulatedPicture(truth, table: "requests", failures: 0, &chance).document
    guard case .table(let table) = document.blocks[0] else { return }
    let cells = table.cells.map { cell -> Cell in
      guard cell.column >= 3, cell.row > 0 else { return cell }
      var moved = Cell(
        row: cell.row, column: cell.column == 9 ? 3 : cell.column + 1, rowSpan: cell.rowSpan,
        columnSpan: cell.columnSpan, content: cell.content, reading: cell.reading)
      moved.reading?.status = .doubtful
      moved.reading?.confidence = 0.9
      let isLost = cell.row < 3 && (!readsHeads || cell.content.text == "其他")
      if isLost { moved.content = Prose("一一一", origin: cell.content.origin) }
      return moved
    }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    var moved = document
    moved.blocks[0] = .table(
      try #require(
        Table(rows: table.rows, columns: table.columns, cells: cells, image: table.image, origin: table.origin)))
    let report = recognise(&moved)
    let sure = report.figures.filter { $0.status != .doubtful && $0.status != .unreadable }
    for figure in sure { #expect(figure.text == truth.texts[figure.identifier]) }
    #expect(readsHeads == report.figures.contains { $0.column == "naturalPersons" && $0.status == .reconciled })
  }

  /// The head above is that of another part, for its own cannot be read: what it holds is not blank.
  @Test func aFigureUnderAForeignHeadLeavesItsRowOpen() throws {
    let (report, _) = try reading([
      ["信息内容", "本年处理决定数量"], ["行政许可", "97"], ["信息内容", "本年处理决定数量"], ["行政处罚", "2148"], ["行政强制", "339529"],
      ["入瑟", "觅费企寡"], ["行政事业性收费", "6"],
    ])
    #expect(report.figure("disclosure/coercion/decisions")?.figure == .count(339_529))
    #expect(report.figure("disclosure/fees/amount")?.status == .unreadable)
  }

  /// 行政复议 and 行政诉讼 stand beside numbers in tables of all kinds.
  @Test(arguments: [
    [
      ["指标", "2019年", "2020年", "增减"], ["行政复议", "608", "789", "181"], ["行政诉讼", "535", "57", "-478"],
      ["公开信息", "171", "784", "613"],
    ],
    [["类别", "行政复议", "行政诉讼"], ["受理", "6", "3"], ["办结", "5", "2"], ["总计", "11", "5"]],
  ])
  func noTable3WithoutItsOutcomes(_ rows: [[String]]) throws {
    let (report, findings) = try reading(rows)
    #expect(report.figures.allSatisfy { $0.figure == .blank })
    #expect(findings.contains { $0.code == .figuresUnused })
  }

  /// A table of a picture whose cells are all read for sure.
  private func reading(_ rows: [[String]]) throws -> (report: Report, findings: [Finding]) {
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { column, text in
        let box = Box(x: column * 60, y: row * 20, width: 60, height: 20)
        return Cell(
          row: row, column: column, content: Prose(text, origin: .picture(name: "1.png", box: box)),
          reading: Reading(
            candidates: [Candidate(text: text, confidence: 0.99, reader: "glyphs")], confidence: 0.999, status: .read,
            box: box))
      }
    }
    var document = Document(source: Source(name: "page.html", format: .html))
    let table = Table(
      rows: rows.count, columns: rows[0].count, cells: cells, image: "1.png", origin: .picture(name: "1.png", box: nil))
    document.blocks = [.table(try #require(table))]
    return (recognise(&document), document.findings)
  }
}
