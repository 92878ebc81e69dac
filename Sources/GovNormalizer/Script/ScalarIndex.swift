/// A set of Unicode scalars that also knows the rank of each of its members.
///
/// One bit per scalar of the planes that hold Han characters, and a running count per 64 bits: 40 KB, of which ordinary
/// text touches 3. Asking costs one load, so a text that holds no member is passed at the speed of reading it.
struct ScalarIndex: Sendable {
  /// One past the largest scalar that can be a member: the end of the Han planes, 2 and 3.
  static let limit: UInt32 = 0x34000

  /// One bit per scalar.
  private var words: [UInt64]
  /// For each word the number of members before it.
  private var ranks: [UInt32]

  /// Makes the set of `scalars`; those at or past `limit` are left out.
  init(_ scalars: some Sequence<UInt32>) {
    words = [UInt64](repeating: 0, count: Int(ScalarIndex.limit >> 6))
    for scalar in scalars where scalar < ScalarIndex.limit {
      words[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
    }
    ranks = []
    ranks.reserveCapacity(words.count)
    var rank: UInt32 = 0
    for word in words {
      ranks.append(rank)
      rank += UInt32(word.nonzeroBitCount)
    }
  }

  /// How many members are smaller than `scalar`; `nil` when it is no member itself.
  func rank(of scalar: UInt32) -> Int? {
    guard scalar < ScalarIndex.limit else { return nil }
    let word = words[Int(scalar >> 6)]
    let bit: UInt64 = 1 << UInt64(scalar & 63)
    guard word & bit != 0 else { return nil }
    return Int(ranks[Int(scalar >> 6)]) + (word & (bit - 1)).nonzeroBitCount
  }
}
