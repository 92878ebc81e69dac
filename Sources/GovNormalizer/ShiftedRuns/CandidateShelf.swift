/// The candidates as one job has them at hand: what it has asked of the others' it does not ask again, so that jobs do
/// not wait for each other.
final class CandidateShelf {
  private let candidates: Candidates
  let pairs = PairTable.shared
  /// For every number of `Wanted` the place of its set, 0 while there is none.
  // A step asks for nothing while it is answered, so nobody need look whether it does.
  @exclusivity(unchecked) private var placesOfSets = [UInt16](repeating: 0, count: Wanted.count)
  /// For every token, the classes first and the Han characters behind them, the place of its list, 0 while there is none.
  @exclusivity(unchecked) private var placesOfLists = [UInt16](
    repeating: 0, count: 32 + Int(Han.range.upperBound - Han.range.lowerBound) + 1)
  @exclusivity(unchecked) private var sets: [CandidateSet.View] = []
  @exclusivity(unchecked) private var lists: [Followers.View] = []

  /// An empty shelf. `candidates` keeps what stands on it.
  init(_ candidates: Candidates) { self.candidates = candidates }

  /// The price of a character for its script and its rarity.
  @inline(__always)
  func price(of character: PairTable.Entry) -> Int { candidates.price(of: character) }

  /// The characters that complete what is waited for; see `Candidates`.
  @inline(__always)
  func set(_ wanted: Wanted, leads: () -> [(byte: UInt8, price: Int)]) -> CandidateSet.View {
    let number = wanted.number(pairs)
    let place = Int(placesOfSets[number])
    if place > 0 { return sets[place - 1] }
    let set = candidates.set(wanted, leads: leads).view
    sets.append(set)
    placesOfSets[number] = UInt16(truncatingIfNeeded: sets.count)
    return set
  }

  /// What follows `token`; `nil` while judging all of `count` characters is cheaper than to list it.
  @inline(__always)
  func followers(of token: Token, insteadOf count: Int) -> Followers.View? {
    let number = token < 32 ? Int(token) : Int(token) - Int(Han.range.lowerBound) + 32
    let place = Int(placesOfLists[number])
    if place > 0 { return lists[place - 1] }
    guard let list = candidates.followers(of: token, insteadOf: count)?.view else { return nil }
    lists.append(list)
    placesOfLists[number] = UInt16(truncatingIfNeeded: lists.count)
    return list
  }
}
