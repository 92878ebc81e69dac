import GovDocument
import GovForms
import Testing

@testable import GovOCR

@Suite("Pictures that end inside a table")
struct CutSideTests {
  private static let cell = (width: 60, height: 30)

  /// A table of four columns and four rows with a character in each cell, of which a part is cut out.
  private func reader(cutTo area: Area) throws -> (reader: PageReader, structure: Structure) {
    var page = Raster(width: 4 * Self.cell.width + 41, height: 4 * Self.cell.height + 41, filledWith: 255)
    for index in 0...4 {
      let (x, y) = (20 + index * Self.cell.width, 20 + index * Self.cell.height)
      page.fill(Area(left: 20, top: y, right: 20 + 4 * Self.cell.width + 1, bottom: y + 1), 0)
      page.fill(Area(left: x, top: 20, right: x + 1, bottom: 20 + 4 * Self.cell.height + 1), 0)
    }
    for row in 0..<4 {
      for column in 0..<4 {
        // Wide characters in one row reach to where the picture ends, those of the others do not.
        let isWide = row == 1
        let (x, y) = (20 + column * Self.cell.width + (isWide ? 6 : 16), 20 + row * Self.cell.height + 9)
        for stroke in stride(from: 0, to: isWide ? 46 : 16, by: 8) {
          page.fill(Area(left: x + stroke, top: y, right: x + stroke + 5, bottom: y + 2), 20)
          page.fill(Area(left: x + stroke, top: y, right: x + stroke + 2, bottom: y + 12), 20)
          page.fill(Area(left: x + stroke, top: y + 10, right: x + stroke + 5, bottom: y + 12), 20)
        }
      }
    }
    let part = page.crop(area).padded(by: 8)
    let reader = quietReader(of: Pages(darkest: part, brightest: part))
    return (reader, Structure(try #require(reader.found.grids.first)))
  }

  @Test("A side that cuts characters makes what stands there doubtful, and a whole frame nothing")
  func sides() throws {
    let whole = Area(left: 0, top: 0, right: 281, bottom: 161)
    let cuts: [(Area, [StructureDoubt.Extent])] = [
      (whole, []), (Area(left: 0, top: 0, right: 249, bottom: 161), [.columns(from: 3)]),
      (Area(left: 0, top: 0, right: 281, bottom: 127), [.rows(from: 3)]),
    ]
    for (area, expected) in cuts {
      let (reader, structure) = try reader(cutTo: area)
      #expect(reader.cutSides(structure, []) == expected)
    }
    let (reader, structure) = try reader(cutTo: Area(left: 43, top: 0, right: 281, bottom: 161))
    #expect(Set(reader.cutSides(structure, [])) == Set(structure.cells.filter { $0.column == 0 }.map { .cell($0) }))
  }
}
