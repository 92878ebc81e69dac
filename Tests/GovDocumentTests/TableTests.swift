import GovDocument
import Testing

@Suite("Every slot of a table belongs to exactly one cell")
struct TableTests {
  private func cell(_ row: Int, _ column: Int, _ rowSpan: Int = 1, _ columnSpan: Int = 1) -> Cell {
    Cell(row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan, content: Prose("x", origin: .line(1)))
  }

  @Test("Gaps become empty cells, and the grid covers every slot")
  func gaps() throws {
    let table = try #require(Table(rows: 2, columns: 3, cells: [cell(0, 1, 2, 2), cell(0, 0)], origin: .line(1)))
    #expect(table.cells.map { [$0.row, $0.column] } == [[0, 0], [0, 1], [1, 0]])
    #expect(table.cells[2].content.text.isEmpty)
    #expect(table.grid == [0, 1, 1, 2, 1, 1])
  }

  @Test(
    "Impossible layouts are refused",
    arguments: [[0, 2, 1, 2], [1, 0, 2, 1], [0, 0, 0, 1], [-1, 0, 1, 1], [0, 0, 1, .max]])
  func refused(place: [Int]) {
    let odd = Cell(
      row: place[0], column: place[1], rowSpan: place[2], columnSpan: place[3],
      content: Prose("", origin: .document))
    #expect(Table(rows: 2, columns: 3, cells: [odd], origin: .document) == nil)
  }

  @Test("Overlapping cells are refused")
  func overlap() {
    #expect(Table(rows: 2, columns: 3, cells: [cell(0, 0, 2, 2), cell(1, 1)], origin: .document) == nil)
  }
}
