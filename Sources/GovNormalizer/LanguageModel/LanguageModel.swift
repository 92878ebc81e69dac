/// How likely a text is: words one after the other, each as likely as it is frequent.
///
/// It holds 264,600 pairs and triples of characters from jieba's word frequencies and this project's own official
/// phrases and administrative prose, both scripts as one (see `Token`), as a table of hashes: 18 bits of hash and 6 bits
/// of cost in four ASCII digits, each in one of two buckets of four, so that a question is answered by two looks; for
/// every character how likely a word begins with it and is it alone; and which class of words follows which (see
/// `WordClass`). A pair that was never counted is taken for one in 1 of 36,000 look-ups; with a wider hash three more of
/// 1,251 damaged lines came back. The tables are literals in the program's read-only data: nothing is decoded, nothing is
/// allocated, loading takes no time. Rebuild with `Scripts/normalizer/build-tables`.
///
/// Costs are -4 ln P, so that lower is likelier and a text's cost is the sum of its tokens'. Where a word goes on, the
/// pair or triple says how likely; where it ends, what that costs depends on the characters: 社 hardly ever ends one.
enum LanguageModel {
  /// What has been read so far says about the next token.
  ///
  /// The last token begins a word, or it goes on with the word of the one before it. Both are kept, each with what it
  /// costs more than the cheaper of the two; so a word is never begun in the middle of another one.
  struct Context: Hashable {
    let first: Token
    let second: Token
    /// What it costs more that a word begins with the second token, or goes on with it; one of them is 0.
    private let beginning: Int
    let inside: Int
    /// What it costs, beyond the cheaper of the two, that a word ends here.
    private let leaving: Int

    /// Somewhere in a text of which nothing is known.
    static let unknown = Context(otherToken, otherToken, beginning: 0, inside: dear)
    /// The start of a line.
    static let lineStart = Context(edgeToken, edgeToken, beginning: 0, inside: dear)

    private init(_ first: Token, _ second: Token, beginning: Int, inside: Int) {
      (self.first, self.second, self.beginning, self.inside) = (first, second, beginning, inside)
      guard second >= 32 else {
        leaving = 0
        return
      }
      let alone = beginning + Han.costAlone(UInt32(second))
      leaving = inside >= alone ? alone : min(alone, inside + (lookup(first, second, boundary) ?? usualLeaving))
    }

    /// What one more token costs, and what it costs more that a word begins with it, or goes on.
    typealias Step = (cost: Int, beginning: Int, inside: Int)

    /// The cost of `next` here. It need not be looked up behind the last token where it is known that it never follows.
    @inline(__always)
    func cost(_ next: Token, mayFollow: Bool = true) -> Step {
      let begun = leaving(for: WordClass.atStart(next)) + initialCost(next)
      var continued = dear
      if mayFollow, let pair = lookup(0, second, next) { continued = beginning + pair }
      if inside < begun, let triple = lookup(first, second, next) { continued = min(continued, inside + triple) }
      let best = min(begun, continued)
      return (best, begun - best, continued - best)
    }

    /// What a word of a class beginning here adds to what a word beginning with the same token costs anywhere.
    @inline(__always)
    func leaving(for next: WordClass.Number) -> Int { leaving + WordClass.cost(of: next, behind: second) }

    /// The least of that.
    var leastLeaving: Int { leaving + WordClass.leastCost(behind: second) }

    /// Whether the word of the last two tokens may go on with `next`.
    func goesOn(_ next: Token) -> Bool { lookup(first, second, next) != nil }

    /// Reads one more token, of which the cost has been asked.
    mutating func read(_ next: Token, _ step: Step) {
      self = Context(second, next, beginning: step.beginning, inside: step.inside)
    }

    /// The cost of `next` here, or what the document says where that is less.
    @inline(__always)
    func cost(_ next: Token, mayFollow: Bool = true, told document: DocumentModel) -> Step {
      let step = cost(next, mayFollow: mayFollow)
      guard mayFollow, let told = document.cost(first, second, next), told < step.cost else { return step }
      return (told, 0, 0)
    }

    /// Reads one more token; returns what it costs here or in the document, whichever is less.
    mutating func read(_ next: Token, told document: DocumentModel) -> Int {
      let step = cost(next, told: document)
      read(next, step)
      return step.cost
    }

    /// Reads one more token; returns its cost.
    @discardableResult
    mutating func read(_ next: Token) -> Int {
      let step = cost(next)
      read(next, step)
      return step.cost
    }
  }

  /// More than any token costs.
  private static let dear = 1000
  /// The price of a word that ends behind a pair of which nothing else is said, 0.25 in natural logarithms.
  private static let usualLeaving = 1
  /// Stands for the end of a word in the table.
  private static let boundary: Token = 30

  /// The cost of `next` after `first`; `nil` when the pair was hardly ever seen.
  static func pairCost(_ first: Token, _ next: Token) -> Int? { lookup(0, first, next) }

  /// Whether the token twice is a word: 天天, 人人.
  static func isWordTwice(_ token: Token) -> Bool { lookup(token, token, 31) != nil }

  /// The cost of a token alone.
  @inline(__always)
  static func singleCost(_ token: Token) -> Int {
    if token < 32 { return Int(NGramTable.classCosts.utf8Start[Int(token)]) - 0x30 }
    return Han.cost(UInt32(token))
  }

  /// The cost of a token at the start of a word, wherever that may be.
  @inline(__always)
  static func initialCost(_ token: Token) -> Int {
    if token < 32 { return Int(NGramTable.classCosts.utf8Start[Int(token)]) - 0x30 }
    return Han.costAtStart(UInt32(token))
  }

  /// Calls `body` with the place and the pair's cost of every one of `nexts` that was counted behind `first`.
  static func forEachFollower(of first: Token, among nexts: [Token], _ body: (Int, Int) -> Void) {
    let contexts = InlineArray<4, Place> { Place(behind: 0, first, part: UInt64($0)) }
    for place in nexts.indices {
      if let cost = contexts[Int(nexts[place] & 3)].cost(of: nexts[place]) { body(place, cost) }
    }
  }

  /// The cost that stands in the table for the three; `nil` when none does.
  @inline(__always)
  private static func lookup(_ first: Token, _ second: Token, _ third: Token) -> Int? {
    Place(behind: first, second, part: first == 0 ? UInt64(third & 3) : 0).cost(of: third)
  }

  /// Where the table holds what follows two tokens: in two regions of 16 buckets, 256 bytes each, so that many questions
  /// about them read the same few cache lines. What follows a single token stands in four such places, by parts.
  private struct Place {
    private let hash: UInt64
    private let one: UnsafeRawPointer
    private let other: UnsafeRawPointer

    @inline(__always)
    init(behind first: Token, _ second: Token, part: UInt64) {
      var hash = (UInt64(first) << 32 | UInt64(second) << 16 | part) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      hash = hash &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 32
      self.hash = hash
      let table = UnsafeRawPointer(NGramTable.digits.utf8Start)
      one = table + Int(((hash >> 32) &* NGramTable.regions) >> 32) &* 256
      other = table + Int(((hash & 0xFFFF_FFFF) &* NGramTable.regions) >> 32) &* 256
    }

    /// The eight entries of both its buckets are compared at once, as they stand in the literal: three digits of hash and
    /// one of cost.
    @inline(__always)
    func cost(of third: Token) -> Int? {
      var hash = (hash ^ UInt64(third) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      let wanted = max(1, UInt32(truncatingIfNeeded: hash >> 8) & 0x3FFFF)
      let digits = (wanted >> 12 | (wanted >> 6 & 0x3F) << 8 | (wanted & 0x3F) << 16) &+ 0x30_3030
      let one = (one + Int(hash & 15) &* 16).loadUnaligned(as: SIMD4<UInt32>.self)
      let other = (other + Int((hash >> 4) & 15) &* 16).loadUnaligned(as: SIMD4<UInt32>.self)
      let (inOne, inOther) = (one & 0xFF_FFFF .== digits, other & 0xFF_FFFF .== digits)
      if any(inOne) { return LanguageModel.cost(in: one, where: inOne) }
      return any(inOther) ? LanguageModel.cost(in: other, where: inOther) : nil
    }
  }

  @inline(__always)
  private static func cost(in entries: SIMD4<UInt32>, where found: SIMDMask<SIMD4<Int32>>) -> Int {
    Int(entries.replacing(with: 0, where: .!found).max() >> 24) &- 0x30
  }
}
