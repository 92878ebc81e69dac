import GovDocument
import GovForms
import GovReport
import Testing

/// The statistics table of reports for 2014 to 2018.
struct StatisticsTests {
  private static let template = StatutoryForm.form2014.templates[0]

  private func table(_ values: [String: String], extraColumn: Bool = false) throws -> Table {
    var cells = Self.template.cells.map { cell in
      let text =
        switch cell.content {
        case .label(let label): label
        case .figure(let name): values[String(name.split(separator: "/")[0])] ?? ""
        case .empty: "----"
        }
      return Cell(row: cell.row, column: cell.column, content: Prose(text, origin: .line(cell.row + 1)))
    }
    if extraColumn { cells.append(Cell(row: 0, column: 3, content: Prose("乡镇统计数", origin: .line(1)))) }
    return try #require(
      Table(rows: Self.template.rows, columns: extraColumn ? 4 : 3, cells: cells, origin: .line(1)))
  }

  private static let consistent: [String: String] = [
    "disclosed.items": "1530", "requests.received": "12", "requests.received.inPerson": "2",
    "requests.received.fax": "0",
    "requests.received.online": "7", "requests.received.letter": "3", "reconsiderations": "1",
    "reconsiderations.corrected": "1", "litigation": "2", "litigation.corrected": "0", "litigation.upheld": "2",
    "fees": "0.35", "resources.staff": "5", "resources.staff.fullTime": "1", "resources.staff.partTime": "4",
  ]

  @Test(arguments: [false, true])
  func figuresComeBack(_ hasExtraColumn: Bool) throws {
    var document = Document(source: Source(name: "page.html", format: .html))
    document.blocks = [.table(try table(Self.consistent, extraColumn: hasExtraColumn))]
    let report = recognise(&document)
    #expect(report.form == .form2014)
    for (row, text) in Self.consistent {
      #expect(report.figure("statistics/\(row)/count").map { digest($0.figure) } == text, "\(row)")
    }
    #expect(!document.findings.contains { $0.code == .identityBroken })
  }

  /// 统计数 above two columns, one for the sums and one for their parts.
  @Test func figuresByLevelComeBack() throws {
    let plain = try table(Self.consistent)
    let cells = plain.cells.map { cell in
      let isPart = cell.row > 0 && cell.column == 2 && !cell.content.text.isEmpty && cell.row % 2 == 0
      return Cell(
        row: cell.row, column: isPart ? 3 : cell.column, columnSpan: cell.row == 0 && cell.column == 2 ? 2 : 1,
        content: cell.content)
    }
    let levels = try #require(Table(rows: plain.rows, columns: 4, cells: cells, origin: .line(1)))
    var document = Document(source: Source(name: "page.html", format: .html), blocks: [.table(levels)])
    let report = recognise(&document)
    for (row, text) in Self.consistent {
      #expect(report.figure("statistics/\(row)/count").map { digest($0.figure) } == text, "\(row)")
    }
  }

  /// Two figures in one row below 统计数, of the agency and of all below it: neither is the row's.
  @Test func twoFiguresBelowOneHeadingAreNone() throws {
    let plain = try table(Self.consistent)
    var cells = plain.cells.map { cell in
      Cell(
        row: cell.row, column: cell.column, columnSpan: cell.row == 0 && cell.column == 2 ? 2 : 1,
        content: cell.content)
    }
    cells += plain.cells.filter { $0.row > 0 && $0.column == 2 && $0.content.text == "1530" }
      .map { Cell(row: $0.row, column: 3, content: Prose("1840", origin: $0.content.origin)) }
    let levels = try #require(Table(rows: plain.rows, columns: 4, cells: cells, origin: .line(1)))
    var document = Document(source: Source(name: "page.html", format: .html), blocks: [.table(levels)])
    let report = recognise(&document)
    #expect(report.figure("statistics/disclosed.items/count")?.figure == .unreadable("1530\n1840"))
    #expect(document.findings.contains { $0.code == .figureUnreadable })
    #expect(report.figure("statistics/litigation/count")?.figure == .count(2))
  }

  @Test func aNaturalSumThatDoesNotHoldIsAWarning() throws {
    var values = Self.consistent
    values["requests.received"] = "13"
    var document = Document(source: Source(name: "page.html", format: .html), blocks: [.table(try table(values))])
    let report = recognise(&document)
    #expect(report.figure("statistics/requests.received/count")?.figure == .count(13))
    let finding = document.findings.first { $0.code == .identityBroken }
    #expect(finding?.severity == .warning)
  }

  @Test func oneCellPerLine() {
    let lines = Self.template.cells.compactMap { cell -> String? in
      switch cell.content {
      case .label(let label): label
      case .figure(let name): Self.consistent[String(name.split(separator: "/")[0])]
      case .empty: "----"
      }
    }
    var document = crawledDocument(lines.joined(separator: "\n"))
    let report = recognise(&document)
    for (row, text) in Self.consistent {
      #expect(report.figure("statistics/\(row)/count").map { digest($0.figure) } == text, "\(row)")
    }
  }
}
