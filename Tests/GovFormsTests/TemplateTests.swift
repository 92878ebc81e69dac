import GovDocument
import GovForms
import Testing

/// The layouts that picture readers fit: every slot covered once, every figure in its official place.
struct TemplateTests {
  static let templates = StatutoryForm.all.flatMap(\.templates)

  @Test(arguments: templates)
  func everySlotIsCoveredOnce(_ template: TableTemplate) {
    let cells = template.cells.map {
      Cell(
        row: $0.row, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan,
        content: Prose("", origin: .document))
    }
    let table = Table(rows: template.rows, columns: template.columns, cells: cells, origin: .document)
    #expect(table?.cells.count == template.cells.count)
  }

  @Test(arguments: StatutoryForm.all)
  func everyLayoutHoldsEveryFigureOnce(_ form: StatutoryForm) {
    for table in form.tables {
      let expected = table.parts.flatMap { part in
        part.rows.flatMap { row in part.columns.map { "\(row.identifier)/\($0.identifier)" } }
      }
      for template in form.templates where template.identifier.contains("/\(table.identifier)") {
        let figures = template.cells.compactMap { cell in
          if case .figure(let name) = cell.content { name } else { nil }
        }
        #expect(figures.sorted() == expected.sorted(), "\(template.identifier)")
      }
    }
  }

  @Test(arguments: [
    ("2019/disclosure", 18, 4), ("2019/requests", 26, 10), ("2019/review", 4, 15), ("2021/disclosure", 14, 4),
    ("2021/requests", 28, 10), ("2021/review", 4, 15), ("2021/review/lineFlat", 3, 15), ("2014/statistics", 66, 3),
  ])
  func theGridHasTheOfficialSize(_ identifier: String, _ rows: Int, _ columns: Int) throws {
    let template = try #require(Self.templates.first { $0.identifier == identifier })
    #expect(template.rows == rows)
    #expect(template.columns == columns)
  }

  @Test func theRequestsTableIsDrawnAsTheFormPrintsIt() throws {
    let template = try #require(Self.templates.first { $0.identifier == "2021/requests" })
    func cell(_ label: String) throws -> TemplateCell {
      try #require(template.cells.first { $0.content == .label(label) })
    }
    let results = try cell("三、本年度办理结果")
    #expect([results.row, results.column, results.rowSpan, results.columnSpan] == [5, 0, 22, 1])
    let denied = try cell("(三)不予公开")
    #expect([denied.row, denied.column, denied.rowSpan, denied.columnSpan] == [7, 1, 8, 1])
    let organisations = try cell("法人或其他组织")
    #expect(
      [organisations.row, organisations.column, organisations.rowSpan, organisations.columnSpan] == [1, 4, 1, 5])
    let natural = try cell("自然人")
    #expect([natural.row, natural.column, natural.rowSpan, natural.columnSpan] == [1, 3, 2, 1])
    let new = try cell("一、本年新收政府信息公开申请数量")
    #expect([new.row, new.column, new.rowSpan, new.columnSpan] == [3, 0, 1, 3])
  }
}

extension TableTemplate: CustomTestStringConvertible {
  /// The name under which a test reports the layout.
  public var testDescription: String { identifier }
}
