import Testing

@testable import GovOCR

@Suite("The lines of a cell, and its edges")
struct TextLineTests {
  @Test("Lines whose characters touch are parted where the ink is thin")
  func touching() {
    var page = Raster(width: 60, height: 40, filledWith: 255)
    for (line, width) in [(0, 40), (1, 28)] {
      for letter in stride(from: 4, to: width, by: 13) {
        page.fill(Area(left: letter, top: 4 + 14 * line, right: letter + 10, bottom: 17 + 14 * line), 0)
      }
    }
    // A stroke that runs from the first line into the second.
    page.fill(Area(left: 8, top: 4, right: 10, bottom: 30), 0)
    let lines = textLines(
      CellInk(page: page, area: Area(left: 0, top: 0, right: 60, bottom: 40), contrast: 255, noise: 0), usual: 13)
    #expect(lines.areas.map(\.width) == [36, 23])
  }

  @Test("A line of larger characters is one line")
  func large() {
    var page = Raster(width: 60, height: 40, filledWith: 255)
    page.fill(Area(left: 4, top: 6, right: 30, bottom: 32), 0)
    let lines = textLines(
      CellInk(page: page, area: Area(left: 0, top: 0, right: 60, bottom: 40), contrast: 255, noise: 0), usual: 13)
    #expect(lines.areas.count == 1)
  }

  @Test("A line that lies a few pixels inside of the boundary is no part of the cell")
  func inside() {
    var page = Raster(width: 120, height: 60, filledWith: 255)
    page.fill(Area(left: 16, top: 0, right: 18, bottom: 60), 0)
    page.fill(Area(left: 0, top: 14, right: 120, bottom: 16), 0)
    page.fill(Area(left: 50, top: 26, right: 60, bottom: 40), 0)
    let ink = cellInk(Pages(darkest: page, brightest: page), Area(left: 10, top: 10, right: 110, bottom: 50))
    #expect(ink.area.left >= 18 && ink.area.top >= 16)
    #expect(textLines(ink, usual: 14).areas.map(\.width) == [10])
  }

  @Test(
    "Upright text of one character's width is cut into its characters, though they touch; a wide block and a stroke are not",
    arguments: [(width: 12, joint: 8, count: 5), (40, 27, 1), (12, 12, 1)])
  func upright(width: Int, joint: Int, count: Int) {
    var page = Raster(width: 60, height: 90, filledWith: 255)
    for letter in 0..<5 {
      page.fill(Area(left: 8, top: 6 + 14 * letter, right: 8 + width, bottom: 18 + 14 * letter), 0)
      page.fill(Area(left: 8 + width - joint, top: 18 + 14 * letter, right: 8 + width, bottom: 20 + 14 * letter), 0)
    }
    let cell = CellInk(page: page, area: Area(left: 0, top: 0, right: 60, bottom: 90), contrast: 255, noise: 0)
    #expect(textLines(cell, usual: 12).areas.count == count)
  }

  @Test("Light characters are found on a dark ground, whatever stands beside them")
  func light() {
    var page = Raster(width: 200, height: 80, filledWith: 240)
    page.fill(Area(left: 0, top: 0, right: 200, bottom: 40), 20)
    for letter in 0..<6 { page.fill(Area(left: 20 + 15 * letter, top: 12, right: 32 + 15 * letter, bottom: 26), 125) }
    #expect(characters(of: page, lightIn: page, height: 14).count == 6)
  }

  @Test(
    "The contrast of a table's ink is that of cells with text, however many are blank",
    arguments: [(blanks: 0, written: 3, 120), (9, 3, 120), (9, 0, 8), (0, 0, 0)])
  func contrasts(blanks: Int, written: Int, contrast: Int) {
    let cells = (0..<blanks + written).map { index in
      CellInk(
        page: Raster(width: 20, height: 20, filledWith: 255),
        area: Area(left: 20 * index, top: 0, right: 20 * index + 20, bottom: 20),
        contrast: index < blanks ? 8 : 120, noise: 1)
    }
    let text = cells.dropFirst(blanks).map { $0.area.inset(by: 4) }
    #expect(GovOCR.contrast(ofInkIn: cells, text: AreaIndex(text)) == contrast)
  }
}
