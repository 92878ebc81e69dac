import Testing

@testable import GovOCR

@Suite("Marks across the page in cells that are blank")
struct PageMarkTests {
  /// A cell of white paper with one dark bar that leans, `width` pixels broad.
  private func cell(bar width: Int, contrast: Int) -> CellInk {
    var page = Raster(width: 40, height: 20, pixels: [UInt8](repeating: 255, count: 800))
    for y in 0..<20 {
      for x in 10 + y / 2..<10 + y / 2 + width { page.pixels[y * 40 + x] = 0 }
    }
    return CellInk(
      page: page, area: Area(left: 0, top: 0, right: 40, bottom: 20), contrast: contrast, noise: 1)
  }

  @Test("A broad pale stroke is a mark")
  func broadAndPale() {
    #expect(cell(bar: 8, contrast: 80).isMarkAcrossPage(usualContrast: 200, textHeight: 12))
  }

  @Test("A broad stroke as dark as the text is none")
  func broadAndDark() {
    #expect(!cell(bar: 8, contrast: 160).isMarkAcrossPage(usualContrast: 200, textHeight: 12))
  }

  @Test("A pale stroke as narrow as a digit's is none", arguments: [1, 2, 3])
  func narrowAndPale(width: Int) {
    #expect(!cell(bar: width, contrast: 80).isMarkAcrossPage(usualContrast: 200, textHeight: 12))
  }

  @Test("In large print the same stroke is a digit's")
  func largePrint() {
    #expect(!cell(bar: 8, contrast: 80).isMarkAcrossPage(usualContrast: 200, textHeight: 40))
  }

  @Test(
    "Pale strokes that all reach over an edge are no text of the cell",
    arguments: [(20, 80, true), (19, 80, false), (14, 80, false), (20, 160, false)])
  func overEdges(bottom: Int, contrast: Int, isMark: Bool) {
    var page = Raster(width: 40, height: 20, filledWith: 255)
    page.fill(Area(left: 12, top: bottom - 9, right: 14, bottom: bottom), 0)
    page.fill(Area(left: 30, top: 0, right: 32, bottom: 9), 0)
    let cell = CellInk(page: page, area: Area(left: 0, top: 0, right: 40, bottom: 20), contrast: contrast, noise: 1)
    #expect(cell.reachesOverEdges(usualContrast: 200, textHeight: 12) == isMark)
  }
}
