import GovDocument
import Testing

@testable import GovOCR

@Suite("Pictures with a great many marks, and such as are larger than forms are looked for in")
struct LargePictureTests {
  /// Marks of all sizes, in no order, and some that reach beyond the picture.
  private static let marks: [Area] = (0..<400).map { number in
    let (x, y) = (number * 97 % 611, number * 53 % 487)
    return Area(left: x, top: y - 5, right: x + 3 + number % 40, bottom: y + 4 + number % 90)
  }

  @Test("The index gives what a look at every mark would give, in the same order")
  func index() {
    let index = AreaIndex(Self.marks)
    for area in Self.marks {
      let near = area.inset(by: -20)
      #expect(index.inside(near) == Self.marks.filter { near.holds($0) })
      #expect(index.holds(area) == Self.marks.contains { $0.holds(area) })
      let beside = Area(left: area.left, top: area.bottom + 60, right: area.left + 4, bottom: area.bottom + 64)
      #expect(index.holds(beside) == Self.marks.contains { $0.holds(beside) })
    }
    #expect(AreaIndex([]).inside(Area(left: 0, top: 0, right: 9, bottom: 9)) == [])
  }

  @Test("The index knows what reaches into some rows", arguments: [0...0, 31...32, 90...200, 400...900, -40 ... -3])
  func reaching(rows: ClosedRange<Int>) {
    let found = Array(AreaIndex(Self.marks).reaching(rows))
    let expected = Self.marks.indices.filter { number in
      Self.marks[number].top <= rows.upperBound && Self.marks[number].bottom > rows.lowerBound
    }
    #expect(Set(found).isSuperset(of: expected))
    #expect(Array(AreaIndex([]).reaching(rows)).isEmpty)
  }

  @Test("A gap between lines of text counts where another column has one at its height", arguments: [3, 40])
  func sharedGaps(columns: Int) {
    let xs = (0...columns).map { 30 * $0 }
    let marks = [Bool](repeating: true, count: columns)
    let grid = Grid(xs: xs, ys: [0, 900], horizontal: [marks, marks], vertical: [[true] + marks])
    // The gaps of a column are a little lower than those of the one before, by so much that only neighbours share them.
    let glyphs = (0..<columns).flatMap { column in
      (0..<8).map { line in
        let top = 100 * line + 7 * column
        return Area(left: 30 * column + 5, top: top, right: 30 * column + 20, bottom: top + 20)
      }
    }
    let gaps = grid.sharedGaps(glyphs, 24)
    #expect(gaps.count == 7 * columns)
    #expect(grid.sharedGaps(glyphs, 18).isEmpty == (columns < 15))
  }

  @Test("Groups of lines are joined whichever lie beside them", arguments: [1, 30])
  func groups(tables: Int) {
    // Two lines with the same ends above each other make a table, a third is too far below.
    let flat = (0..<tables).flatMap { table in
      [0, 60, 400].map { Segment(place: $0, from: 200 * table, to: 200 * table + 150, thickness: 1) }
    }
    let page = Raster(width: 40, height: 40, filledWith: 255)
    let layout = Layout(
      horizontal: flat.sorted { $0.place < $1.place }, vertical: [], text: [], points: [], textHeight: 12,
      ground: Ground([page], text: [], reach: 4))
    let groups = lineGroups(layout)
    #expect(groups.count == 2 * tables)
    #expect(Set(groups.map(\.area.height)) == [61, 1])
  }

  @Test("Lines between two places are those that a look at every line finds")
  func lines() {
    let lines = [3, 3, 7, 20, 21, 21, 40].map { Segment(place: $0, from: 0, to: 10, thickness: 1) }
    for first in 0..<45 {
      for last in first..<45 {
        #expect(Array(lines.between(first, last)) == lines.filter { $0.place >= first && $0.place <= last })
      }
    }
    #expect([Segment]().between(0, 9).isEmpty)
  }

  @Test("What takes more pixels than forms are laid over is named in a finding", arguments: [(4100, 1), (2900, 0)])
  func large(side: Int, findings: Int) {
    let text = (0..<12).map { number in
      let place = number * (side - 20) / 11
      return Component(area: Area(left: place, top: place, right: place + 16, bottom: place + 16), pixels: 100)
    }
    let page = Raster(width: 40, height: 40, filledWith: 255)
    let layout = Layout(
      horizontal: [], vertical: [], text: text, points: [], textHeight: 16, ground: Ground([page], text: [], reach: 4))
    var reader = quietReader(of: Pages(darkest: page, brightest: page))
    reader.reportFormsNotSought(in: FoundTables(layout: layout, grids: [], drawn: []))
    #expect(reader.findings.map(\.code) == [Finding.Code](repeating: .pictureFormsNotSought, count: findings))
  }
}
