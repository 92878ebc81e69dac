/// The characters that may stand where bytes are unknown, arranged so that few of them have to be judged.
///
/// Most characters can follow only as the first one of a word, which costs the same wherever it is: they are judged in
/// the order of that cost until they cost too much. The others are those that the language model or the document has
/// counted behind the character before them; they are listed once that has been asked often enough to be worth it.
final class Candidates {
  let pairs = PairTable.shared
  private let document: DocumentModel
  private let forbidden: Han.Kind
  private var sets: [Range: CandidateSet] = [:]
  private var followers: [Follower] = []
  /// For every token where its followers stand, or how many characters have been judged without.
  private var rows: [Row]

  /// The bytes that are unknown.
  struct Range: Hashable {
    let pending: Hypothesis.Pending
    /// Whether the trail byte begins a pair that vanishes; otherwise it is any from 81 on.
    let vanishes: Bool
  }

  /// A character that follows another otherwise than as the first one of a word.
  struct Follower {
    let code: PairTable.Code
    /// What that costs at least.
    let least: Int8
  }

  private struct Row {
    var start: Int32 = -1
    var count: Int32 = 0
  }

  /// The candidates in a document of that style.
  init(document: DocumentModel, style: Lattice.Style) {
    self.document = document
    forbidden = style.forbidden
    rows = [Row](repeating: Row(), count: 0x10000)
  }

  /// The price of a character for its script and its rarity.
  @inline(__always)
  func price(of character: PairTable.Entry) -> Int { character.price(forbidden: forbidden) }

  /// The characters that complete what a hypothesis waits for, where more than a few do; `leads` are the lead bytes that
  /// may be waiting, each with the price of assuming it.
  func set(_ range: Range, leads: () -> [(byte: UInt8, price: Int)]) -> CandidateSet {
    if let set = sets[range] { return set }
    let trails = range.vanishes ? pairs.vanishingLeads : Array(UInt8(0x81)...0xFE)
    let set = CandidateSet(leads: leads(), trails: trails, forbidden: forbidden, pairs: pairs)
    sets[range] = set
    return set
  }

  /// What follows `token`, the cheapest first; `nil` while judging all of `count` characters is cheaper than to list them.
  func followers(of token: Token, insteadOf count: Int) -> ArraySlice<Follower>? {
    let row = rows[Int(token)]
    if row.start >= 0 { return followers[Int(row.start)..<Int(row.start + row.count)] }
    rows[Int(token)].count += Int32(count)
    guard row.count + Int32(count) >= pairs.groups.count else { return nil }
    return list(token)
  }

  private func list(_ token: Token) -> ArraySlice<Follower> {
    let start = followers.count
    for group in pairs.groups {
      let isTold = document.mayFollow(token, group.token)
      guard let cost = isTold ? 0 : LanguageModel.pairCost(token, group.token) else { continue }
      let least = Int8(cost - OpenBrackets.greatestGain(of: group.token))
      followers += pairs.codes[group.codes].map { Follower(code: $0, least: least) }
    }
    followers[start...].sort { ($0.least, $0.code) < ($1.least, $1.code) }
    rows[Int(token)] = Row(start: Int32(start), count: Int32(followers.count - start))
    return followers[start...]
  }
}
