/// How likely a text is: words one after the other, each as likely as it is frequent.
///
/// It holds 372,400 pairs and triples of characters from jieba's word frequencies and this project's own official
/// phrases and administrative prose, both scripts as one (see `Token`), as a table of hashes: 16 bits of hash and 5 bits
/// of cost in three ASCII characters, each in one of two buckets of eight, so that a question is answered by two looks;
/// for every character how likely a word begins with it and is it alone; and which class of words follows which (see
/// `WordClass`). A pair that was never counted is taken for one in 1 of 4,300 look-ups: a third more n-grams in the same
/// bytes bring back more than a wider hash. The tables are literals in the program's read-only data: nothing is decoded,
/// nothing is allocated, loading takes no time. Rebuild with `Scripts/normalizer/build-tables`.
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
    private let beginning: Int16
    private let going: Int16
    /// What it costs, beyond the cheaper of the two, that a word ends here.
    private let leaving: Int16

    /// Somewhere in a text of which nothing is known.
    static let unknown = Context(otherToken, otherToken, beginning: 0, inside: Int16(dear))
    /// The start of a line.
    static let lineStart = Context(edgeToken, edgeToken, beginning: 0, inside: Int16(dear))

    private init(_ first: Token, _ second: Token, beginning: Int16, inside: Int16) {
      (self.first, self.second, self.beginning, going) = (first, second, beginning, inside)
      guard second >= 32 else {
        leaving = 0
        return
      }
      let alone = beginning + Int16(Han.costAlone(UInt32(second)))
      leaving = inside >= alone ? alone : min(alone, inside + Int16(lookup(first, second, boundary) ?? usualLeaving))
    }

    /// What it costs more that the word goes on with the last token.
    var inside: Int { Int(going) }

    /// What one more token costs, and what it costs more that a word begins with it, or goes on.
    typealias Step = (cost: Int16, beginning: Int16, inside: Int16)

    /// The cost of `next` here. It need not be looked up behind the last token where it is known that it never follows.
    @inline(__always)
    func cost(_ next: Token, mayFollow: Bool = true) -> Step {
      let begun = leaving(for: WordClass.atStart(next)) + initialCost(next)
      return cost(begun: begun, pair: mayFollow ? lookup(0, second, next) : nil, triple: lookup(first, second, next))
    }

    /// The cost of a token by what it costs that a word begins with it, by the pair with the last token, and by the triple
    /// with the last two, which is asked for only where it can matter.
    @inline(__always)
    func cost(begun: Int, pair: Int?, triple: @autoclosure () -> Int?) -> Step {
      var continued = pair.map { Int(beginning) + $0 } ?? dear
      if inside < begun, let triple = triple() { continued = min(continued, inside + triple) }
      let best = min(begun, continued)
      return (Int16(best), Int16(begun - best), Int16(continued - best))
    }

    /// What a word of a class beginning here adds to what a word beginning with the same token costs anywhere.
    @inline(__always)
    func leaving(for next: WordClass.Number) -> Int { Int(leaving) + WordClass.cost(of: next, behind: second) }

    /// What of that is the same for all classes.
    var leavingAnywhere: Int { Int(leaving) }

    /// The least of that.
    var leastLeaving: Int { Int(leaving) + WordClass.leastCost(behind: second) }

    /// Reads one more token, of which the cost has been asked.
    mutating func read(_ next: Token, _ step: Step) {
      self = Context(second, next, beginning: step.beginning, inside: step.inside)
    }

    /// The cost of `next` here, or what the document says where that is less.
    @inline(__always)
    func cost(_ next: Token, mayFollow: Bool = true, told document: DocumentModel) -> Step {
      let step = cost(next, mayFollow: mayFollow)
      return mayFollow ? told(step, next, by: document) : step
    }

    @inline(__always)
    func told(_ step: Step, _ next: Token, by document: DocumentModel) -> Step {
      guard let told = document.cost(first, second, next), told < step.cost else { return step }
      return (Int16(told), 0, 0)
    }

    /// Reads one more token; returns what it costs here or in the document, whichever is less.
    mutating func read(_ next: Token, told document: DocumentModel) -> Int {
      let step = cost(next, told: document)
      read(next, step)
      return Int(step.cost)
    }

    /// Reads one more token; returns its cost.
    @discardableResult
    mutating func read(_ next: Token) -> Int {
      let step = cost(next)
      read(next, step)
      return Int(step.cost)
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
    // An array: reading one place of an `InlineArray` would copy all sixteen.
    let contexts = (0..<16).map { Place(behind: 0, first, part: $0) }
    for place in nexts.indices {
      if let cost = contexts[Int(nexts[place] & 15)].cost(of: nexts[place]) { body(place, cost) }
    }
  }

  /// The cost that stands in the table for the three; `nil` when none does.
  @inline(__always)
  static func lookup(_ first: Token, _ second: Token, _ third: Token) -> Int? {
    Place(behind: first, second, part: first < 32 || second < 32 ? UInt64(third & 15) : 0).cost(of: third)
  }
}
