import GovDocument
import Testing

@testable import GovOCR

/// Pictures as screens and page images show them: nothing is damaged, so nothing may be lost or doubted.
@Suite("Pictures of screens and of parts of pages")
struct ScreenPictureTests {
  @Test("No line is unclear for the text of a cell over several columns, which hides where one would run")
  func spannedHead() throws {
    let drawn = DrawnPicture(path: "screen/spanned-head.png")
    let reader = quietReader(of: try decode(drawn.picture, limits: PictureLimits()))
    let grid = try #require(reader.found.grids.first)
    let cells = grid.cells()
    #expect(cells.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] } == (try drawn.truth.tables[0].layout))
    #expect(grid.doubts(reader.layout) == 0)
    let readings = cells.map { _ in CellReading(text: "文", confidence: 1, status: .read, candidates: []) }
    #expect(reader.structureDoubts(Structure(grid), readings).isEmpty)
  }

  @Test("Text drawn with the stripes of pixels is read whole")
  func stripes() throws {
    let drawn = DrawnPicture(path: "screen/stripes.png")
    let table = try #require(try drawn.read(with: TablePictureReader()).first)
    let score = Score(table, try drawn.truth.tables[0])
    #expect(score.right == score.figures)
  }

  @Test("Colours that cancel out along the row are fringes, those of a seal are not")
  func fringes() {
    func rgb(_ colours: [[UInt8]]) -> [UInt8] {
      let row = Array([[UInt8]](repeating: [255, 255, 255], count: 6).joined()) + colours.joined()
      return Array([[UInt8]](repeating: row, count: 80).joined())
    }
    func pages(_ bytes: [UInt8]) -> (areThere: Bool, brightest: Raster) {
      bytes.withUnsafeBufferPointer { bytes in
        let fringes = ColourFringes(bytes, width: bytes.count / 3 / 80, height: 80)
        return (fringes.areThere, fringes.pages().brightest)
      }
    }
    let white: [[UInt8]] = [[UInt8]](repeating: [255, 255, 255], count: 6)
    let stroke = pages(rgb([[255, 170, 60], [0, 90, 200]] + white))
    #expect(stroke.areThere)
    #expect(stroke.brightest[6, 40] < 200 && stroke.brightest[7, 40] < 140)
    #expect(!pages(rgb([[230, 60, 60], [230, 60, 60]] + white)).areThere)
    #expect(!pages(rgb(white)).areThere)
  }
}
