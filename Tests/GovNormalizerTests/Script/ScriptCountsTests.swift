import GovDocument
import Testing

@testable import GovNormalizer

@Suite struct ScriptCountsTests {
  @Test(arguments: [
    ("各单位应当及时公开规范性文件。", TextProfile.Script.simplified),
    ("各單位應當及時公開規範性文件。", .traditional),
    ("各單位應當及時公開文件，各单位应当及时答复。", .mixed),
    ("2021年共12件", .simplified),
    ("", .simplified),
  ])
  func `tells the script`(text: String, script: TextProfile.Script) {
    let verdict = counts(text).verdict
    #expect(verdict.script == script)
    #expect((0...1).contains(verdict.confidence))
  }

  @Test func `is surer of more text`() {
    let short = counts("公开规范").verdict
    let long = counts(String(repeating: "公开规范", count: 20)).verdict
    #expect(long.confidence > short.confidence)
    #expect(long.confidence > 0.9)
  }

  @Test func `does not count what both scripts share`() {
    let shared = counts("著作乾坤于后里面干事云台只有才能")
    #expect(shared.simplified == 0 && shared.traditional == 0)
  }

  @Test func `adds up`() {
    var sum = counts("公开")
    sum += counts("規範")
    #expect(sum == counts("公开規範"))
  }

  private func counts(_ text: String) -> ScriptCounts {
    Array(text.utf8).withUnsafeBufferPointer { ScriptCounts($0) }
  }
}
