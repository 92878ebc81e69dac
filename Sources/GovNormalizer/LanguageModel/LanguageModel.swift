/// How likely a text is: conditional probabilities of characters after one or two characters.
///
/// It holds 224,000 pairs and triples of characters from jieba's word frequencies and this project's own official
/// phrases, both scripts as one (see `Token`), as a table of hashes: 18 bits of hash and 6 bits of cost in four ASCII
/// digits, in buckets of four. A pair that was never counted is taken for one in 1 of 16,000 look-ups, which no
/// decision notices. The tables are literals in the program's read-only data: nothing is decoded, nothing is allocated,
/// loading takes no time. Rebuild with `Scripts/normalizer/build-tables`.
///
/// Costs are -4 ln P, so that lower is likelier and a text's cost is the sum of its tokens'. A triple that was not
/// counted falls back to its pair, a pair to the single token, each at a price.
enum LanguageModel {
  /// The price of an unknown triple and of an unknown pair, 0.5 and 0.75 in natural logarithms: about half of the
  /// characters end a word, and what follows a word is hardly ever listed.
  private static let pairPrice = 2
  private static let singlePrice = 3

  /// The cost of `next` after `first` and `second`.
  @inline(__always)
  static func cost(_ first: Token, _ second: Token, _ next: Token) -> Int {
    var best = singleCost(next) + singlePrice + pairPrice
    if let pair = lookup(0, second, next) { best = min(best, pair + pairPrice) }
    if let triple = lookup(first, second, next) { best = min(best, triple) }
    return best
  }

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

  /// The cost of a whole text between two edges.
  static func cost(of tokens: some Sequence<Token>) -> Int {
    var first = edgeToken
    var second = edgeToken
    var sum = 0
    for token in tokens {
      sum += cost(first, second, token)
      (first, second) = (second, token)
    }
    return sum
  }

  @inline(__always)
  private static func lookup(_ first: Token, _ second: Token, _ third: Token) -> Int? {
    var hash = (UInt64(first) << 32 | UInt64(second) << 16 | UInt64(third)) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
    let wanted = max(1, UInt32(truncatingIfNeeded: hash) & 0x3FFFF)
    var bucket = Int(((hash >> 32) &* NGramTable.buckets) >> 32)
    let digits = NGramTable.digits.utf8Start
    while true {
      let start = bucket &* 16
      for entry in 0..<4 {
        let at = start &+ entry &* 4
        let found =
          (UInt32(digits[at]) &- 0x30) << 12 | (UInt32(digits[at &+ 1]) &- 0x30) << 6 | (UInt32(digits[at &+ 2]) &- 0x30)
        if found == wanted { return Int(digits[at &+ 3]) &- 0x30 }
        if found == 0 { return nil }
      }
      bucket = bucket &+ 1 == Int(NGramTable.buckets) ? 0 : bucket &+ 1
    }
  }
}
