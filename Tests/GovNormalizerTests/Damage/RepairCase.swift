import Foundation
import GovDocument
import GovNormalizer
import Testing

/// A case of Fixtures/normalizer: a document, and what becomes of it.
struct RepairCase: Sendable, CustomTestStringConvertible {
  let pass: String
  let before: String
  let after: String

  var testDescription: String { "\(pass): \(before)" }

  /// The cases of one file, one a line: pass, before, after; without `after` the text stays.
  static func all(in file: String, columns: Int = 4) -> [RepairCase] {
    let lines = (try? String(contentsOf: fixtures.appending(path: file), encoding: .utf8)) ?? ""
    return lines.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        $0.replacingOccurrences(of: "\\n", with: "\n")
      }
      return RepairCase(pass: fields[0], before: fields[1], after: columns == 4 ? fields[2] : fields[1])
    }
  }

  /// The text of one file.
  static func text(of file: String) throws -> String {
    try String(contentsOf: fixtures.appending(path: file), encoding: .utf8)
  }

  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Fixtures/normalizer").standardized
}

/// The document whose paragraphs are the lines of `text`, normalised.
func normalised(_ text: String, script: NormalizationOptions.TargetScript = .simplified) -> Document {
  var document = Document(
    source: Source(name: "case", format: .text),
    blocks: text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      .paragraph(Prose(String($1), origin: .line($0 + 1)))
    })
  var options = NormalizationOptions()
  options.script = script
  normalize(&document, options: options)
  return document
}

extension Document {
  /// The paragraphs.
  var prose: [Prose] {
    blocks.compactMap { block in
      if case .paragraph(let prose) = block { prose } else { nil }
    }
  }

  /// The text, one paragraph a line.
  var text: String { prose.map(\.text).joined(separator: "\n") }
}
