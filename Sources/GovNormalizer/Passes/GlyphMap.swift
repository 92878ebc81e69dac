extension RepairPass {
  /// Class 14: 癿 → 的, 觃定 → 规定, 収布 → 发布, and in such a document also 戒 → 或, 佑 → 体.
  ///
  /// **Cause** (inferred). The text was taken from a PDF whose font maps glyphs to characters by a table that is off by a
  /// few code points: 丌 U+4E0C for 不 U+4E0D, 癿 U+767F for 的 U+7684, 斱 U+65B1 for 方 U+65B9.
  ///
  /// **Known by** three or more different characters that are hardly ever met, each with an ordinary character at most eight
  /// code points behind it that fits its neighbours far better. One such character may be a name (丌官), and fewer than
  /// one in 2,000 characters are what other damage left.
  ///
  /// **Undone** by the language model: rare characters always; ordinary ones (戒 二 佑 仍) only where the one behind them
  /// makes words with its neighbours and they do not.
  static let glyphMap = RepairPass(
    name: "glyph-map",
    cause: "A PDF's font table was off by a few code points.",
    diagnosis: { evidence in
      let seen = evidence.glyphs
      guard seen.isMapped(amongHan: evidence.han) else { return nil }
      return Diagnosis(count: seen.count, confidence: seen.distinct.count >= 4 ? 0.97 : 0.85)
    },
    changes: { text, _, _ in
      var changes: [Change] = []
      GlyphMap.forEachSuspect(text) { range, scalar in
        let isAmbiguous = Han.kind(scalar).contains(.known)
        guard let meant = GlyphMap.meant(text, at: range.lowerBound, scalar, isAmbiguous: isAmbiguous) else { return }
        var replacement: [UInt8] = []
        replacement.append(scalar: meant)
        changes.append(Change(range, replacement))
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

  /// Calls `body` with every Han character that has an ordinary one close behind it in the code, and makes a word with
  /// neither of its neighbours.
  static func forEachSuspect(_ text: ByteText, _ body: (Range<Int>, UInt32) -> Void) {
    var index = 0
    var before = edgeToken
    /// Whether the character makes a word with the one before it, where that is known.
    var isSecond: Bool?
    var current = text.scalar(at: 0)
    while index < text.count {
      let next = index + current.length
      let following = text.scalar(at: next)
      let written = token(current.value)
      var isFirst: Bool?
      if Han.range.contains(current.value), mayBeWritten(current.value), hasNeighbour(current.value),
        !(isSecond ?? (LanguageModel.pairCost(before, written) != nil))
      {
        isFirst = LanguageModel.pairCost(written, token(following.value)) != nil
        if isFirst == false { body(index..<next, current.value) }
      }
      (index, before, current, isSecond) = (next, written, following, isFirst)
    }
  }

  /// Whether a glyph map may have written the character: the PDFs are simplified, so what has a simplified form (發) is a
  /// mirror's.
  static func mayBeWritten(_ scalar: UInt32) -> Bool { !Han.kind(scalar).contains(.traditionalOnly) }

  /// Whether an ordinary character stands close enough behind the written one to be meant by it.
  private static func hasNeighbour(_ scalar: UInt32) -> Bool {
    let reach = Han.kind(scalar).contains(.known) ? ordinaryReach : rareReach
    return (1...reach).contains { mayBeMeant(scalar + $0) }
  }

  /// Whether a glyph map may take another character for this one.
  @inline(__always)
  private static func mayBeMeant(_ scalar: UInt32) -> Bool {
    Han.kind(scalar).intersection([.ordinary, .traditionalOnly]) == .ordinary
  }

  /// The character that is meant by the one at `index`; `nil` when it stands for itself.
  static func meant(_ text: ByteText, at index: Int, _ scalar: UInt32, isAmbiguous: Bool) -> UInt32? {
    var neighbours = Neighbours(text, at: index)
    if neighbours.makesWord(with: token(scalar)) { return nil }
    var best: (scalar: UInt32, cost: Int)?
    for step in 1...(isAmbiguous ? ordinaryReach : rareReach) {
      let candidate = scalar + step
      guard mayBeMeant(candidate) else { continue }
      guard neighbours.makesWord(with: token(candidate)) || !isAmbiguous && Han.cost(candidate) <= functionWord else {
        continue
      }
      let cost = neighbours.cost(with: token(candidate)) + Int(step) * stepPrice
      if cost < best?.cost ?? Int.max { best = (candidate, cost) }
    }
    guard let best else { return nil }
    let gain = neighbours.cost(with: token(scalar)) - best.cost
    return gain >= (isAmbiguous ? ordinaryGain : rareGain) ? best.scalar : nil
  }

  /// What stands around a place: the two tokens before it and the two behind it.
  private struct Neighbours {
    private let before: (first: Token?, second: Token?)
    private let after: (Token, Token)
    /// What stands before the place, read; most places are judged without.
    private lazy var context = read()

    init(_ text: ByteText, at index: Int) {
      let last = text.scalar(before: index)
      let next = index + text.scalar(at: index).length
      let first = text.scalar(at: next)
      before = (
        index > 0 && last.start > 0 ? token(text.scalar(before: last.start).value) : nil,
        index > 0 ? token(last.value) : nil
      )
      after = (token(first.value), token(text.scalar(at: next + first.length).value))
    }

    private func read() -> LanguageModel.Context {
      var context = LanguageModel.Context.lineStart
      if let first = before.first { context.read(first) }
      if let second = before.second { context.read(second) }
      return context
    }

    mutating func cost(with middle: Token) -> Int {
      var context = context
      return context.read(middle) + context.read(after.0) + context.read(after.1)
    }

    func makesWord(with middle: Token) -> Bool {
      LanguageModel.pairCost(before.second ?? edgeToken, middle) != nil
        || LanguageModel.pairCost(middle, after.0) != nil
    }
  }
}
