import Foundation
import GovConvert
import Testing

/// The cases: `Fixtures/report/NAME.html` or `.txt` and beside it `NAME.figures`, what must come out.
private let folder = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Fixtures/report").standardized

private let cases: [String] = {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
  return names.filter { !$0.hasSuffix(".figures") }.sorted()
}()

@Suite("Tables that pages arrange in their own way")
struct PageFiguresTests {
  @Test("A page gives its figures, or a finding says that it does not", arguments: cases)
  func page(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
    let found = try listing(of: Converter().convert(.bytes(bytes, name: name)))
    let golden = folder.appending(path: name.prefix { $0 != "." } + ".figures")
    guard let expected = try? String(contentsOf: golden, encoding: .utf8) else {
      try found.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("Recorded the figures of \(name): read them, then run again.")
      return
    }
    #expect(found == expected)
  }

  @Test("There are cases")
  func casesExist() { #expect(!cases.isEmpty) }

  /// What the page is about, every figure that is printed, with its status unless it was there to be read, and what a person
  /// is warned of.
  private func listing(of conversion: Conversion) throws -> String {
    let report = conversion.report
    var lines = ["\(report.agency ?? "-") \(report.year.map(String.init) ?? "-") \(report.form.rawValue)"]
    lines += report.figures.filter { $0.figure != .blank }.map { figure in
      "\(figure.identifier) \(figure.text)" + (figure.status == .read ? "" : " (\(figure.status.rawValue))")
    }
    lines += conversion.findings.filter { $0.severity != .note }.map { "\($0.severity.rawValue): \($0.message)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
