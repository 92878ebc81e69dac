import GovDocument
import Testing

@testable import GovOCR

@Suite("Strokes of digits beside the lines of low cells")
struct SideStrokeTests {
  /// Three rows of a column between grey lines, hardly higher than their digits, with a 0 in each row.
  private func page(_ digitLeft: Int, rowHeight: Int = 14) -> Raster {
    var page = Raster(width: 120, height: rowHeight * 3 + 3, filledWith: 255)
    for row in 0...3 { page.fill(Area(left: 20, top: row * rowHeight, right: 90, bottom: row * rowHeight + 2), 208) }
    for x in [20, 88] { page.fill(Area(left: x, top: 0, right: x + 2, bottom: rowHeight * 3 + 2), 208) }
    for row in 0..<3 {
      let (left, top) = (digitLeft, row * rowHeight + 3)
      for x in [left, left + 5] { page.fill(Area(left: x, top: top, right: x + 1, bottom: top + 9), 0) }
      for y in [top, top + 9] { page.fill(Area(left: left + 1, top: y, right: left + 5, bottom: y + 1), 0) }
    }
    return page
  }

  @Test(
    "A stem that was taken for the line is seen, a line is none, and in a high cell nothing reaches so far",
    arguments: [(22, 14, true), (23, 14, true), (50, 14, false), (50, 40, false)])
  func stem(digitLeft: Int, rowHeight: Int, isLost: Bool) {
    let page = page(digitLeft, rowHeight: rowHeight)
    let pages = Pages(darkest: page, brightest: page)
    let ink = cellInk(pages, Area(left: 20, top: rowHeight, right: 89, bottom: 2 * rowHeight))
    #expect(quietReader(of: pages).mayLackStroke(ink, textLines(ink, usual: 10)) == isLost)
  }

  @Test("A line that runs through a cell is seen, stems in it are none", arguments: [true, false])
  func crossing(isLine: Bool) {
    var page = page(30)
    for row in 0..<3 {
      let (top, bottom) = isLine ? (0, page.height) : (row * 14 + 3, row * 14 + 12)
      page.fill(Area(left: 60, top: top, right: 62, bottom: bottom), 0)
    }
    let ink = cellInk(Pages(darkest: page, brightest: page), Area(left: 20, top: 14, right: 89, bottom: 28))
    #expect(ink.sides.isCrossed == isLine)
  }

  /// Whether a bar of a cell of 60 by 16 pixels may be a line where a text was read.
  ///
  /// - Parameter flags: The places of the bars that have the flag of a 1.
  private func mayCount(_ text: String, bars: [(x: Int, top: Int)], flags: [Int] = []) -> Bool {
    var page = Raster(width: 60, height: 16, filledWith: 255)
    for bar in bars { page.fill(Area(left: bar.x, top: bar.top, right: bar.x + 2, bottom: 13), 0) }
    for x in flags { page.fill(Area(left: x - 2, top: 4, right: x, bottom: 6), 0) }
    let ink = CellInk(page: page, area: Area(left: 0, top: 0, right: 60, bottom: 16), contrast: 255, noise: 0)
    return quietReader(of: Pages(darkest: page, brightest: page)).mayCountLine(text, ink, textLines(ink, usual: 10))
  }

  @Test(
    "A bar at the side of a cell may be its line and no 1",
    arguments: [
      ("11", 3, 30, true), ("31", 3, 30, false), ("11", 20, 56, true), ("13", 20, 56, false), ("11", 9, 50, false),
    ])
  func bar(text: String, left: Int, right: Int, isDoubtful: Bool) {
    #expect(mayCount(text, bars: [(left, 3), (right, 3)]) == isDoubtful)
  }

  @Test("A 1 with a flag is none", arguments: [(5, 30), (20, 56)])
  func flag(left: Int, right: Int) {
    #expect(!mayCount("11", bars: [(left, 3), (right, 3)], flags: [left, right]))
  }

  @Test(
    "Lines of a digit's height are a figure each, but for a number that was broken at the end of its room",
    arguments: [(8, 8, 12, true), (30, 40, 12, true), (30, 8, 12, false), (8, 8, 3, false)])
  func lines(first: Int, second: Int, height: Int, isTwo: Bool) {
    let page = Raster(width: 60, height: 40, filledWith: 255)
    let areas = [
      Area(left: 10, top: 2, right: 10 + first, bottom: 14),
      Area(left: 10, top: 20, right: 10 + second, bottom: 20 + height),
    ]
    let reader = quietReader(of: Pages(darkest: page, brightest: page))
    #expect(reader.isTwoFigures(TextLines(areas: areas, glyphHeight: 12, page: page)) == isTwo)
  }

  @Test(
    "No figure begins with a nought before a digit",
    arguments: [("00", true), ("-05", true), ("0", false), ("0.5", false), ("-0.5", false), ("10", false), ("", false)])
  func noughts(text: String, isOdd: Bool) {
    let page = Raster(width: 40, height: 40, filledWith: 255)
    #expect(quietReader(of: Pages(darkest: page, brightest: page)).hasLeadingNought(text) == isOdd)
  }
}
