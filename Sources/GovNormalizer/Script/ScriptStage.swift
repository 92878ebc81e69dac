/// One stage of script conversion without the rest of the normalizer, for measuring and comparing: see Scripts/script.
@_spi(Measuring)
public enum ScriptStage {
  /// What OpenCC's `t2s` does, without the project's words.
  case openCC
  /// The conversion to one script.
  case target(NormalizationOptions.TargetScript)
  /// The way back from Taiwan's vocabulary.
  case vocabulary

  /// The converted UTF-8; `nil` when nothing had to be changed.
  public func converted(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    switch self {
    case .openCC: return ScriptConverter.openCC.converted(utf8)
    case .target(let script): return ScriptConverter(to: script, document: ScriptCounts(utf8))?.converted(utf8)
    case .vocabulary:
      var evidence = VocabularyEvidence()
      evidence.observe(utf8)
      return TaiwanVocabulary(evidence)?.converted(utf8)
    }
  }
}
