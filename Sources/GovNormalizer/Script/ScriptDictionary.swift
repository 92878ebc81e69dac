/// The tables that bring text into one script; an object, as every text's walk refers to the same.
final class ScriptDictionary: Sendable {
  /// The project's own words; of two entries of the same length theirs holds.
  let own: ConversionTable?
  /// The words and characters of the general dictionary.
  let general: ConversionTable
  /// Regional forms of characters, applied to the result and to what stays (裏 → 裡).
  let variants: ConversionTable?
  /// Where the walk over a text has to stop.
  let stops: ScriptStops

  /// Puts tables together.
  init(own: ConversionTable? = nil, general: ConversionTable, variants: ConversionTable? = nil) {
    self.own = own
    self.general = general
    self.variants = variants
    stops = ScriptStops([own, general, variants].compactMap { $0 }, simple: variants == nil ? general : nil)
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
