import GovDocument
import Testing

@testable import GovNormalizer

@Suite struct WidthFoldingTests {
  @Test(arguments: [
    ("２０２１年", "2021年"), ("ＡＺａｚ０９", "AZaz09"), ("共１２件、３起", "共12件、3起"), ("末尾９", "末尾9"),
  ])
  func `folds digits and letters`(input: String, expected: String) {
    #expect(WidthFolding().converted(input) == expected)
  }

  @Test(arguments: ["（一），：；！？", "％．－／＠", "①㎡℃№Ⅳ", "　", "ｶﾅ￥", "2021 AB", ""])
  func `leaves every other width alone`(input: String) {
    #expect(WidthFolding().converted(input) == nil)
  }

  @Test func `records a run as one edit`() {
    var prose = Prose("共１２件、３起", origin: .document)
    let edits = WidthFolding().edits(in: prose.text)
    #expect(edits.map(\.before) == ["１２", "３"])
    let applied = prose.apply(edits)
    #expect(applied)
    #expect(prose.text == "共12件、3起")
  }
}
