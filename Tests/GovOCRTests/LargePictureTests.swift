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
