import FoundationEssentials
import GovReport
import GovWriters
import Testing

/// Files in `Fixtures/golden` hold what every format makes of the document in `Samples.swift`.
///
/// `GOVCONVERT_RECORD=1 swift test --filter Golden` writes them anew and fails, so that nobody records by accident: read
/// the difference, then run again without it.
@Suite("Golden files")
struct GoldenTests {
  @Test("Every format writes what was recorded", arguments: OutputFormat.allCases)
  func golden(format: OutputFormat) throws {
    let root = #filePath.dropLast("Tests/GovWritersTests/GoldenTests.swift".count)
    let file = URL(filePath: "\(root)Fixtures/golden/everything.\(format.rawValue)")
    let written = Data(write(try fullDocument(), report: try fullReport(), as: format))
    if ProcessInfo.processInfo.environment["GOVCONVERT_RECORD"] != nil {
      try written.write(to: file)
      Issue.record("recorded \(file.path): read the difference and run again without GOVCONVERT_RECORD")
    }
    #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == String(decoding: written, as: UTF8.self))
  }
}
