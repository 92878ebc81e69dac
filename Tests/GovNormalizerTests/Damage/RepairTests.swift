import GovDocument
import GovNormalizer
import Testing

@Suite("Damage is undone, and nothing else is touched")
struct RepairTests {
  @Test(
    "What was damaged comes back, by the pass that is named",
    arguments: RepairCase.all(in: "in-the-wild.tsv") + RepairCase.all(in: "synthetic.tsv"))
  func repaired(_ example: RepairCase) {
    let document = normalised(example.before)
    #expect(document.text == example.after)
    #expect(document.prose.contains { $0.edits.contains { $0.pass == example.pass } })
  }

  @Test("What only looks like damage stays", arguments: RepairCase.all(in: "negative.tsv", columns: 3))
  func kept(_ example: RepairCase) {
    let document = normalised(example.before, script: .keep)
    #expect(document.text == example.before)
    #expect(document.prose.allSatisfy { $0.edits.isEmpty })
  }

  @Test(
    "A font's table shows on every page: four rare characters in a long text are no sign of one", arguments: [1, 2000])
  func glyphMapInLongText(lines: Int) {
    let healthy = Array(repeating: "全年受理申请三十件", count: lines).joined(separator: "\n")
    let document = normalised("主劢公开癿信息丌少亍去年\n" + healthy)
    #expect(document.text.hasPrefix(lines == 1 ? "主动公开的信息不少于去年" : "主劢公开癿信息丌少亍去年"))
    #expect(document.text.hasSuffix(healthy))
  }

  @Test(
    "A known failure still fails; one that passes must be moved", arguments: RepairCase.all(in: "known-failure.tsv"))
  func knownFailure(_ example: RepairCase) {
    #expect(normalised(example.before).text != example.after)
  }

  @Test(
    "The record replays, and a second run changes nothing",
    arguments: RepairCase.all(in: "in-the-wild.tsv") + RepairCase.all(in: "synthetic.tsv"))
  func record(_ example: RepairCase) {
    let document = normalised(example.before)
    #expect(document.prose.map(\.original).joined(separator: "\n") == example.before)
    #expect(normalised(document.text).prose.allSatisfy { $0.edits.isEmpty })
  }
}
