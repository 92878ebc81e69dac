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

  @Test(arguments: scriptCases("known-failures"))
  func `does not yet get these right`(_ example: ScriptCase) {
    withKnownIssue("\(example.purpose)") {
      #expect(convertAlone(example.input) == example.expected)
    }
  }

  @Test(arguments: NormalizationOptions.TargetScript.allCases)
  func `takes any bytes`(target: NormalizationOptions.TargetScript) {
    var generator = SplitMix64(state: 3)
    let seed = Array("乾隆年間看著計畫面\t於\n麽夥𫝈".utf8)
    for _ in 0..<2000 {
      var bytes = seed + (0..<8).map { _ in UInt8.random(in: 0...255, using: &generator) }
      bytes.shuffle(using: &generator)
      let converter = ScriptConverter(to: target, document: ScriptCounts())
      bytes.withUnsafeBufferPointer { utf8 in
        var end = 0
        converter?.forEachChange(in: utf8) { change in
          #expect(change.bytes.lowerBound >= end && change.bytes.upperBound <= utf8.count)
          end = change.bytes.upperBound
        }
      }
    }
  }

  @Test func `converts a long line`() {
    let line = String(repeating: "關於公開的規定，看著辦。", count: 5000)
    let expected = String(repeating: "关于公开的规定，看着办。", count: 5000)
    #expect(convertAlone(line) == expected)
    #expect(convertAlone(expected) == expected)
  }

  @Test func `keeps what is to be kept`() {
    #expect(ScriptConverter(to: .keep, document: ScriptCounts()) == nil)
  }
}
