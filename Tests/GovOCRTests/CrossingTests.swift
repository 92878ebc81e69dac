import Testing

@testable import GovOCR

@Suite("What lines say that the text does not")
struct CrossingTests {
  @Test("A small mark where two lines cross is no character, one beside them or as high as text is")
  func crossing() {
    let (flat, upright) = (
      [Segment(place: 40, from: 0, to: 100, thickness: 1)], [Segment(place: 60, from: 0, to: 100, thickness: 1)]
    )
    func isCrossing(_ left: Int, _ top: Int, size: Int) -> Bool {
      GovOCR.isCrossing(
        Area(left: left, top: top, right: left + size, bottom: top + size), flat, upright, 12)
    }
    #expect(isCrossing(58, 38, size: 5))
    #expect(!isCrossing(58, 50, size: 5))
    #expect(!isCrossing(30, 38, size: 5))
    #expect(!isCrossing(54, 34, size: 12))
  }

  @Test(
    "What lies along a line and in it is a piece of it, though it is as thick as a 1; text beside a line and across it is none",
    arguments: [
      (Area(left: 58, top: 20, right: 62, bottom: 32), true), (Area(left: 58, top: 104, right: 62, bottom: 116), true),
      (Area(left: 20, top: 38, right: 31, bottom: 42), true), (Area(left: 50, top: 20, right: 54, bottom: 32), false),
      (Area(left: 54, top: 20, right: 65, bottom: 32), false),
      (Area(left: 58, top: 112, right: 62, bottom: 124), false),
      (Area(left: 88, top: 60, right: 92, bottom: 72), false),
    ])
  func piece(area: Area, isPiece: Bool) {
    let flat = [Segment(place: 40, from: 0, to: 100, thickness: 1)]
    let upright = [
      Segment(place: 60, from: 0, to: 100, thickness: 1), Segment(place: 90, from: 58, to: 76, thickness: 1),
    ]
    #expect(GovOCR.isPiece(area, ofOne: flat, upright, 12) == isPiece)
  }

  @Test("A column line that ends inside of a row counts as the part of the row through which it runs")
  func insideOfRow() {
    let strokes = [
      Segment(place: 30, from: 10, to: 20, thickness: 1), Segment(place: 50, from: 0, to: 90, thickness: 1),
    ]
    let inside = StrokesInside(strokes, in: Area(left: 0, top: 5, right: 80, bottom: 70))
    #expect(inside.count(10, 20) == 2)
    #expect(inside.count(10, 30) == 1.5)
    #expect(inside.count(30, 70) == 1)
    #expect(inside.count(30, 30) == 0)
    #expect(inside.count(-40, 500) < 1)
  }

  @Test("Lines across a row are those between its boundaries, a double one counts once")
  func across() {
    let lines = LinesAcross([20, 60, 63, 100], bottom: 120, slack: 4)
    #expect(lines.count(inside: 20, 60) == 0)
    #expect(lines.count(inside: 20, 100) == 1)
    #expect(lines.count(inside: 0, 120) == 3)
    #expect(lines.count(inside: 0, 500) == 3)
  }
}
