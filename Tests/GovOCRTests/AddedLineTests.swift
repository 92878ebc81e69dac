import GovDocument
import GovForms
import Testing

@testable import GovOCR

@Suite("A form with a row or a column more than it has")
struct AddedLineTests {
  private static let reader = TablePictureReader()

  @Test("An added row is seen, and every figure keeps its place")
  func row() throws {
    let drawn = DrawnPicture(path: "added/added-row.png")
    let table = try #require(try drawn.read(with: Self.reader).first)
    let wanted = try #require(try drawn.truth.tables.first)
    #expect(table.layout == wanted.layout)
    let score = Score(table, wanted)
    #expect(score.right == score.figures)
    #expect(score.unflagged.isEmpty)
  }

  @Test("On a phone at night, with a column 备注, every figure of the form is read")
  func remarks() throws {
    let drawn = DrawnPicture(path: "added/remarks-column.png")
    let table = try #require(try drawn.read(with: Self.reader).first)
    let cells = Dictionary(uniqueKeysWithValues: table.cells.map { ([$0.row, $0.column], $0) })
    for figure in try drawn.truth.tables[0].cells where figure.isFigure && figure.place[1] < 10 {
      let cell = cells[Array(figure.place[..<2])]
      #expect(cell?.content.text == figure.text && cell?.reading?.status == .read)
    }
  }

  @Test("Every way to add a line covers the grid once", arguments: StatutoryForm.all.flatMap(\.templates))
  func cover(template: TableTemplate) {
    let ways = template.withAddedRows + template.withAddedColumns
    #expect(!ways.isEmpty)
    for way in ways {
      let form = way.template
      #expect(form.rows + form.columns == template.rows + template.columns + 1)
      #expect(form.cells.map { $0.rowSpan * $0.columnSpan }.reduce(0, +) == form.rows * form.columns)
      #expect(!slotOwners(gridCells(of: form), rows: form.rows, columns: form.columns).joined().contains(-1))
      #expect(form.cells.filter { $0.content != .empty }.count == template.cells.filter { $0.content != .empty }.count)
      for index in way.neighbours {
        guard case .label = form.cells[index].content else {
          Issue.record("a neighbour is no label")
          continue
        }
      }
    }
  }
}
