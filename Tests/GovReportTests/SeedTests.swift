import Foundation
import GovDocument
import GovForms
import GovReport
import Testing

/// The real documents beside the repository, when they are there. Only figures are pinned, no words.
@Suite(.enabled(if: Seeds.areThere, "the folder ../shared/seeds is not there"))
struct SeedTests {
  @Test func oneCellPerLine() throws {
    var document = try Seeds.document("000")
    let report = recognise(&document)
    #expect(report.form == .form2021)
    #expect(report.year == 2021)
    #expect(report.sections.map(\.kind) == [.overview, .disclosure, .requests, .review, .problems, .other])
    #expect(report.numbers("disclosure") == "0 0 5 5 12 20 1225 0 0 1903.17")
    #expect(report.numbers("review") == "4 0 0 0 4 0 0 1 0 1 1 0 0 0 1")
    #expect(
      report.numbers("requests", column: "total")
        == "52 0 4 6 0 6 _ _ 5 3 2 7 4 1 0 3 3 _ _ _ _ _ 8 52 _")
    #expect(report.figures.filter { $0.column == "total" || $0.table != "requests" }.allSatisfy { $0.status == .read })
    // Which kind of applicant the figures belong to, the page does not say.
    let open = report.figures.filter { $0.table == "requests" && $0.column != "total" && $0.status == .doubtful }
    #expect(open.count == 17 * 6)
    #expect(report.figure("requests/new/naturalPersons")?.figure == .count(52))
    #expect(report.figure("requests/new/naturalPersons")?.alternatives == [.blank])
    #expect(report.figure("requests/new/others")?.alternatives == [.count(52)])
    #expect(report.identities.broken == 0)
    #expect(report.mentions.first { $0.figure == "requests/new/total" }?.value == 52)
    #expect(!document.findings.contains { $0.severity == .error })
  }

  @Test func pipesWithoutSpansOneSignPerRow() throws {
    var document = try Seeds.document("001")
    let report = recognise(&document)
    #expect(report.form == .form2019)
    #expect(report.year == 2019)
    #expect(report.numbers("disclosure") == "/ / / / / / 36 -3 392438 / / / 819 -68 790083 23 -1 2864 / / 21 4449.48")
    #expect(report.numbers("review") == "0 0 0 2 2 0 0 0 0 0 0 0 0 0 0")
    // Every row of table 2 prints one 无 and does not say in which column.
    let requests = report.figures.filter { $0.table == "requests" }
    #expect(requests.count == 23 * 7)
    #expect(requests.allSatisfy { $0.status == .doubtful })
  }

  @Test func pipesWithoutSpansMovedBlanks() throws {
    var document = try Seeds.document("004")
    let report = recognise(&document)
    #expect(report.form == .form2021)
    #expect(report.year == 2021)
    #expect(report.numbers("disclosure") == "0 0 0 18 0 221 _ _ _ _")
    #expect(report.numbers("review") == "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0")
    #expect(report.numbers("requests", column: "total") == "5 _ _ _ _ _ _ _ _ _ _ _ 5 _ _ _ _ _ _ _ _ _ _ 5 _")
    #expect(report.figures.filter { $0.column == "total" }.allSatisfy { $0.status == .read })
    #expect(report.figures.filter { $0.status == .doubtful }.count == 3 * 6)
    #expect(report.figure("requests/new/naturalPersons")?.figure == .count(5))
    #expect(report.mentions.first { $0.figure == "requests/new/total" }?.value == 5)
  }

  @Test func proseOnly() throws {
    var document = try Seeds.document("002")
    let report = recognise(&document)
    #expect(report.form == .none)
    #expect(report.year == 2012)
    #expect(report.figures.isEmpty)
    let values = report.mentions.map { "\($0.value)\($0.isApproximate ? "+" : "")" }
    #expect(
      values == [
        "500+", "3400+", "570+", "17", "8", "4", "669", "597", "4600+", "7", "500+", "3400+", "1800+", "1000+", "8",
        "14", "4", "4600+", "500+", "4100+",
      ])
  }

  @Test func proseBesidePictures() throws {
    var document = try Seeds.document("003")
    let report = recognise(&document)
    #expect(report.year == 2020)
    #expect(report.sections.map(\.kind) == [.overview, .disclosure, .requests, .review, .problems, .other])
    let applications = report.mentions.filter { $0.unit == "宗" }.map { "\($0.value)" }
    #expect(applications == ["33", "117", "112", "5", "25", "13", "56", "11", "4", "8"])
    let shares = report.mentions.filter { $0.unit == "%" }.map { "\($0.value)" }
    #expect(shares == ["21.4", "11.1", "47.9", "9.4", "3.4", "6.8"])
  }
}

enum Seeds {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/seeds").standardizedFileURL
  static let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  static let areThere = files.contains { $0.hasPrefix("000_") }

  static func document(_ number: String) throws -> Document {
    let name = try #require(files.first { $0.hasPrefix(number + "_") })
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    return crawledDocument(text, name: name)
  }
}
