import Testing

@testable import GovOCR

@Suite("Pale coloured lines that grain breaks into pieces as large as characters")
struct PaleColourTests {
  @Test("They are lines, and the table has all its rows and columns")
  func lines() throws {
    let drawn = DrawnPicture(path: "ruled/hard-other-003-prices.jpg")
    #expect(try drawn.read(with: TablePictureReader()).map(\.layout) == drawn.truth.tables.map(\.layout))
  }

  /// A page with black text on white paper.
  private func pages() -> Pages {
    var page = Raster(width: 200, height: 100, filledWith: 250)
    for x in stride(from: 20, to: 180, by: 16) { page.fill(Area(left: x, top: 40, right: x + 10, bottom: 52), 20) }
    return Pages(darkest: page, brightest: page)
  }

  @Test(
    "What goes far beyond the threshold, or is dark in all channels, is text",
    arguments: [(166, 245, true), (60, 245, false), (166, 166, false), (60, 60, false)])
  func fills(darkest: UInt8, brightest: UInt8, expected: Bool) {
    var pages = pages()
    let area = Area(left: 4, top: 2, right: 14, bottom: 14)
    pages.darkest.fill(area, darkest)
    pages.brightest.fill(area, brightest)
    #expect(PaleColour(pages).fills(area) == expected)
  }
}
