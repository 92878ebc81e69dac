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

  @Test("Lines across a row are those between its boundaries, a double one counts once")
  func across() {
    let lines = LinesAcross([20, 60, 63, 100], bottom: 120, slack: 4)
    #expect(lines.count(inside: 20, 60) == 0)
    #expect(lines.count(inside: 20, 100) == 1)
    #expect(lines.count(inside: 0, 120) == 3)
    #expect(lines.count(inside: 0, 500) == 3)
  }
}
