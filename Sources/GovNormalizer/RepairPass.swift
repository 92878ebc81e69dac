/// One cause of damage and its cure: text in, changes out.
///
/// A pass is pure and deterministic. It knows the text before it, the evidence of the whole document, and no other
/// pass.
struct RepairPass: Sendable {
  /// The stable name, which edits and the JSON carry.
  let name: String
  /// The cause in plain words, for `govconvert explain`.
  let cause: String
  /// In how many places the document shows the damage, and how sure that is; `nil` when the pass has nothing to do.
  let diagnosis: @Sendable (Evidence) -> Diagnosis?
  /// The changes, ascending and not overlapping. What the memory holds never changes them.
  let changes: @Sendable (ByteText, Evidence, RunMemory) -> [Change]

  /// What the evidence says about one kind of damage.
  struct Diagnosis: Sendable, Hashable {
    /// The number of places that were seen in the sweep.
    var count: Int
    /// 0.0 to 1.0.
    var confidence: Double
  }

  /// The passes in the order in which they run.
  ///
  /// Wrong decoding hides everything else, so it is undone first. Annotations go before shifted runs, so that a run
  /// holds nothing but its own bytes; shifted runs go before entities, private-use characters and commas, which
  /// are evidence of swallowed bytes. What compares characters with words comes last, on text that is otherwise whole.
  static let all: [RepairPass] = [
    latinMojibake, gbkMojibake, invisibleCharacters, compatibilityCharacters, spacedPinyin, injectedPinyin,
    tonelessPinyin, shiftedPinyin, shiftedPunctuation, privateUse, entityRemnants, junkPunctuation, lostIndent,
    doubledFirstCharacter, glyphMap,
  ]
}
