import Foundation
import Testing

@testable import GovNormalizer

/// Debian's `python3-jieba` as a list of healthy words.
@Suite(.enabled(if: Jieba.isInstalled, "jieba is not installed: apt-get install python3-jieba"))
struct JiebaTests {
  /// Every word that occurs in jieba's corpus and holds no exclusively traditional character comes back as it is, but
  /// those in Fixtures/script/exceptions.tsv.
  @Test func `changes no simplified word`() throws {
    let converter = try #require(ScriptConverter(to: .simplified, document: ScriptCounts()))
    let exceptions = Dictionary(uniqueKeysWithValues: scriptCases("exceptions").map { ($0.input, $0.expected) })
    let changed = try Jieba.simplifiedWords().compactMap { word in
      converter.converted(word).map { (word, $0) }
    }
    for (word, result) in changed { #expect(exceptions[word] == result, "\(word) → \(result)") }
    #expect(changed.count == exceptions.count)
  }
}

enum Jieba {
  private static let path = "/usr/lib/python3/dist-packages/jieba/dict.txt"
  static let isInstalled = FileManager.default.fileExists(atPath: path)

  /// The words with a count of at least 5 (rarer ones are other lists' words, with Taiwan's spellings among them).
  static func simplifiedWords() throws -> [String] {
    let traditional = Set(traditionalOnlyCharacters.description.unicodeScalars)
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count == 3, let count = Int(fields[1]), count >= 5,
        !fields[0].unicodeScalars.contains(where: traditional.contains)
      else { return nil }
      return String(fields[0])
    }
  }
}
