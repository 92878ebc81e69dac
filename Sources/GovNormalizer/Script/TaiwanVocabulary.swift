/// Gives back the mainland words that a word table replaced by Taiwan's: 規範性檔案 → 規範性文件, 人民民众 → 人民群众.
///
/// The way back is ambiguous where Taiwan's word is a word of the mainland too, so it is gone by the phrase: 檔案 is 文件
/// but not in 檔案館, 支援 is 支持 in 大力支援 and itself in 支援灾区. By itself such a word is restored only where the
/// document hardly holds the mainland word: a table leaves few. Works on text of either script and keeps it; it
/// runs after script conversion, so that half converted text is whole.
package struct TaiwanVocabulary: TextRewriting {
  /// The name of the pass and of the damage.
  static let name = "taiwan-vocabulary"

  package let pass = name
  private let words: ScriptDictionary
  private let replaced: UInt32

  /// Makes the pass for a document; `nil` when the document shows no such damage.
  package init?(_ evidence: VocabularyEvidence) {
    guard evidence.isDamaged else { return nil }
    replaced = evidence.replaced
    words = evidence.isMirror ? .mirrorVocabulary : .taiwanVocabulary
  }

  package func forEachChange(in utf8: UnsafeBufferPointer<UInt8>, _ body: (TextChange) -> Void) {
    var scan = ScriptScan(utf8, words: words, numbers: replaced)
    scan.run(body)
  }
}
