import GovDocument
import GovNormalizer
import TestSupport
import Testing

@Suite("Any bytes whatever")
struct HostileTextTests {
  /// What the damage is made of, so that random text meets every rule.
  private static let pieces = [
    "?", "?", "(", ")", "shù)", "fù)", "(guī)", "(guo)", "規", "規", "的", "数", "男", "问", "_",
    "[", ",", "，", "。", "、", "！",
    "&nbsp;", "nbsp;", "&#12289;", "&amp;", "\n", "????", "\u{200B}", "\u{E806}", "\u{FFFD}", "鏀", "垮", "簻", "Õþ¸®",
    "癿", "丌",
    "収", "1", "A", " ", "\u{3000}", "😀", "錕斤拷", "锟斤拷", "ç", "\u{10FFFF}", "\0", "自自", "最佳化",
  ]

  @Test("Random bytes come out as UTF-8", arguments: 0..<20)
  func bytes(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let input = (0..<3000).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(String(validating: repaired(input), as: UTF8.self) != nil)
  }

  @Test("Random pieces of damage come out as UTF-8, and the record replays", arguments: 0..<12)
  func pieces(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let text = (0..<120).map { _ in HostileTextTests.pieces.randomElement(using: &random) ?? "" }.joined()
    let document = normalised(text)
    #expect(document.prose.map(\.original).joined(separator: "\n") == text)
    #expect(String(validating: repaired(Array(text.utf8)), as: UTF8.self) != nil)
  }

  @Test("A damaged text with bytes changed at random", arguments: RepairCase.all(in: "in-the-wild.tsv"))
  func mutated(_ example: RepairCase) {
    var random = SplitMix64(state: 11)
    for _ in 0..<8 {
      var bytes = Array(example.before.utf8)
      for _ in 0..<3 {
        let index = Int.random(in: bytes.indices, using: &random)
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
      #expect(String(validating: repaired(bytes), as: UTF8.self) != nil)
    }
  }

  /// Read from each of them to the end, that would take the square of their number.
  @Test("A row of readings takes no longer than its length", arguments: ["x", "當", "當?", "當\u{FFFD}"])
  func rowOfReadings(_ before: String) {
    let text = "規(guī)範(fàn)和(he)(he)\n" + before + String(repeating: "(a)", count: 60_000)
    let seconds = processorSeconds { #expect(!repaired(Array(text.utf8)).isEmpty) }
    #expect(seconds < 20)
  }

  @Test("A line of torn bytes takes no longer than its length", arguments: ["?！", "\u{FFFD},！", "\u{FFFD}(shù)男问街"])
  func lineOfOrphans(_ orphan: String) {
    let text = String(repeating: orphan, count: 30_000)
    let seconds = processorSeconds { #expect(!repaired(Array(text.utf8)).isEmpty) }
    #expect(seconds < 60)
  }

  @Test("What a mirror repeats is repaired the same wherever it stands")
  func repeated() {
    let damaged = "恰當?shù)男问街鲃庸_"
    let document = normalised(Array(repeating: damaged, count: 5).joined(separator: "\n"))
    #expect(Set(document.prose.map(\.text)).count == 1)
    let followed = normalised("\(damaged)\n\(damaged)信息\n內容\(damaged)")
    #expect(followed.prose[1].text == followed.prose[0].text + "信息")
    #expect(followed.prose[2].text == "内容" + followed.prose[0].text)
  }

  private func repaired(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { text in
      var normalizer = TextNormalizer(options: NormalizationOptions())
      normalizer.observe(text)
      return normalizer.repairing(text) ?? bytes
    }
  }
}
