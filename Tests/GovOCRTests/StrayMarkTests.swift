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
    let cells = figures.indices.map { TemplateCell(row: $0, column: 0, content: .figure("\($0)")) }
    let form = TableTemplate(identifier: "form", rows: figures.count, columns: 1, cells: cells)
    let structure = Structure(form, xs: [0, 100], ys: (0...figures.count).map { 40 * $0 })
    let readings = figures.map { CellReading(text: $0, confidence: 0.999, status: .read, candidates: []) }
    #expect(strayMarks(structure, readings).map { figures[$0] } == suspects)
  }
}
