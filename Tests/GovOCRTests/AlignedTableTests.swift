import Foundation
import GovDocument
import TestSupport
import Testing

@testable import GovOCR

@Suite("Tables whose columns only white parts")
struct AlignedTableTests {
  @Test(
    "Rows, columns and spans without column lines",
    arguments: [
      "clean-other-005-months.gif", "clean-other-009-cases.png", "clean-other-027-staff.gif",
      "clean-other-053-matrix.png", "clean-other-054-checks.png", "clean-other-058-water.gif",
      "typical-other-002-towns.jpg", "typical-other-007-sexes.jpg", "typical-other-019-ranking.jpg",
    ])
  func tables(name: String) throws {
    let drawn = DrawnPicture(path: "aligned/\(name)")
    let grids = try grids(of: drawn)
    let found = grids.map { grid in grid.cells().map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] } }
    let layouts = try drawn.truth.tables.map(\.layout)
    #expect(found == layouts)
    let aligned = grids.filter { $0.isAligned }
    #expect(aligned.count == grids.count)
  }

  @Test(
    "Text in lines is no table",
    arguments: [
      "clean-text-018-contents.png", "typical-text-001-columns.jpg", "typical-text-002-latin.jpg",
      "typical-text-003-justified.jpg", "typical-text-004-numbered.jpg", "typical-text-007-letter.jpg",
      "typical-text-035-poem.jpg", "hard-text-002-latin.jpg", "hard-text-017-bullets.jpg", "hard-text-030-contents.jpg",
    ])
  func texts(name: String) throws {
    let grids = try grids(of: DrawnPicture(path: "aligned/\(name)"))
    #expect(grids.isEmpty)
  }

  @Test("A table of thousands of texts takes no time with the square of them")
  func large() {
    let text = (0..<120 * 60).map { index in
      Component(
        area: Area(
          left: index % 60 * 60, top: index / 60 * 40, right: index % 60 * 60 + 16, bottom: index / 60 * 40 + 16),
        pixels: 100)
    }
    let ground = Ground([Raster(width: 40, height: 40, filledWith: 255)], text: [], reach: 4)
    let layout = Layout(horizontal: [], vertical: [], text: text, points: [], textHeight: 16, ground: ground)
    let seconds = processorSeconds {
      let grids = alignedGrids(layout, beside: [])
      #expect(grids.map(\.rows) == [120])
      #expect(grids.map(\.columns) == [60])
    }
    #expect(seconds < 30)
  }

  private func grids(of drawn: DrawnPicture) throws -> [Grid] {
    let pages = try decode(drawn.picture, limits: PictureLimits())
    let turn = findTurn(pages.darkest)
    return findTables(
      Pages(darkest: pages.darkest.straightened(by: turn), brightest: pages.brightest.straightened(by: turn))
    ).grids
  }
}

@Suite("The rows and columns that texts make")
struct AlignedRowTests {
  @Test("A label at half height between two rows belongs to both")
  func between() {
    let rows = AlignedRows(
      lines([(100, [100, 200]), (120, [0]), (140, [100, 200]), (180, [0, 100, 200])]), noRules)
    #expect(rows.rows.count == 3)
    #expect(rows.between.map(\.row) == [0])
    #expect(rows.unclear == 0)
  }

  @Test("A phrase close below a row is the second line of one of its texts")
  func broken() {
    let rows = AlignedRows(
      lines([(100, [0, 100]), (140, [0, 100]), (162, [100]), (200, [0, 100])]), noRules)
    #expect(rows.rows.map(\.phrases.count) == [2, 3, 2])
    #expect(rows.unclear == 1)
  }

  @Test("White that parts a number in each row parts no columns")
  func spaces() {
    let rows = lines([(100, [0, 100]), (140, [0, 90]), (180, [0, 90]), (220, [0, 90])])
    let split = rows.map { row in
      row.phrases.count < 2 || row.middle == 100
        ? row : PhraseLine(row.phrases + [Area(left: 136, top: row.middle - 8, right: 170, bottom: row.middle + 8)])
    }
    #expect(AlignedColumns(split, 0..<200, textHeight: 16).places.count == 1)
  }

  @Test(
    "White no wider than a bracket leaves, below one head, parts no columns for sure", arguments: [(10, 1), (40, 2)])
  func oneHead(white: Int, boundaries: Int) {
    let rows = lines([(100, [0, 80 + white / 2])] + [140, 180, 220].map { ($0, [0, 60, 100 + white]) })
    let columns = AlignedColumns(rows, 0..<260, textHeight: 16)
    #expect(columns.places.count == boundaries)
    #expect((columns.unclear > 0) == (boundaries == 1))
  }

  @Test("A sentence above a table that goes on beyond it is no row of it", arguments: [(62, 3), (100, 4)])
  func sentence(left: Int, rows: Int) {
    let text = [(y: 100, lefts: [0, left]), (140, [0, 100]), (180, [0, 100]), (220, [0, 100])].flatMap { y, lefts in
      lefts.flatMap { left in
        (0..<(y == 100 && left == 62 ? 9 : 3)).map { letter in
          Area(left: left + 18 * letter, top: y, right: left + 18 * letter + 16, bottom: y + 16)
        }
      }
    }
    let ground = Ground([Raster(width: 400, height: 400, filledWith: 255)], text: [], reach: 4)
    let layout = Layout(
      horizontal: [], vertical: [], text: text.map { Component(area: $0, pixels: 100) }, points: [], textHeight: 16,
      ground: ground)
    #expect(alignedGrids(layout, beside: []).map(\.rows) == [rows])
  }

  private var noRules: AlignedRules {
    AlignedRules(
      Layout(
        horizontal: [], vertical: [], text: [], points: [], textHeight: 16,
        ground: Ground([Raster(width: 400, height: 400, filledWith: 255)], text: [], reach: 4)),
      around: Area(left: 0, top: 90, right: 300, bottom: 250))
  }

  /// Phrases 40 pixels wide, by their middles and left edges.
  private func lines(_ places: [(middle: Int, lefts: [Int])]) -> [PhraseLine] {
    places.map { middle, lefts in
      PhraseLine(lefts.map { Area(left: $0, top: middle - 8, right: $0 + 40, bottom: middle + 8) })
    }
  }
}
