import Testing

@testable import GovNormalizer

@Suite struct VocabularyTests {
  /// A document that shows a table's damage, the mirror's too.
  private static let damaged = "推進規範性檔案公開，讓人民民眾滿意，進一步最佳化服務。"

  private func evidence(_ text: String) -> VocabularyEvidence {
    var evidence = VocabularyEvidence()
    var text = text
    text.withUTF8 { evidence.observe($0) }
    return evidence
  }

  @Test(arguments: scriptCases("vocabulary"))
  func `restores by the phrase`(_ example: ScriptCase) throws {
    let vocabulary = try #require(TaiwanVocabulary(evidence(VocabularyTests.damaged + example.input)))
    #expect(vocabulary.converted(example.input) ?? example.input == example.expected, "\(example.purpose)")
    #expect(vocabulary.converted(example.expected) == nil, "a second time")
  }

  @Test(arguments: scriptCases("healthy-vocabulary"))
  func `needs evidence`(_ example: ScriptCase) {
    #expect(TaiwanVocabulary(evidence(example.input)) == nil, "\(example.purpose)")
  }

  @Test func `sees the evidence in every script`() {
    let spellings = [VocabularyTests.damaged, "规范性档案和人民民众", "規范性檔案和人民民衆"]
    for text in spellings { #expect(evidence(text).isMirror, "\(text)") }
  }

  @Test func `leaves the mirror's words alone where only OpenCC's table was at work`() throws {
    let seen = evidence("行政程式和規範性檔案")
    #expect(seen.isDamaged && !seen.isMirror)
    let vocabulary = try #require(TaiwanVocabulary(seen))
    #expect(vocabulary.converted("方便民众办事") == nil)
  }
}
