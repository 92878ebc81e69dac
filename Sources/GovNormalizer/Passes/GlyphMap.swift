extension RepairPass {
  /// Class 14: 癿 → 的, 觃定 → 规定, 収布 → 发布, and in such a document also 戒 → 或, 佑 → 体.
  ///
  /// **Cause** (inferred). The text was taken from a PDF whose font maps glyphs to characters by a table that is off by a
  /// few code points: 丌 U+4E0C for 不 U+4E0D, 癿 U+767F for 的 U+7684, 斱 U+65B1 for 方 U+65B9.
  ///
  /// **Known by** three or more different characters that are hardly ever met, each with an ordinary character at most eight
  /// code points behind it that fits its neighbours far better. One such character may be a name (丌官).
  ///
  /// **Undone** by the language model: rare characters always; ordinary ones (戒 二 佑 仍) only where the one behind them
  /// makes words with its neighbours and they do not.
  static let glyphMap = RepairPass(
    name: "glyph-map",
    cause: "A PDF's font table was off by a few code points.",
    diagnosis: { evidence in
      let seen = evidence.glyphs
      guard seen.isMapped else { return nil }
      return Diagnosis(count: seen.count, confidence: seen.distinct.count >= 4 ? 0.97 : 0.85)
    },
    changes: { text, _, _ in
      var changes: [Change] = []
      var index = 0
      while index < text.count {
        let scalar = text.scalar(at: index)
        if Han.range.contains(scalar.value) {
          let isAmbiguous = Han.kind(scalar.value).contains(.known)
          if let meant = GlyphMap.meant(text, at: index, scalar.value, isAmbiguous: isAmbiguous) {
            var replacement: [UInt8] = []
            replacement.append(scalar: meant)
            changes.append(Change(index..<index + scalar.length, replacement))
          }
        }
        index += scalar.length
      }
      return changes
    })
}

enum GlyphMap {
  /// How far behind the written character the meant one stands at most, for characters that are hardly ever met, and
  /// for ordinary ones.
  private static let rareReach: UInt32 = 8
  private static let ordinaryReach: UInt32 = 4
  /// How much likelier the text must become: e to the 5th, and to the 8th for an ordinary character.
  private static let rareGain = 20
  private static let ordinaryGain = 32

  /// 1 in 1,800: 的 不 于 之 并 need no word around them (4 ln 1,800).
  private static let functionWord = 30
  /// What each code point of distance costs: the tables are off by one more often than by two.
  private static let stepPrice = 3

  /// The character that is meant by the one at `index`; `nil` when it stands for itself.
  static func meant(_ text: ByteText, at index: Int, _ scalar: UInt32, isAmbiguous: Bool) -> UInt32? {
    let neighbours = Neighbours(text, at: index)
    if neighbours.makesWord(with: token(scalar)) { return nil }
    let written = neighbours.cost(with: token(scalar))
    var best: (scalar: UInt32, cost: Int)?
    for step in 1...(isAmbiguous ? ordinaryReach : rareReach) {
      let candidate = scalar + step
      let kind = Han.kind(candidate)
      guard kind.contains(.ordinary), !kind.contains(.traditionalOnly) else { continue }
      guard neighbours.makesWord(with: token(candidate)) || !isAmbiguous && Han.cost(candidate) <= functionWord else {
        continue
      }
      let cost = neighbours.cost(with: token(candidate)) + Int(step) * stepPrice
      if cost < best?.cost ?? Int.max { best = (candidate, cost) }
    }
    guard let best, written - best.cost >= (isAmbiguous ? ordinaryGain : rareGain) else { return nil }
    return best.scalar
  }

  /// What stands around a place: the two tokens before it and the two behind it.
  private struct Neighbours {
    private let before: LanguageModel.Context
    private let after: (Token, Token)

    init(_ text: ByteText, at index: Int) {
      let last = text.scalar(before: index)
      let next = index + text.scalar(at: index).length
      let first = text.scalar(at: next)
      var context = LanguageModel.Context.lineStart
      if index > 0, last.start > 0 { context.read(token(text.scalar(before: last.start).value)) }
      if index > 0 { context.read(token(last.value)) }
      before = context
      after = (token(first.value), token(text.scalar(at: next + first.length).value))
    }

    func cost(with middle: Token) -> Int {
      var context = before
      return context.read(middle) + context.read(after.0) + context.read(after.1)
    }

    func makesWord(with middle: Token) -> Bool {
      LanguageModel.pairCost(before.second, middle) != nil || LanguageModel.pairCost(middle, after.0) != nil
    }
  }
}
