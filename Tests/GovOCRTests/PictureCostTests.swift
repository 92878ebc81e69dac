import GovDocument
import Testing

@testable import GovOCR

@Suite("What a picture costs is bounded, and what is saved changes no result")
struct PictureCostTests {
  /// Paper of some grain with a few strokes, the same every time.
  private static let page: Raster = {
    var page = Raster(width: 150, height: 90, filledWith: 240)
    var seed: UInt32 = 7
    for index in page.pixels.indices {
      seed = seed &* 1_664_525 &+ 1_013_904_223
      page.pixels[index] -= UInt8(seed >> 29)
    }
    page.fill(Area(left: 0, top: 30, right: 150, bottom: 32), 60)
    page.fill(Area(left: 40, top: 50, right: 90, bottom: 80), 90)
    page.fill(Area(left: 100, top: 2, right: 140, bottom: 3), 120)
    return page
  }()

  @Test("Lines are seen the same whether columns are looked at in stretches or one by one", arguments: [0, 13, 61])
  func stretches(left: Int) {
    let whole = LineMap([Self.page], reach: 0, thresholds: [9])
    let part = Self.page.crop(Area(left: left, top: 0, right: left + 20, bottom: 90))
    let alone = LineMap([part], reach: 0, thresholds: [9])
    for y in 0..<90 {
      #expect(Array(whole.votes[y * 150 + left..<y * 150 + left + 20]) == Array(alone.votes[y * 20..<(y + 1) * 20]))
    }
    #expect(whole.votes.contains(1) && whole.votes.contains(-1))
  }

  @Test("A point belongs to the digits beside it, wherever they stand among the marks", arguments: 10...44)
  func neighbours(top: Int) {
    var page = Raster(width: 80, height: 80, filledWith: 255)
    for x in [20, 30] { page.fill(Area(left: x, top: top, right: x + 4, bottom: top + 12), 0) }
    page.fill(Area(left: 37, top: top + 11, right: 39, bottom: top + 13), 0)
    page.fill(Area(left: 70, top: top + 5, right: 72, bottom: top + 7), 0)
    let ink = CellInk(page: page, area: Area(left: 0, top: 0, right: 80, bottom: 80), contrast: 255, noise: 0)
    #expect(textLines(ink, usual: 10).areas == [Area(left: 20, top: top, right: 39, bottom: top + 13)])
  }

  @Test(
    "A large picture is read at a part of its size, unless its print is small",
    arguments: [(2600, 40, 40, 2), (2600, 60, 60, 3), (2600, 40, 12, 1), (2600, 18, 18, 1), (1200, 40, 40, 1)])
  func reduction(side: Int, large: Int, small: Int, expected: Int) {
    var rgb = [UInt8](repeating: 250, count: 3 * side * side)
    for number in 0..<300 {
      let (x, y, height) = (number % 20 * 56 + 9, number / 20 * 72 + 10, number % 3 == 0 ? small : large)
      for row in y..<y + height {
        for byte in 3 * (row * side + x)..<3 * (row * side + x + height * 2 / 3) { rgb[byte] = 0 }
      }
    }
    let found = rgb.withUnsafeBufferPointer { ColourPixels($0, width: side).possibleReduction() }
    #expect(found == expected)
  }

  @Test("A picture that is read at a part of its size says so, and its places are those of the file")
  func place() throws {
    let found = try decode(Self.bitmap(width: 2700, height: 2400), limits: PictureLimits())
    #expect(found.reduction == 2)
    #expect((found.brightest.width, found.brightest.height) == (1350, 1200))
    // The left upper one of the squares.
    #expect(found.brightest[5, 10] == 0 && found.brightest[4, 10] == 250)
    var turn = Turn(slope: 0, width: 1350, height: 1200)
    turn.reduction = found.reduction
    #expect(turn.upright(Area(left: 5, top: 10, right: 25, bottom: 30)) == Box(x: 10, y: 20, width: 40, height: 40))
    let content = try TablePictureReader(recognizer: { Silent() })
      .read(Self.bitmap(width: 2700, height: 2400), templates: [])
    #expect(content.findings.map(\.code).contains(.pictureReduced))
  }

  /// Squares of 40 pixels as a bitmap of 24 bits.
  private static func bitmap(width: Int, height: Int) -> Picture {
    func little(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    let head =
      Array("BM".utf8) + little(54 + 3 * width * height) + little(0) + little(54) + little(40) + little(width)
      + little(-height) + [1, 0, 24, 0] + little(0) + little(3 * width * height) + little(2835) + little(2835)
      + little(0)
      + little(0)
    var pixels = [UInt8](repeating: 250, count: 3 * width * height)
    for number in 0..<200 {
      let (x, y) = (number % 20 * 56 + 10, number / 20 * 72 + 20)
      for row in y..<y + 40 { for byte in 3 * (row * width + x)..<3 * (row * width + x + 40) { pixels[byte] = 0 } }
    }
    return Picture(name: "large.bmp", bytes: head + pixels)
  }

  @Test(
    "Of a picture with more texts than are read in one the rest is marked, and what was read stays", arguments: [4, 9])
  func limit(texts: Int) throws {
    var page = Raster(width: 340, height: 260, filledWith: 255)
    for line in 0...6 { page.fill(Area(left: 20, top: 20 + 35 * line, right: 322, bottom: 22 + 35 * line), 0) }
    for line in 0...3 { page.fill(Area(left: 20 + 100 * line, top: 20, right: 22 + 100 * line, bottom: 232), 0) }
    for cell in 0..<18 {
      for letter in 0..<4 {
        let (x, y) = (45 + 100 * (cell % 3) + 14 * letter, 31 + 35 * (cell / 3))
        page.fill(Area(left: x, top: y, right: x + 10, bottom: y + 14), 0)
      }
    }
    let pages = Pages(darkest: page, brightest: page)
    var limits = PictureLimits()
    limits.texts = texts
    var reader = PageReader(
      name: "full.png", pages: pages, turn: Turn(slope: 0, width: 340, height: 260), recognizer: Sighted(),
      limits: limits)
    let content = try reader.read([])
    let cells: [Cell] = content.blocks.flatMap { if case .table(let table) = $0 { table.cells } else { [Cell]() } }
    #expect(cells.count == 18)
    #expect(cells.count { $0.content.text == "人员情况" } == texts)
    #expect(cells.count { $0.reading?.status == .unreadable } == 18 - texts)
    let left = content.findings.first { $0.code == .pictureTextsLeft }
    #expect(left?.message.contains("\(18 - texts) cells") == true)
  }

  @Test(
    "Text over which forms are laid by its lines is not said to be beyond them, other text of that extent is",
    arguments: [(1, false), (0, true)])
  func sought(ruled: Int, isBeyond: Bool) {
    // Two columns of text 1,450 pixels high, and the same 3,000 pixels below.
    let text = (0..<120).map { number in
      let (x, y) = (40 + number % 2 * 2800, 40 + number / 2 * 50 + (number < 60 ? 0 : 1500))
      return Component(area: Area(left: x, top: y, right: x + 40, bottom: y + 20), pixels: 100)
    }
    let grids = [0, 3010].prefix(2 * ruled).map { top in
      Grid(
        xs: [0, 1500, 3000], ys: [top, top + 800, top + 1550], horizontal: [[Bool]](repeating: [true, true], count: 3),
        vertical: [[Bool]](repeating: [true, true, true], count: 2))
    }
    let page = Raster(width: 40, height: 40, filledWith: 255)
    let layout = Layout(
      horizontal: [], vertical: [], text: text, points: [], textHeight: 16, ground: Ground([page], text: [], reach: 4))
    #expect(FoundTables(layout: layout, grids: [], drawn: Array(grids)).isBeyondForms == isBeyond)
  }
}

/// A recogniser that sees nothing, and one that sees the same words on whatever line.
private struct Silent: TextRecognizer {
  func read(_ line: LinePicture, effort: Effort) throws(PictureError) -> [Candidate] { [] }
}

private struct Sighted: TextRecognizer {
  func read(_ line: LinePicture, effort: Effort) throws(PictureError) -> [Candidate] {
    [Candidate(text: "人员情况", confidence: 0.99, reader: "drawn")]
  }
}
