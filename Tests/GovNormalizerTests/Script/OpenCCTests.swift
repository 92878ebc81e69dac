import Foundation
import Testing

@testable import GovNormalizer

/// Debian's `opencc` as the oracle. `Scripts/script/compare-with-opencc` does the same over more text.
@Suite(.enabled(if: OpenCC.isInstalled, "opencc is not installed: apt-get install opencc"))
struct OpenCCTests {
  @Test(arguments: [("s2t", "traditional"), ("s2tw", "taiwan"), ("s2hk", "hongkong")])
  func `converts as OpenCC does`(configuration: String, target: String) throws {
    let converter = try #require(
      NormalizationOptions.TargetScript(rawValue: target).flatMap {
        ScriptConverter(to: $0, document: ScriptCounts())
      })
    try compare(converter, with: configuration)
  }

  @Test func `converts to simplified as OpenCC does when its words are alone`() throws {
    try compare(.openCC, with: "t2s")
  }

  private func compare(_ converter: ScriptConverter, with configuration: String) throws {
    let input = OpenCC.text
    let expected = try OpenCC.convert(input, configuration).split(separator: "\n")
    let results = input.split(separator: "\n").map { converter.converted(String($0)) ?? String($0) }
    #expect(results.count == expected.count)
    let differences = zip(results, expected).filter { $0.0 != $0.1 }
    #expect(differences.isEmpty, "\(differences.prefix(5))")
  }
}

enum OpenCC {
  static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/opencc")

  /// Lines cut from the tables, whole words and parts of words side by side: every boundary that matters occurs.
  static let text: String = {
    var generator = SplitMix64(state: 20)
    let words = [openCCTraditionalToSimplified, openCCSimplifiedToTraditional].flatMap { table in
      table.description.split(whereSeparator: { $0 == "\n" || $0 == "\t" })
    }
    let lines = (0..<4000).map { _ in
      (0..<6).map { _ in
        let word = words[Int.random(in: words.indices, using: &generator)]
        return Bool.random(using: &generator) ? word : word.prefix(1 + word.count / 2)
      }.joined()
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  static func convert(_ text: String, _ configuration: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "govconvert-\(UUID().uuidString).txt")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/opencc")
    process.arguments = ["-c", configuration, "-i", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

/// The same numbers in every run.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
