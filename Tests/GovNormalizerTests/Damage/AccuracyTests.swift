import GovDocument
import GovNormalizer
import Testing

@Suite("Simulated damage of every class is undone as well as before")
struct AccuracyTests {
  /// How many of the recorded lines of a class come back exactly, at least; of those not named, all do.
  private static let floors = [
    "shifted-pinyin": 11, "shifted-punctuation": 10, "doubled": 11, "utf8-as-gbk-pairwise": 11,
    "utf8-as-cp1252": 11,
  ]

  static let classes: [(name: String, cases: [RepairCase])] = {
    let cases = RepairCase.all(in: "simulated.tsv")
    var names: [String] = []
    for example in cases where !names.contains(example.pass) { names.append(example.pass) }
    return names.map { name in (name, cases.filter { $0.pass == name }) }
  }()

  @Test("There are cases of every class")
  func complete() {
    #expect(AccuracyTests.classes.count >= 20)
  }

  @Test("A class's lines, as one document", arguments: classes.map(\.name))
  func exact(_ name: String) throws {
    let cases = try #require(AccuracyTests.classes.first { $0.name == name }).cases
    let document = normalised(cases.map(\.before).joined(separator: "\n"))
    let exact = zip(document.prose, cases).filter { $0.text == $1.after }.count
    #expect(exact >= AccuracyTests.floors[name] ?? cases.count)
    #expect(document.prose.map(\.original) == cases.map(\.before))
    #expect(normalised(document.text).text == document.text)
  }
}
