import GovDocument
import Testing

@testable import GovOCR

@Suite("A lone dash among blank cells may be a stroke of something else")
struct StrayMarkTests {
  @Test(
    "A form says none in one way",
    arguments: [
      (["", "", "", "", "-", "12"], ["-"]), (["", "", "", "/", "", "-"], ["-", "/"]), (["", "-", "-", "5"], []),
      (["-", "3", "7"], []), (["无", "", "", "", ""], []),
    ])
  func stray(figures: [String], suspects: [String]) {
    let (structure, readings) = Self.form(figures)
    #expect(strayMarks(structure, readings).map { figures[$0] } == suspects)
  }

  @Test(
    "A blank among dashes may be a dash that faded, one among blanks or slashes not",
    arguments: [
      (["-", "-", "", "5", "-"], 1), (["-", "", "", "", "12"], 3), (["-", "", "", "", "", "7"], 0),
      (["/", "/", "", "3"], 0), (["", "", "4"], 0),
    ])
  func faded(figures: [String], blanks: Int) {
    let (structure, readings) = Self.form(figures)
    let suspects = fadedMarks(structure, readings)
    #expect(suspects.count == blanks && suspects.allSatisfy { figures[$0].isEmpty })
  }

  private static func form(_ figures: [String]) -> (Structure, [CellReading]) {
    let cells = figures.indices.map { TemplateCell(row: $0, column: 0, content: .figure("\($0)")) }
    let form = TableTemplate(identifier: "form", rows: figures.count, columns: 1, cells: cells)
    let structure = Structure(form, xs: [0, 100], ys: (0...figures.count).map { 40 * $0 })
    let readings = figures.map { CellReading(text: $0, confidence: 0.999, status: .read, candidates: []) }
    return (structure, readings)
  }
}
