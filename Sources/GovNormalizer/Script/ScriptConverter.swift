import GovDocument

/// Converts text from one script to the other, by the longest word that a dictionary knows at each place.
///
/// The dictionaries are OpenCC's; `traditional`, `taiwan` and `hongkong` give what its `s2t`, `s2tw` and `s2hk` give:
/// a script, not a vocabulary (軟件 does not become 軟體). `simplified` is its `t2s` with the project's own words laid
/// over it (看著 → 看着, 颠覆上层 stays; see `Scripts/script/simplified-words.txt`).
package struct ScriptConverter: Sendable {
  /// The name of the pass in the record.
  package static let pass = "script"

  private let words: ScriptDictionary
  private let document: ScriptCounts

  /// Makes a converter.
  ///
  /// - Parameters:
  ///   - target: The script of the result; `nil` comes back for `keep`, which converts nothing.
  ///   - document: What the whole document counts; it decides about characters that both standards know.
  package init?(to target: NormalizationOptions.TargetScript, document: ScriptCounts) {
    guard let words = ScriptDictionary.dictionary(for: target) else { return nil }
    self.init(words, document: document)
  }

  /// Makes a converter from dictionaries.
  init(_ words: ScriptDictionary, document: ScriptCounts = ScriptCounts()) {
    self.words = words
    self.document = document
  }

  /// What OpenCC's `t2s` does, without the project's words: for comparison with the original.
  package static var openCC: ScriptConverter { ScriptConverter(.openCCSimplified) }

  /// The changes that bring a text into the script, in order, for `Prose.apply`; empty for a text that is in it.
  package func edits(in text: String) -> [Edit] {
    var edits: [Edit] = []
    var text = text
    text.withUTF8 { utf8 in
      forEachChange(in: utf8) { change in
        edits.append(Edit(change, in: utf8, pass: ScriptConverter.pass))
      }
    }
    return edits
  }

  /// The text in the script; `nil` when nothing had to be changed.
  package func converted(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { converted($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The UTF-8 of the text in the script; `nil` when nothing had to be changed.
  package func converted(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    var copied = 0
    forEachChange(in: utf8) { change in
      if copied == 0 { output.reserveCapacity(utf8.count + utf8.count / 64) }
      output.append(contentsOf: utf8[copied..<change.bytes.lowerBound])
      output.append(contentsOf: change.replacement)
      copied = change.bytes.upperBound
    }
    guard copied > 0 else { return nil }
    output.append(contentsOf: utf8[copied...])
    return output
  }

  /// Calls `body` with every change, from left to right.
  ///
  /// A change is one dictionary entry without the characters at its ends that stay. The text must be UTF-8; other
  /// bytes are passed over. A word that a line break divides is not found, so a text may be given line by line.
  package func forEachChange(in utf8: UnsafeBufferPointer<UInt8>, _ body: (ScriptChange) -> Void) {
    var scan = ScriptScan(utf8, words: words, document: document)
    scan.run(body)
  }
}

/// One change to a text.
package struct ScriptChange {
  /// The scalars that are replaced, counted from 0.
  package let scalars: Range<Int>
  /// The bytes that are replaced, counted from 0.
  package let bytes: Range<Int>
  /// The UTF-8 that replaces them; valid during the call only.
  package let replacement: UnsafeBufferPointer<UInt8>
}

extension Edit {
  /// The record of a change of the text whose UTF-8 is given.
  package init(_ change: ScriptChange, in utf8: UnsafeBufferPointer<UInt8>, pass: String) {
    self.init(
      pass: pass, start: change.scalars.lowerBound, end: change.scalars.upperBound,
      before: String(decoding: utf8[change.bytes], as: UTF8.self),
      after: String(decoding: change.replacement, as: UTF8.self))
  }
}
