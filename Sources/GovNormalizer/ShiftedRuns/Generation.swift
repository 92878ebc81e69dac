/// The likeliest of the hypotheses that are offered, one of each future.
struct Generation {
  private var width = 0
  /// What survives so far, likeliest first; of equal cost the smaller key first.
  private var ranks: [UInt64] = []
  private var extensions: [Extension] = []
  /// For every survivor whose child it is, and its place among that one's children of the same future and cost.
  private var orders: [Int] = []
  private var parents = 0
  /// What costs more than this is not followed: the cheapest so far and e to the 16th.
  private(set) var limit = Int.max
  private static let spread = 64

  /// Begins anew; the likeliest `width` will survive.
  mutating func begin(width: Int) {
    self.width = width
    limit = Int.max
    parents = 0
    orders.removeAll(keepingCapacity: true)
    ranks.removeAll(keepingCapacity: true)
    extensions.removeAll(keepingCapacity: true)
  }

  /// Counts one more hypothesis of which the children are offered from here on.
  mutating func countParent() { parents += 1 }

  /// What costs more than this cannot survive.
  @inline(__always)
  var bar: Int { ranks.count == width ? min(limit, Generation.cost(of: ranks[width - 1])) : limit }

  /// The survivors, likeliest first.
  var survivors: ArraySlice<Extension> {
    extensions[..<(ranks.firstIndex { Generation.cost(of: $0) > limit } ?? ranks.count)]
  }

  /// Takes an extension in, unless there are enough likelier ones, or one with the same future that is not dearer and
  /// comes earlier.
  @inline(__always)
  mutating func offer(_ longer: Extension) {
    if longer.hypothesis.cost <= bar { insert(longer) }
  }

  private mutating func insert(_ longer: Extension) {
    limit = min(limit, longer.hypothesis.cost + Generation.spread)
    let rank = Generation.rank(longer.hypothesis.cost, longer.key)
    let order = parents << 16 | Int(longer.code)
    if let same = ranks.firstIndex(where: { ($0 ^ rank) & Generation.keyMask == 0 }) {
      guard (rank, order) < (ranks[same], orders[same]) else { return }
      remove(same)
    } else if ranks.count == width {
      guard rank < ranks[width - 1] else { return }
      remove(width - 1)
    }
    let place = ranks.firstIndex { $0 > rank } ?? ranks.count
    ranks.insert(rank, at: place)
    orders.insert(order, at: place)
    extensions.insert(longer, at: place)
  }

  private mutating func remove(_ place: Int) {
    ranks.remove(at: place)
    orders.remove(at: place)
    extensions.remove(at: place)
  }

  /// Cost and key as one number, in whose order hypotheses are preferred. Costs stay far within a million: a run has
  /// a thousand characters at most.
  private static func rank(_ cost: Int, _ key: UInt64) -> UInt64 { UInt64(cost + 1 << 20) << 42 | key }
  private static func cost(of rank: UInt64) -> Int { Int(rank >> 42) - 1 << 20 }
  private static let keyMask: UInt64 = 1 << 42 - 1
}
