import Synchronization

/// The characters that may stand where bytes are unknown, arranged so that few of them have to be judged.
///
/// Most characters can follow only as the first one of a word, which costs the same wherever it is: they are judged in
/// the order of that cost until they cost too much. The others are those that the language model or the document has
/// counted behind the character before them; they are listed once that has been asked often enough to be worth it.
/// What several jobs have asked before changes how much is judged, and nothing of what survives.
final class Candidates: Sendable {
  let pairs = PairTable.shared
  private let document: DocumentModel
  private let forbidden: Han.Kind
  /// By their numbers.
  private let sets = Mutex([CandidateSet?](repeating: nil, count: Wanted.count))
  private let lists = Mutex(Lists())

  /// The candidates in a document of that style.
  init(document: DocumentModel, style: Lattice.Style) {
    self.document = document
    forbidden = style.forbidden
  }

  /// The price of a character for its script and its rarity.
  @inline(__always)
  func price(of character: PairTable.Entry) -> Int { character.price(forbidden: forbidden) }

  /// The characters that complete what is waited for. `leads` are the lead bytes that may be waiting, each with the price
  /// of assuming it.
  func set(_ wanted: Wanted, leads: () -> [(byte: UInt8, price: Int)]) -> CandidateSet {
    let number = wanted.number(pairs)
    if let set = sets.withLock({ $0[number] }) { return set }
    let set = CandidateSet(leads: leads(), trails: wanted.trails(pairs), forbidden: forbidden, pairs: pairs)
    return sets.withLock {
      // Another job may have been faster, and some may hold its tables.
      let first = $0[number] ?? set
      $0[number] = first
      return first
    }
  }

  /// What follows `token`; `nil` while judging all of `count` characters is cheaper than to list it.
  func followers(of token: Token, insteadOf count: Int) -> Followers? {
    let (known, isWorthIt) = lists.withLock { $0.list(of: token, insteadOf: count, worth: pairs.groups.count / 4) }
    guard isWorthIt else { return known }
    let list = Followers(of: token, pairs: pairs, document: document)
    return lists.withLock { $0.keep(list, of: token) }
  }

  /// The lists that have been made.
  private struct Lists {
    private var lists: [Followers] = []
    /// For every token the number of its list; while there is none, minus 1 and how many characters have been judged
    /// without.
    private var places = [Int32](repeating: -1, count: 1 << 16)

    /// The list of a token, or whether it is worth making after `count` more characters.
    mutating func list(of token: Token, insteadOf count: Int, worth: Int) -> (Followers?, isWorthIt: Bool) {
      let place = places[Int(token)]
      if place >= 0 { return (lists[Int(place)], false) }
      places[Int(token)] -= Int32(count)
      return (nil, -Int(places[Int(token)]) > worth)
    }

    /// Keeps a list unless there is one already; returns the one that is kept.
    mutating func keep(_ list: Followers, of token: Token) -> Followers {
      let place = places[Int(token)]
      if place >= 0 { return lists[Int(place)] }
      places[Int(token)] = Int32(lists.count)
      lists.append(list)
      return list
    }
  }
}
