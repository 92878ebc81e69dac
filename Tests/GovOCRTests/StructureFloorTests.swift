import Foundation
import GovDocument
import Testing

@testable import GovOCR

@Suite("The rows and columns of drawn tables do not get worse")
struct StructureFloorTests {
  /// What was measured once; a change that finds fewer tables exactly has to lower it in words of its own.
  private static let floors = Result {
    try JSONDecoder().decode(
      [String: Floor].self, from: Data(contentsOf: DrawnPicture.folder.appending(path: "floors.json")))
  }

  @Test(
    "Tables of no known form: so many grids are exact, and hardly a wrong one is sure",
    arguments: ["clean", "typical", "hard"])
  func others(tier: String) throws {
    let floor = try #require(Self.floors.get()[tier])
    let names = try FileManager.default.contentsOfDirectory(
      atPath: DrawnPicture.folder.appending(path: "drawn").path(percentEncoded: false))
    let drawn = names.filter { $0.hasPrefix("\(tier)-other") && !$0.hasSuffix(".json") }.sorted()
    var seen = Floor(tables: 0, exact: 0, wrongAndSure: 0)
    for picture in drawn.map({ DrawnPicture(path: "drawn/\($0)") }) { seen.add(try Floor(picture)) }
    #expect(seen.tables == floor.tables)
    #expect(seen.exact >= floor.exact)
    #expect(seen.wrongAndSure <= floor.wrongAndSure)
  }
}

/// Counts of tables: all, those with the rows, columns and spans that were drawn, and wrong ones without a doubt.
private struct Floor: Decodable {
  var tables: Int
  var exact: Int
  var wrongAndSure: Int

  init(tables: Int, exact: Int, wrongAndSure: Int) {
    (self.tables, self.exact, self.wrongAndSure) = (tables, exact, wrongAndSure)
  }

  init(_ drawn: DrawnPicture) throws {
    let pages = try decode(drawn.picture, limits: PictureLimits())
    let turn = findTurn(pages.darkest)
    let straight = Pages(
      darkest: pages.darkest.straightened(by: turn), brightest: pages.brightest.straightened(by: turn))
    let tables = findTables(straight)
    let truth = try drawn.truth.tables.map(\.layout)
    let found = tables.grids.map { grid in grid.cells().map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] } }
    self.init(
      tables: truth.count, exact: truth.count { found.contains($0) },
      wrongAndSure: zip(tables.grids, found).count { !truth.contains($0.1) && $0.0.doubts(tables.layout) == 0 })
  }

  mutating func add(_ other: Floor) {
    tables += other.tables
    exact += other.exact
    wrongAndSure += other.wrongAndSure
  }
}
