import Testing

@testable import GovOCR

/// Tables as word processors, spreadsheets and cameras show them, with what stands around them there.
@Suite("Pictures of other renderers")
struct OtherRendererTests {
  @Test(
    "Titles, units, shaded heads, seals and the edges of a sheet leave the grid as it is",
    arguments: [
      "title-above-rule.png", "unit-above-heads.png", "white-on-blue.png", "sheet-on-desk.jpg", "dark-page.png",
      "seal-across.jpg",
    ])
  func grids(name: String) throws {
    let drawn = DrawnPicture(path: "renderers/\(name)")
    let reader = quietReader(of: try decode(drawn.picture, limits: PictureLimits()))
    let found = reader.found.grids.map { grid in grid.cells().map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] } }
    #expect(found == (try drawn.truth.tables.map(\.layout)))
  }
}
