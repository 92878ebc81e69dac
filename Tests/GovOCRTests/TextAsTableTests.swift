import GovDocument
import Testing

@testable import GovOCR

@Suite("Running text is no table, whatever strokes and white there are in it")
struct TextAsTableTests {
  private static let ground = Ground([Raster(width: 40, height: 40, filledWith: 255)], text: [], reach: 4)

  private static func layout(_ text: [Area]) -> Layout {
    Layout(
      horizontal: [], vertical: [], text: text.map { Component(area: $0, pixels: 100) }, points: [], textHeight: 16,
      ground: ground)
  }

  /// Characters of 16 pixels from some place on.
  private static func word(_ left: Int, _ top: Int, _ count: Int) -> [Area] {
    (0..<count).map { Area(left: left + 18 * $0, top: top, right: left + 18 * $0 + 16, bottom: top + 16) }
  }

  @Test(
    "A grid is in text where the lines it holds go on beyond its sides, not where words stand in its cells",
    arguments: [(words: [(100, 16)], true), ([(100, 3), (190, 3), (300, 3)], false), ([(190, 3)], false)])
  func grid(words: [(Int, Int)], isInText: Bool) {
    let text = [100, 130].flatMap { y in words.flatMap { Self.word($0.0, y, $0.1) } }
    let sides = [[true, true, true], [true, true, true]]
    let grid = Grid(
      xs: [180, 220, 262], ys: [95, 123, 151], horizontal: [[true, true], [true, true], [true, true]], vertical: sides)
    #expect(grid.isInText(Self.layout(text)) == isInText)
  }

  @Test("The one line that a seal's characters lie across its side makes no text of a table")
  func seal() {
    let rows = [100, 130, 160].flatMap { Self.word(190, $0, 3) }
    let grid = Grid(
      xs: [180, 262], ys: [95, 123, 151, 180], horizontal: [[Bool]](repeating: [true], count: 4),
      vertical: [[Bool]](repeating: [true, true], count: 3))
    let crossing = Area(left: 172, top: 100, right: 188, bottom: 116)
    #expect(!grid.isInText(Self.layout(rows + [crossing])))
  }

  /// Strokes at the height of titles, from their ends to numbers, or further from them, or between two lines of a table.
  @Test(
    "Dots that lead from titles to their pages are no lines",
    arguments: [
      (from: 160, page: 420, side: nil as Int?, areLeaders: true), (200, 420, nil, false), (160, 600, nil, false),
      (160, 420, 158, false), (160, 420, 401, false),
    ])
  func leader(from: Int, page: Int, side: Int?, areLeaders: Bool) {
    let found = Self.dots([(50, from, page), (80, from, page)], side: side)
    let areas = [61, 91].map { Area(left: 152, top: $0, right: 420, bottom: $0 + 5) }
    #expect(found == (areLeaders ? areas : []))
  }

  @Test(
    "What leads from one text to another in one line alone, or to places that are not below each other, may be a line",
    arguments: [[(50, 420)], [(50, 420), (56, 420)], [(50, 420), (80, 440)]])
  func noLeader(lines: [(Int, Int)]) {
    #expect(Self.dots(lines.map { ($0.0, 160, $0.1) }, side: nil).isEmpty)
  }

  /// What of the strokes of some lines is said to lead to the pages behind them.
  private static func dots(_ lines: [(top: Int, from: Int, page: Int)], side: Int?) -> [Area] {
    let text = AreaIndex(lines.flatMap { word(100, $0.top, 3) + word($0.page, $0.top, 1) })
    let strokes = lines.map { Segment(place: $0.top + 13, from: $0.from, to: 400, thickness: 1) }
    let upright = side.map { [Segment(place: $0, from: 20, to: 200, thickness: 1)] } ?? []
    let leaders = GovOCR.leaders(strokes, upright, text, textHeight: 16)
    return Layout(
      horizontal: strokes, vertical: upright, text: [], points: [], leaders: leaders, textHeight: 16, ground: ground
    ).dots
  }

  @Test(
    "Long texts with white between them are sentences, short ones beside them cells",
    arguments: [(first: 10, second: 12, rows: 0), (4, 12, 4), (10, 3, 4)])
  func prose(first: Int, second: Int, rows: Int) {
    let text = (0..<4).flatMap { row -> [Area] in
      let (top, less) = (40 * row, row % 2 * 2)
      return Self.word(20, top, first - less) + Self.word(50 + 18 * first, top, second - less)
    }
    #expect(alignedGrids(Self.layout(text), beside: []).map(\.rows) == (rows > 0 ? [rows] : []))
  }

  @Test("The numbers of a list, and what few of its lines have, make no columns")
  func list() {
    let text = (0..<6).flatMap { row -> [Area] in
      let top = 40 * row
      let rest = row % 3 == 1 ? Self.word(320, top, 8) : []
      return Self.word(20, top, 1) + Self.word(50, top, 12 - row % 2 * 3) + rest
    }
    #expect(alignedGrids(Self.layout(text), beside: []).isEmpty)
  }
}
