import GovDocument
import Testing

@testable import GovOCR

@Suite("Boundaries that are no lines, and lines that are hard to see")
struct StrayBoundaryTests {
  @Test(
    "Strokes of characters and seals part no cells, dashed lines between two rows do",
    arguments: [
      "typical-other-000-budget.jpg", "typical-other-005-months.jpg", "typical-other-014-applicant.jpg",
      "typical-other-018-changes.jpg", "typical-other-023-calendar.jpg", "typical-other-055-calendar.jpg",
    ])
  func tables(name: String) throws {
    let drawn = DrawnPicture(path: "ruled/\(name)")
    let pages = try decode(drawn.picture, limits: PictureLimits())
    let turn = findTurn(pages.darkest)
    let straight = Pages(
      darkest: pages.darkest.straightened(by: turn), brightest: pages.brightest.straightened(by: turn))
    let found = findTables(straight).grids.map { grid in
      grid.cells().map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] }
    }
    let layouts = try drawn.truth.tables.map(\.layout)
    #expect(found == layouts)
  }

  /// A bar beside a character, one alone, one of which more follows as of a dashed line, and one that goes on paler.
  @Test(
    "An upright stroke beside a character that ends where the character ends is a part of it",
    arguments: [
      (BarCase(), true), (BarCase(hasCharacter: false), false), (BarCase(isDashed: true), false),
      (BarCase(goesOn: true), false),
    ])
  func strokes(drawn: BarCase, isStroke: Bool) {
    let extent = Area(left: 0, top: 0, right: 200, bottom: 100)
    #expect(drawn.layout.strokes(in: extent) == (isStroke ? [BarCase.bar] : []))
  }

  @Test("Between two lines of text in each column is a boundary where a line shows", arguments: [true, false])
  func missed(isDrawn: Bool) {
    var page = Raster(width: 200, height: 140, filledWith: 255)
    if isDrawn {
      for x in stride(from: 10, to: 190, by: 6) { page.fill(Area(left: x, top: 70, right: x + 3, bottom: 71), 60) }
    }
    let text = [20, 120].flatMap { x in
      [40, 84].map { Component(area: Area(left: x, top: $0, right: x + 16, bottom: $0 + 16), pixels: 100) }
    }
    let layout = Layout(
      horizontal: [], vertical: [], text: text, points: [], textHeight: 16,
      ground: Ground([page], text: text.map(\.area), reach: 4))
    let grid = drawnGrid(xs: [10, 100, 190], ys: [30, 110], layout)
    let found = grid.missedRows(layout)
    #expect(found.count == (isDrawn ? 1 : 0))
    #expect(found.allSatisfy { abs($0 - 70) <= 2 })
  }

  /// Three columns and four rows of 40 pixels; a stroke in the last column begins at the first inner row line.
  @Test(
    "A stroke beside one row that runs on past its end is no boundary, one that ends there is",
    arguments: [(90, 4), (115, 3)])
  func rims(end: Int, columns: Int) throws {
    let (xs, ys) = ([10, 90, 170, 290], [10, 50, 90, 130, 170])
    var page = Raster(width: 300, height: 180, filledWith: 255)
    for y in ys { page.fill(Area(left: 10, top: y, right: 291, bottom: y + 2), 0) }
    for x in xs { page.fill(Area(left: x, top: 10, right: x + 2, bottom: 172), 0) }
    page.fill(Area(left: 230, top: 50, right: 232, bottom: end), 0)
    let layout = Layout(
      horizontal: [], vertical: [], text: [], points: [], textHeight: 16, ground: Ground([page], text: [], reach: 4))
    let grid = try #require(settled(xs: (xs + [230]).sorted(), ys: ys, layout, by: .inkAndText))
    #expect(grid.columns == columns)
    #expect(grid.rows == 4)
  }
}

/// An upright stroke, and what may stand beside, above and below it.
struct BarCase: CustomTestStringConvertible {
  var hasCharacter = true
  var isDashed = false
  var goesOn = false

  static let bar = Area(left: 60, top: 40, right: 63, bottom: 56)

  var testDescription: String { "character \(hasCharacter), dashed \(isDashed), goes on \(goesOn)" }

  fileprivate var layout: Layout {
    var page = Raster(width: 200, height: 100, filledWith: 255)
    if goesOn { page.fill(Area(left: 60, top: 10, right: 63, bottom: 90), 150) }
    page.fill(Self.bar, 0)
    let character = Component(area: Area(left: 44, top: 40, right: 57, bottom: 56), pixels: 100)
    return Layout(
      horizontal: [], vertical: [], text: hasCharacter ? [character] : [],
      points: isDashed ? [Area(left: 60, top: 26, right: 63, bottom: 34)] : [], bars: [Self.bar], textHeight: 16,
      ground: Ground([page], text: [], reach: 4))
  }
}
