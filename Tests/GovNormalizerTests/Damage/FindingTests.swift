import GovDocument
import GovNormalizer
import Testing

@Suite("What is missing is a finding, never a guess")
struct FindingTests {
  @Test("A finding, or none where one condition differs", arguments: RepairCase.all(in: "findings.tsv", columns: 3))
  func found(_ example: RepairCase) {
    let document = normalised(example.before)
    #expect(document.text == example.before)
    #expect(document.findings.map(\.code.rawValue) == (example.pass == "none" ? [] : [example.pass]))
  }

  @Test(
    "A number in Chinese characters that rests on lost bytes is told",
    arguments: RepairCase.all(in: "chosen-numbers.tsv"))
  func chosen(_ example: RepairCase) {
    let document = normalised(example.before)
    #expect(document.text == example.after)
    #expect(document.findings.map(\.code.rawValue) == (example.pass == "none" ? [] : [example.pass]))
  }

  @Test(
    "Healthy sentences have none",
    arguments: ["sentences.txt", "sentences-held-back.txt", "sentences-administrative.txt"])
  func healthy(_ file: String) throws {
    #expect(normalised(try RepairCase.text(of: file)).findings.isEmpty)
  }
}
