import GovDocument
import Testing

@testable import GovOCR

@Suite("Colour over black figures")
struct CrossedInkTests {
  @Test(
    "A red stroke over a black digit is seen; beside it, paler, or of the digit's own colour it is none",
    arguments: [
      (stroke: 150, left: 24, digit: 0, true), (stroke: 150, left: 44, digit: 0, false),
      (stroke: 20, left: 24, digit: 0, false), (stroke: 150, left: 24, digit: 150, false),
    ])
  func stroke(stroke: Int, left: Int, digit: Int, isCrossed: Bool) {
    #expect(crossed(ground: 0, stroke: stroke, left: left, digit: digit) == isCrossed)
  }

  @Test("The coloured rim of a black stroke, as screens draw it, is no stroke of its own")
  func rim() { #expect(!crossed(ground: 0, stroke: 150, left: 23, digit: 0, height: 18)) }

  @Test("Coloured paper is no stroke") func ground() { #expect(!crossed(ground: 120, stroke: 120, left: 24, digit: 0)) }

  /// A digit on paper, with a stroke down one place; colours are differences between the brightest and the darkest channel.
  private func crossed(ground: Int, stroke: Int, left: Int, digit: Int, height: Int = 24) -> Bool {
    var brightest = Raster(width: 60, height: 24, filledWith: 255)
    var darkest = Raster(width: 60, height: 24, filledWith: UInt8(255 - ground))
    darkest.fill(Area(left: left, top: 24 - height, right: left + 3, bottom: height), UInt8(255 - stroke))
    for bar in [20, 27] {
      brightest.fill(Area(left: bar, top: 6, right: bar + 3, bottom: 18), UInt8(digit))
      darkest.fill(Area(left: bar, top: 6, right: bar + 3, bottom: 18), 0)
    }
    let stretched = brightest.pixels.map { UInt8((Int($0) - digit) * 255 / max(1, 255 - digit)) }
    let page = Raster(width: 60, height: 24, pixels: stretched)
    let ink = CellInk(page: page, area: Area(left: 0, top: 0, right: 60, bottom: 24), contrast: 200, noise: 2)
    let lines = TextLines(areas: [Area(left: 20, top: 6, right: 30, bottom: 18)], glyphHeight: 12, page: page)
    let pages = Pages(darkest: darkest, brightest: brightest)
    return quietReader(of: pages).isCrossedByColour(ink, lines)
  }
}
