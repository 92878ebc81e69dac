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

  @Test("Of strokes that lie beside each other the longest is the line, whichever comes first")
  func edges() {
    func drawn(_ strokes: [Segment]) -> Int {
      let layout = Layout(
        horizontal: [], vertical: strokes, text: [], points: [], textHeight: 12,
        ground: Ground([], text: [], reach: 3))
      return RuledStretches(layout).inside(Area(left: 0, top: 0, right: 100, bottom: 100))
    }
    let edge = Segment(place: 47, from: 0, to: 40, thickness: 1)
    let line = Segment(place: 50, from: 0, to: 80, thickness: 1)
    #expect(drawn([edge, line]) == 80)
    #expect(drawn([edge, line, Segment(place: 53, from: 0, to: 40, thickness: 1)]) == 80)
    #expect(drawn([edge, Segment(place: 70, from: 0, to: 80, thickness: 1)]) == 120)
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
