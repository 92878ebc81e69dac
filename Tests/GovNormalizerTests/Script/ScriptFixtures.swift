import Foundation
import Testing

@testable import GovNormalizer

/// One row of a list in Fixtures/script: what stands there, what must come out, and what the case is for.
struct ScriptCase: Sendable, CustomTestStringConvertible {
  let input: String
  let expected: String
  let purpose: String

  var testDescription: String { "\(input) → \(expected)" }
}

/// Reads a list of cases; a line is `input` TAB `expected` TAB `purpose`, # begins a comment.
func scriptCases(_ name: String) -> [ScriptCase] {
  let fixtures = URL(filePath: #filePath).appending(path: "../../../../Fixtures/script/\(name).tsv").standardized
  guard let text = try? String(contentsOf: fixtures, encoding: .utf8) else { return [] }
  return text.split(separator: "\n").compactMap { line in
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard !line.hasPrefix("#"), fields.count >= 2 else { return nil }
    return ScriptCase(input: fields[0], expected: fields[1], purpose: fields.count > 2 ? fields[2] : "")
  }
}

/// Converts a text that is a document of its own.
func convertAlone(_ text: String, to target: NormalizationOptions.TargetScript = .simplified) -> String {
  let counts = Array(text.utf8).withUnsafeBufferPointer { ScriptCounts($0) }
  return ScriptConverter(to: target, document: counts)?.converted(text) ?? text
}
