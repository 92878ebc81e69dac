import GovDocument
import Testing

@testable import GovNormalizer

@Suite struct ScriptConverterTests {
  @Test(arguments: scriptCases("simplified"))
  func `simplifies by the word`(_ example: ScriptCase) {
    #expect(convertAlone(example.input) == example.expected, "\(example.purpose)")
  }

  @Test(arguments: scriptCases("kept"))
  func `leaves healthy simplified text alone`(_ example: ScriptCase) {
    #expect(convertAlone(example.input) == example.input, "\(example.purpose)")
  }

  @Test(arguments: scriptCases("simplified") + scriptCases("kept"))
  func `converts once`(_ example: ScriptCase) {
    let once = convertAlone(example.input)
    #expect(convertAlone(once) == once)
  }

  @Test(arguments: scriptCases("simplified"))
  func `records what it does`(_ example: ScriptCase) throws {
    let converter = try #require(ScriptConverter(to: .simplified, document: ScriptCounts()))
    var prose = Prose(example.input, origin: .document)
    let applied = prose.apply(converter.edits(in: example.input))
    #expect(applied)
    #expect(prose.text == converter.converted(example.input) ?? example.input)
    #expect(prose.original == example.input)
  }
}
