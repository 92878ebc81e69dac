import GovDocument
import Testing

@testable import GovOCR

@Suite("What a missed or invented boundary leaves behind is seen")
struct StructureDoubtTests {
  private static let cells = [80, 160, 240].flatMap { x in [73, 113, 153].map { (x: x, y: $0) } }

  @Test("A whole table") func whole() { #expect(drawn().doubts.isEmpty) }

  @Test("A title above is no row")
  func title() { #expect(drawn(words: Self.cells + [(x: 160, y: 36)]).doubts.isEmpty) }

  @Test("Text in columns above are the heads of everything, text below moves nothing")
  func outside() {
    #expect(drawn(words: Self.cells + [80, 160, 240].map { (x: $0, y: 36) }).doubts == [.rowOutside: [.table]])
    #expect(drawn(words: Self.cells + [80, 160, 240].map { (x: $0, y: 190) }).doubts == [.rowOutside: [.outside]])
  }

  @Test("So is text whose gaps are no wider than a word, where they stand at the boundaries")
  func outsideNarrowly() {
    let words = [60, 110, 160].flatMap { x in [36, 73, 113, 153].map { (x: x, y: $0) } }
    let lines = [50, 103, 153, 210]
    #expect(drawn(lines: lines, words: words).doubts[.rowOutside] == [.table])
    #expect(drawn(lines: lines, words: words.filter { $0.y > 36 }).doubts[.rowOutside] == nil)
  }

  @Test("A line through words cuts them, and what is to its left keeps its place")
  func cut() {
    #expect(drawn(lines: [60, 104, 220, 300]).doubts == [.cutCharacters: [.columns(from: 0)]])
    #expect(drawn(lines: [60, 140, 184, 300]).doubts[.cutCharacters] == [.columns(from: 1)])
  }

  @Test("A word that goes on beyond the last boundary is cut there", arguments: [(276, true), (256, false)])
  func cutAtEnd(x: Int, isCut: Bool) {
    let words = Self.cells.dropLast() + [(x: x, y: 153)]
    let bare = Area(left: 300, top: 60, right: 301, bottom: 181)
    let doubts = drawn(words: Array(words), gaps: [bare]).doubts[.cutCharacters]
    #expect(doubts == (isCut ? [.columns(from: 2)] : nil))
  }

  @Test("A boundary that one row has and that leaves too little room for a column")
  func minor() {
    let stroke = Area(left: 160, top: 60, right: 161, bottom: 91)
    let rows = [60, 90, 120, 150, 180]
    let words = [80, 166, 240].flatMap { x in rows.dropLast().map { (x: x, y: $0 + 8) } }
    #expect(drawn(rows: rows, words: words).doubts.isEmpty)
    #expect(drawn(rows: rows, words: words, strokes: [stroke]).doubts[.cutCharacters] == [.columns(from: 1)])
  }

  @Test("A boundary that one row has and that leaves no room for a character is none", arguments: [(91, 4), (181, 5)])
  func stray(bottom: Int, boundaries: Int) {
    let rows = [60, 90, 120, 150, 180]
    let words = [80, 166, 240].flatMap { x in rows.dropLast().map { (x: x, y: $0 + 8) } }
    let stroke = Area(left: 152, top: 60, right: 153, bottom: bottom)
    #expect(drawn(rows: rows, words: words, strokes: [stroke]).structure?.xs.count == boundaries)
  }

  @Test("Text beside a table in most of its rows is a column of it, a word alone is none", arguments: [3, 1])
  func beside(words: Int) {
    let column = [73, 113, 153].prefix(words).map { (x: 310, y: $0) }
    #expect(drawn(words: Self.cells + column).doubts == (words > 1 ? [.rowOutside: [.table]] : [:]))
  }

  @Test(
    "A boundary that one row has, right behind a word and before nothing, is a stroke of the word",
    arguments: [(119, 3), (132, 4)])
  func strokeBehind(x: Int, boundaries: Int) {
    let rows = [60, 90, 120, 150, 180]
    let words = [80, 240].flatMap { x in rows.dropLast().map { (x: x, y: $0 + 8) } }
    let stroke = Area(left: x, top: 60, right: x + 1, bottom: 91)
    let seen = drawn(lines: [60, 220, 300], rows: rows, words: words, strokes: [stroke])
    #expect(seen.structure?.xs.count == boundaries)
  }

  @Test("A line of the frame that runs on past the corner makes a row of what stands there", arguments: [true, false])
  func pastCorner(isFramed: Bool) {
    var strokes = [Area(left: 300, top: 20, right: 301, bottom: 61)]
    if isFramed { strokes.append(Area(left: 60, top: 20, right: 61, bottom: 61)) }
    let seen = drawn(words: Self.cells + [(x: 160, y: 32)], strokes: strokes)
    #expect(seen.structure?.ys.count == 5)
    #expect(seen.doubts[.outsideFrame] == (isFramed ? nil : [.rows(from: 0)]))
  }

  @Test("A line from side to side of a cell that bounds nothing moves the rows from there on")
  func inside() {
    let missed = Area(left: 60, top: 79, right: 140, bottom: 80)
    #expect(drawn(words: Self.cells.filter { $0.y != 73 }, missed: [missed]).doubts == [.lineInside: [.rows(from: 0)]])
    let low = Area(left: 60, top: 159, right: 140, bottom: 160)
    #expect(drawn(words: Self.cells.filter { $0.y != 153 }, missed: [low]).doubts == [.lineInside: [.rows(from: 2)]])
  }

  @Test("Text parted where a boundary would run concerns the cell that spans it")
  func parted() {
    let gap = Area(left: 140, top: 61, right: 141, bottom: 100)
    let words = Self.cells + [(x: 96, y: 73)]
    let gaps = [gap, Area(left: 140, top: 101, right: 141, bottom: 140)]
    let cells = [0, 1].map { StructureDoubt.Extent.cell(GridCell(row: $0, column: 0, columnSpan: 2)) }
    #expect(drawn(gaps: gaps).doubts[.textOfSeveralColumns] == cells)
    #expect(drawn(words: words.filter { $0 != (x: 160, y: 73) }, gaps: [gap]).doubts[.textOfSeveralColumns] == nil)
  }

  @Test("Texts in two columns that a boundary parts in most rows are two cells, though it is not seen beside them")
  func hidden() {
    let gap = Area(left: 140, top: 61, right: 141, bottom: 100)
    #expect(drawn(gaps: [gap]).structure?.cells.count == 9)
  }

  @Test("A line of text in each row of a cell over several rows concerns that cell")
  func stacked() {
    let gap = Area(left: 61, top: 140, right: 140, bottom: 141)
    let doubts = drawn(gaps: [gap]).doubts
    #expect(doubts[.textOfSeveralRows] == [.cell(GridCell(row: 1, column: 0, rowSpan: 2))])
    let oneLine = Self.cells.filter { $0.x != 80 || $0.y == 73 } + [(x: 80, y: 133)]
    #expect(drawn(words: oneLine, gaps: [gap]).doubts[.textOfSeveralRows] == nil)
  }

  @Test("An empty row no higher than a line of text moves the rows below")
  func sliver() {
    let seen = drawn(rows: [60, 100, 112, 180], words: [80, 160, 240].flatMap { x in [(x, 73), (x, 138)] }) { area in
      area.height > 20 ? "x" : ""
    }
    #expect(seen.doubts[.emptySliver] == [.rows(from: 1)])
  }

  @Test("Figures for heads, but for years")
  func heads() {
    let figures = ["Oslo", "117", "5"]
    let years = ["Town", "2019", "2020"]
    #expect(drawn(texts: figures).doubts == [.noHeads: [.table]])
    #expect(drawn(texts: years).doubts.isEmpty)
  }

  @Test("The lines of a table are not clear, or its columns where white parts them", arguments: [false, true])
  func unclear(isAligned: Bool) {
    let table = SmallTable()
    var grid = Grid(
      xs: [60, 140, 300], ys: [60, 100, 180], horizontal: [[Bool]](repeating: [true, true], count: 3),
      vertical: [[Bool]](repeating: [true, true, true], count: 2))
    grid.isAligned = isAligned
    var structure = Structure(grid)
    structure.doubts = 1
    let readings = structure.cells.map { _ in CellReading(text: "x", confidence: 0.99, status: .read, candidates: []) }
    let reasons = quietReader(of: table.page).structureDoubts(structure, readings).map(\.reason)
    #expect(reasons.contains(isAligned ? .unclearColumns : .unclearLines))
    #expect(!reasons.contains(isAligned ? .unclearLines : .unclearColumns))
  }

  @Test("A doubt holds for the cells from its place on", arguments: [(0, false), (1, false), (2, true)])
  func extent(row: Int, isDoubted: Bool) {
    let cell = GridCell(row: row, column: 4, columnSpan: 2)
    #expect(StructureDoubt.Extent.rows(from: 2).holds(cell) == isDoubted)
    #expect(StructureDoubt.Extent.columns(from: 5).holds(cell))
    #expect(!StructureDoubt.Extent.columns(from: 6).holds(cell))
    #expect(!StructureDoubt.Extent.outside.holds(cell))
    #expect(StructureDoubt.Extent.cell(cell).holds(cell))
  }

  @Test("Two figures in one cell of a form doubt the form where no lines bound the cell")
  func openForm() {
    #expect(formDoubts(lines: [60, 300]) == [StructureDoubt(reason: .textOfSeveralColumns, extent: .table)])
    #expect(formDoubts(lines: [60, 140, 220, 300]).isEmpty)
  }

  private func formDoubts(lines: [Int]) -> [StructureDoubt] {
    let page = SmallTable(lines: lines).page
    let form = TableTemplate(
      identifier: "form", rows: 3, columns: 3,
      cells: (0..<9).map { TemplateCell(row: $0 / 3, column: $0 % 3, content: .figure("\($0)")) })
    let structure = Structure(form, xs: [60, 140, 220, 300], ys: [60, 100, 140, 180])
    let readings = structure.cells.indices.map { index in
      CellReading(text: "5", confidence: 0.99, status: .read, candidates: [], isParted: index == 4)
    }
    return quietReader(of: page).structureDoubts(structure, readings)
  }

  /// The doubts about a drawn table; its structure is found before the missed lines are drawn.
  private func drawn(
    lines: [Int] = [60, 140, 220, 300], rows: [Int] = [60, 100, 140, 180],
    words: [(x: Int, y: Int)] = StructureDoubtTests.cells, strokes: [Area] = [], gaps: [Area] = [], missed: [Area] = [],
    texts: [String] = [], text: (Area) -> String = { _ in "x" }
  ) -> (structure: Structure?, doubts: [StructureDoubt.Reason: [StructureDoubt.Extent]]) {
    var table = SmallTable(lines: lines, rows: rows, words: words)
    for stroke in strokes { table.page.fill(stroke, 0) }
    for gap in gaps { table.page.fill(gap, 255) }
    let layout = quietReader(of: table.page).layout
    guard let grid = findGrids(layout).first else { return (nil, [:]) }
    let structure = Structure(grid.cleared(layout))
    for rule in missed { table.page.fill(rule, 0) }
    let readings = structure.cells.enumerated().map { index, cell in
      CellReading(
        text: index < texts.count ? texts[index] : text(structure.area(of: cell)), confidence: 0.99, status: .read,
        candidates: [])
    }
    let doubts = quietReader(of: table.page).structureDoubts(structure, readings)
    return (structure, Dictionary(grouping: doubts, by: \.reason).mapValues { $0.map(\.extent) })
  }
}

@Suite("A figure needs the labels of its row and column")
struct LabelWitnessTests {
  @Test("A label that is another one of the form's speaks against its figures, one that cannot be read does not")
  func another() {
    #expect(statuses(head: "总计") == [.doubtful, .read])
    #expect(statuses(head: "然目") == [.read, .read])
  }

  @Test("An empty cell and a lone dash need their labels to be confirmed", arguments: ["", "-"])
  func marks(figure: String) { #expect(statuses(head: "然目", figure: figure) == [.doubtful, .read]) }

  @Test("A guessed label speaks for its figures, but not where others speak against theirs")
  func guessed() {
    #expect(statuses(head: "自然人") == [.read, .read])
    #expect(statuses(head: "自然人", unread: 3) == [.doubtful, .read])
  }

  @Test("A label that says what the form says is not reported as another one, though its place is in doubt")
  func doubted() {
    let origin = Origin.picture(name: "drawn.png", box: nil)
    let content = [TemplateCell(row: 0, column: 0, content: .label("自然人"))]
    let form = TableTemplate(identifier: "form", rows: 1, columns: 1, cells: content)
    let findings = ["自然人", "总计"].map { text in
      var reader = quietReader(of: SmallTable().page)
      let reading = Reading(
        candidates: [], confidence: 0.8, status: .doubtful, box: Box(x: 0, y: 0, width: 80, height: 40))
      let cell = Cell(row: 0, column: 0, content: Prose(text, origin: origin), reading: reading)
      reader.report([cell], of: Structure(form, xs: [0, 80], ys: [0, 40]))
      return reader.findings.map(\.code)
    }
    #expect(findings == [[.pictureCellDoubtful], [.pictureLabelDiffers, .pictureCellDoubtful]])
  }

  /// The statuses of two figures under two heads, of which the first was read as `head` and could not be confirmed; ten rows of
  /// labels stand below, confirmed but for the last `unread`.
  private func statuses(head: String, figure: String = "5", unread: Int = 0) -> [Status?] {
    let labels = ["自然人", "总计", "予以公开", "重复申请", "其他处理", "商业企业", "科研机构", "公益组织", "部分公开", "不予公开", "无法提供", "结转办理"]
    let places = labels.indices.map { index in
      index < 2 ? (row: 0, column: index) : (row: 2 + (index - 2) / 2, column: index % 2)
    }
    let figures = [0, 1].map { TemplateCell(row: 1, column: $0, content: .figure("\($0)")) }
    let printed = zip(labels, places).map { TemplateCell(row: $1.row, column: $1.column, content: .label($0)) }
    let form = TableTemplate(
      identifier: "form", rows: 7, columns: 2, cells: printed[..<2] + figures + printed[2...])
    let structure = Structure(form, xs: [0, 100, 200], ys: Array(stride(from: 0, through: 280, by: 40)))
    let origin = Origin.picture(name: "drawn.png", box: nil)
    var cells = form.cells.enumerated().map { index, cell in
      let isUnread = index >= form.cells.count - unread
      let text =
        if case .label(let label) = cell.content { index == 0 ? head : isUnread ? "某" : label } else { figure }
      return Cell(
        row: cell.row, column: cell.column, rowSpan: 1, columnSpan: 1, content: Prose(text, origin: origin),
        reading: Reading(
          candidates: [], confidence: 0.99, status: index == 0 || isUnread ? .doubtful : .read,
          box: Box(x: 0, y: 0, width: 100, height: 40)))
    }
    quietReader(of: SmallTable().page).doubtBesideWrongLabels(&cells, structure)
    return cells[2...3].map(\.reading?.status)
  }
}

/// A ruled table at 60, 60; words are boxes of three characters.
private struct SmallTable {
  var page = Raster(width: 400, height: 260, filledWith: 255)

  init(lines: [Int] = [60, 140, 220, 300], rows: [Int] = [60, 100, 140, 180], words: [(x: Int, y: Int)] = []) {
    for y in rows { page.fill(Area(left: 60, top: y, right: 301, bottom: y + 1), 0) }
    for x in lines { page.fill(Area(left: x, top: 60, right: x + 1, bottom: 181), 0) }
    for word in words {
      for letter in 0..<3 {
        let left = word.x + 13 * letter
        page.fill(Area(left: left, top: word.y, right: left + 10, bottom: word.y + 14), 0)
        page.fill(Area(left: left + 3, top: word.y + 4, right: left + 7, bottom: word.y + 10), 255)
      }
    }
  }
}

private func quietReader(of page: Raster) -> PageReader { quietReader(of: Pages(darkest: page, brightest: page)) }

/// A reader of a page whose recogniser sees nothing.
func quietReader(of pages: Pages) -> PageReader {
  PageReader(
    name: "drawn.png", pages: pages, turn: Turn(slope: 0, width: 400, height: 260), recognizer: Quiet())
}

private struct Quiet: TextRecognizer {
  func read(_ line: LinePicture, effort: Effort) throws(PictureError) -> [Candidate] { [] }
}
