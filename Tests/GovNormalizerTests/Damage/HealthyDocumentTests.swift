import Foundation
import GovDocument
import GovNormalizer
import Testing

@Suite("Healthy documents come back byte for byte")
struct HealthyDocumentTests {
  static let files =
    ((try? FileManager.default.contentsOfDirectory(atPath: RepairCase.fixtures.appending(path: "healthy").path)) ?? [])
    .sorted()

  @Test("There are documents of every kind")
  func kinds() {
    #expect(HealthyDocumentTests.files.count >= 12)
  }

  @Test("No edit, no damage found", arguments: files)
  func untouched(_ file: String) throws {
    let text = try String(contentsOf: RepairCase.fixtures.appending(path: "healthy/\(file)"), encoding: .utf8)
    let document = normalised(text, script: file.contains(".keep.") ? .keep : .simplified)
    #expect(document.text == text)
    #expect(document.prose.allSatisfy { $0.edits.isEmpty })
    #expect(document.textProfile?.damage.isEmpty ?? true)
  }

  @Test(
    "The sentences are healthy before damage",
    arguments: ["sentences.txt", "sentences-held-back.txt", "sentences-administrative.txt"])
  func sentences(_ file: String) throws {
    let text = try String(contentsOf: RepairCase.fixtures.appending(path: file), encoding: .utf8)
    #expect(normalised(text).text == text)
  }
}
