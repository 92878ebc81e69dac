import FoundationEssentials
import GovDocument
import GovForms
import GovReport
import GovWriters
import Testing

/// The figures as lists and panels for statistics.
struct PanelTests {
  private func figure(_ row: String, _ figure: Figure, _ status: Status = .read) -> ReportFigure {
    ReportFigure(
      table: "disclosure", row: row, column: "decisions", figure: figure, text: "", status: status, confidence: 1,
      label: row, columnLabel: "decisions", origin: .line(1))
  }

  private func report(_ figures: [ReportFigure], agency: String? = "青云市水务局", year: Int? = 2021) -> Report {
    Report(form: .form2021, agency: agency, year: year, figures: figures)
  }

  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test func theListKeepsTheFourStatementsApart() {
    let figures = [
      figure("licensing", .count(12)), figure("penalties", .statedNone("无")), figure("coercion", .blank),
      figure("fees", .amount(Decimal(string: "4449.48") ?? 0, unit: "万元"), .doubtful),
      figure("regulations", .unreadable("?"), .unreadable),
    ]
    #expect(
      lines(figuresCSV(report(figures), source: "a.html")) == [
        "agency,year,form,table,row,column,value,unit,kind,status,source",
        "青云市水务局,2021,2021,disclosure,licensing,decisions,12,,count,read,a.html",
        "青云市水务局,2021,2021,disclosure,penalties,decisions,无,,statedNone,read,a.html",
        "青云市水务局,2021,2021,disclosure,coercion,decisions,,,blank,read,a.html",
        "青云市水务局,2021,2021,disclosure,fees,decisions,4449.48,万元,amount,doubtful,a.html",
        "青云市水务局,2021,2021,disclosure,regulations,decisions,,,unreadable,unreadable,a.html",
      ])
  }

  /// Of several copies: the complete before the partial, then fewer doubtful figures, then the path.
  @Test func theBestCopyIsChosen() {
    let sure = report([figure("licensing", .count(12))])
    let unsure = report([figure("licensing", .count(13), .doubtful)])
    let panel = Panel([
      PanelReport(source: "d.html", status: .complete, report: unsure),
      PanelReport(source: "c.html", status: .complete, report: sure),
      PanelReport(source: "a.html", status: .partial, report: sure),
      PanelReport(source: "b.html", status: .complete, report: sure),
    ])
    #expect(panel.rows.map(\.chosen.source) == ["b.html"])
    #expect(panel.rows.first?.others.map(\.source) == ["c.html", "d.html", "a.html"])
    #expect(panel.findings.map(\.code) == [.figuresDiffer])
    #expect(panel.findings.first?.message.hasPrefix("d.html") == true)
    #expect(panel.findings.first?.figures == ["disclosure/licensing/decisions"])
  }

  @Test func oneRowPerAgencyAndYear() {
    let panel = Panel([
      PanelReport(source: "2.html", status: .complete, report: report([figure("coercion", .count(1))], year: 2022)),
      PanelReport(source: "1.html", status: .complete, report: report([figure("licensing", .count(12), .doubtful)])),
      PanelReport(source: "3.html", status: .complete, report: report([figure("licensing", .count(3))], agency: nil)),
      PanelReport(source: "4.html", status: .complete, report: report([], agency: nil)),
    ])
    #expect(
      lines(panel.csv()) == [
        "agency,year,form,status,warnings,source,otherSources,disclosure/licensing/decisions,disclosure/coercion/decisions",
        ",2021,2021,complete,,3.html,,3,", ",2021,2021,complete,,4.html,,,",
        "青云市水务局,2021,2021,complete,disclosure/licensing/decisions,1.html,,12,",
        "青云市水务局,2022,2021,complete,,2.html,,,1",
      ])
  }

  @Test func markdownMarksWhatMustBeChecked() throws {
    let origin = Origin.picture(name: "1.png", box: nil)
    let box = Box(x: 0, y: 0, width: 9, height: 9)
    let cells = [Status.read, .reconciled, .doubtful, .inferred, .unreadable].enumerated().map { column, status in
      Cell(
        row: 0, column: column, content: Prose(status == .unreadable ? "" : "\(column)", origin: origin),
        reading: Reading(candidates: [], confidence: 1, status: status, box: box))
    }
    let table = try #require(Table(rows: 1, columns: 5, cells: cells, origin: origin))
    var page = document([.table(table)])
    page.findings = [
      Finding(.warning, .figureDoubtful, "compare it", figures: ["requests/new/total"]),
      Finding(.error, .identityBroken, "two sides differ", figures: ["requests/new/total"]),
      Finding(.note, .proseAgrees, "agrees", figures: ["requests/new/total"]),
      Finding(.error, .init(rawValue: "picture-missing"), "not about a figure"),
    ]
    let text = String(decoding: write(page, report: Report(), as: .markdown), as: UTF8.self)
    #expect(text.hasPrefix("| 0 | 1 | 2 \\[?\\] | 3 \\[?\\] | \\[?\\] |\n"))
    #expect(text.hasSuffix("\n\n> **error** two sides differ\n>\n> **warning** compare it\n"))
  }
}
