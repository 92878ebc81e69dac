import GovDocument
import Testing

@testable import GovOCR

@Suite("A point where a thousands comma may have been is doubtful")
struct PointDoubtTests {
  /// Which figures of one column are suspects.
  private static func suspects(_ figures: [String], isForm: Bool) -> [String] {
    let cells = figures.indices.map { TemplateCell(row: $0, column: 0, content: .figure("\($0)")) }
    let form = TableTemplate(identifier: "form", rows: figures.count, columns: 1, cells: cells)
    var structure = Structure(form, xs: [0, 100], ys: (0...figures.count).map { 40 * $0 })
    if !isForm { structure.contents = [] }
    let readings = figures.map { CellReading(text: $0, confidence: 0.99, status: .read, candidates: []) }
    return pointsForCommas(structure, readings).map { figures[$0] }
  }

  @Test(
    "In a form, wherever a comma makes a number too", arguments: ["673.134", "-7.250", "1,204.318", "12.500元"])
  func form(figure: String) { #expect(Self.suspects([figure], isForm: true) == [figure]) }

  @Test(
    "Not where a comma makes none", arguments: ["673,134", "4449.48", "0.125", "6731.134", "3.1415", "-", "", "约3.125"])
  func plain(figure: String) { #expect(Self.suspects([figure, "5"], isForm: true).isEmpty) }

  @Test(
    "A form that counts things had the comma, an amount with its unit may have had the point",
    arguments: [("673.134", "673,134"), ("-7.250", "-7,250"), ("12.500元", "12.500元"), ("12.500%", "12.500%")])
  func guess(figure: String, expected: String) { #expect(guessedWithComma(figure) == expected) }

  @Test("In another table, beside whole numbers only")
  func column() {
    #expect(Self.suspects(["合计", "12", "673.134", "/"], isForm: false) == ["673.134"])
    #expect(Self.suspects(["合计", "1.5", "673.134"], isForm: false).isEmpty)
    #expect(Self.suspects(["合计", "1.125", "673.134", "-"], isForm: false).isEmpty)
  }
}
