/// The tables that bring text into one script.
struct ScriptDictionary: Sendable {
  /// Tables by precedence: of two entries of the same length the one of the earlier table holds.
  let tables: [ConversionTable]
  /// Regional forms of characters, applied to the result and to what stays (裏 → 裡).
  let variants: ConversionTable?
  /// Every scalar at which something may have to be done.
  let firsts: ScalarIndex

  /// Puts tables together.
  init(_ tables: [ConversionTable], variants: ConversionTable? = nil) {
    self.tables = tables
    self.variants = variants
    var firsts = ScalarIndex([])
    for table in tables { firsts.formUnion(table.firsts) }
    if let variants { firsts.formUnion(variants.firsts) }
    self.firsts = firsts
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
  static let openCCSimplified = ScriptDictionary([toSimplified])

  private static let toSimplified = ConversionTable(openCCTraditionalToSimplified)
  private static let toTraditional = ConversionTable(openCCSimplifiedToTraditional)

  private static let simplified = ScriptDictionary([ConversionTable(simplifiedWords), toSimplified])
  private static let traditional = ScriptDictionary([toTraditional])
  private static let taiwan = ScriptDictionary([toTraditional], variants: ConversionTable(openCCTaiwanVariants))
  private static let hongkong = ScriptDictionary([toTraditional], variants: ConversionTable(openCCHongKongVariants))
}
