/// The tables that bring text into one script.
struct ScriptDictionary: Sendable {
  /// The project's own words; of two entries of the same length theirs holds.
  let own: ConversionTable?
  /// The words and characters of the general dictionary.
  let general: ConversionTable
  /// Regional forms of characters, applied to the result and to what stays (裏 → 裡).
  let variants: ConversionTable?
  /// For every scalar below `ScalarIndex.limit`: whether something may have to be done where it stands.
  ///
  /// A byte each, of which text touches the 20 KB of the common characters: one load decides about most places.
  let starts: [UInt8]

  /// In `starts`: the scalar begins a word. Without `character` nothing is to be done unless a second scalar follows.
  static let word: UInt8 = 1
  /// In `starts`: the scalar has an entry of its own.
  static let character: UInt8 = 2
  /// In `starts`: the scalar is the second of a word.
  static let second: UInt8 = 4

  /// Puts tables together.
  init(own: ConversionTable? = nil, general: ConversionTable, variants: ConversionTable? = nil) {
    self.own = own
    self.general = general
    self.variants = variants
    var starts = [UInt8](repeating: 0, count: Int(ScalarIndex.limit))
    for table in [own, general, variants] { table?.mark(&starts) }
    self.starts = starts
  }

  /// The dictionary for a target; `nil` for `keep`.
  static func dictionary(for target: NormalizationOptions.TargetScript) -> ScriptDictionary? {
    switch target {
    case .simplified: simplified
    case .traditional: traditional
    case .taiwan: taiwan
    case .hongkong: hongkong
    case .keep: nil
    }
  }

  /// What OpenCC calls `t2s`, without the project's words.
  static let openCCSimplified = ScriptDictionary(general: toSimplified)

  private static let toSimplified = ConversionTable(openCCTraditionalToSimplified)
  private static let toTraditional = ConversionTable(openCCSimplifiedToTraditional)

  private static let simplified = ScriptDictionary(own: ConversionTable(simplifiedWords), general: toSimplified)
  private static let traditional = ScriptDictionary(general: toTraditional)
  private static let taiwan = ScriptDictionary(
    general: toTraditional, variants: ConversionTable(openCCTaiwanVariants))
  private static let hongkong = ScriptDictionary(
    general: toTraditional, variants: ConversionTable(openCCHongKongVariants))

  /// The words that tell of Taiwan's vocabulary; an entry's value is its label.
  static let vocabularyTells = ScriptDictionary(general: ConversionTable(GovNormalizer.vocabularyTells))
  /// The way back from the words of OpenCC's table, and of those like it.
  static let taiwanVocabulary = ScriptDictionary(general: fromTaiwan)
  /// The same, with the words that only the mirror's table has.
  static let mirrorVocabulary = ScriptDictionary(
    own: ConversionTable(GovNormalizer.mirrorVocabulary), general: fromTaiwan)

  private static let fromTaiwan = ConversionTable(GovNormalizer.taiwanVocabulary)
}
