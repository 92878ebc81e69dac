import GovDocument
import GovNormalizer
import Testing

@Suite("The record replays, and repairing twice changes nothing more")
struct RecordTests {
  private static let cases = RepairCase.all(in: "simulated.tsv")

  @Test("Damaged lines of all classes in one document", arguments: 0..<6)
  func mixed(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let lines = (0..<40).compactMap { _ in RecordTests.cases.randomElement(using: &random)?.before }
    let document = normalised(lines.joined(separator: "\n"))
    #expect(document.prose.map(\.original) == lines)
    #expect(document.prose.allSatisfy { replayed($0) == $0.text })
    #expect(normalised(document.text).text == document.text)
  }

  @Test("Damaged lines with characters dropped, doubled and moved", arguments: 0..<12)
  func mutated(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let lines = (0..<20).compactMap { _ in RecordTests.cases.randomElement(using: &random)?.before }
    let text = lines.map { mutated($0, &random) }.joined(separator: "\n")
    let document = normalised(text)
    #expect(document.prose.map(\.original).joined(separator: "\n") == text)
    #expect(document.prose.allSatisfy { replayed($0) == $0.text })
  }

  /// The original with every edit made by hand, pass after pass.
  private func replayed(_ prose: Prose) -> String {
    var text = Prose(prose.original, origin: prose.origin)
    var edits = prose.edits[...]
    while let pass = edits.first?.pass {
      guard text.apply(Array(edits.prefix { $0.pass == pass })) else { return "" }
      edits = edits.drop { $0.pass == pass }
    }
    return text.text
  }

  private func mutated(_ line: String, _ random: inout SplitMix64) -> String {
    var scalars = Array(line.unicodeScalars)
    for _ in 0..<3 where scalars.count > 2 {
      let index = Int.random(in: scalars.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: scalars.remove(at: index)
      case 1: scalars.insert(scalars[index], at: index)
      default: scalars.swapAt(index, Int.random(in: scalars.indices, using: &random))
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
