/// Converts text from one script to the other, by the longest word that a dictionary knows at each place.
///
/// The dictionaries are OpenCC's; `traditional`, `taiwan` and `hongkong` give what its `s2t`, `s2tw` and `s2hk` give:
/// a script, not a vocabulary (軟件 does not become 軟體). `simplified` is its `t2s` with the project's own words laid
/// over it (看著 → 看着, 颠覆上层 stays; see `Scripts/script/simplified-words.txt`).
package struct ScriptConverter: TextRewriting {
  package let pass: String
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

  /// Makes the converter that goes before another when a page was made from simplified text by a table of characters.
  ///
  /// Such a table leaves what has several forms and takes wrong ones: 規范, 關于, 全麵. From such text no dictionary
  /// leads to right traditional words; from its simplified form OpenCC's does.
  ///
  /// - Parameter target: The script of the result; `nil` comes back where simplifying is all that is to do.
  package init?(before target: NormalizationOptions.TargetScript, document: ScriptCounts) {
    guard target != .simplified, target != .keep else { return nil }
    guard let words = ScriptDictionary.dictionary(for: .simplified) else { return nil }
    self.init(words, document: document, pass: "half-converted-script")
  }

  /// Makes a converter from dictionaries.
  init(_ words: ScriptDictionary, document: ScriptCounts = ScriptCounts(), pass: String = "script") {
    self.pass = pass
    self.words = words
    self.document = document
  }

  /// What OpenCC's `t2s` does, without the project's words: for comparison with the original.
  package static var openCC: ScriptConverter { ScriptConverter(.openCCSimplified) }

  /// Calls `body` with every change: one dictionary entry each, without the characters at its ends that stay.
  package func forEachChange(in utf8: UnsafeBufferPointer<UInt8>, _ body: (TextChange) -> Void) {
    var scan = ScriptScan(utf8, words: words, document: document)
    scan.run(body)
  }
}
