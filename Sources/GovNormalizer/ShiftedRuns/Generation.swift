/// The likeliest of the hypotheses that are offered, one of each future.
struct Generation {
  private var width = 0
  /// What survives so far, likeliest first; of equal cost the smaller key first.
  private var ranks: [UInt64] = []
  /// For every rank where the survivor stands in `extensions`, which are in no order.
  private var places: [Int] = []
  private var extensions: [Extension] = []
  /// For every survivor whose child it is, and its place among that one's children of the same future and cost.
  private var orders: [Int] = []
  private var parents = 0
  /// What costs more than this is not followed: the cheapest so far and e to the 16th.
  private(set) var limit = Int.max
  /// What costs more than this cannot survive.
  private(set) var bar = Int.max
  private static let spread = 64

  /// Begins anew; the likeliest `width` will survive.
  mutating func begin(width: Int) {
    self.width = width
    (limit, bar) = (Int.max, Int.max)
    parents = 0
    orders.removeAll(keepingCapacity: true)
    ranks.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    extensions.removeAll(keepingCapacity: true)
  }

  /// Counts one more hypothesis of which the children are offered from here on.
  mutating func countParent() { parents += 1 }

  /// Calls `body` with the survivors, likeliest first.
  func forEachSurvivor(_ body: (Extension) -> Void) {
    for (rank, place) in zip(ranks, places) {
      if Generation.cost(of: rank) > limit { return }
      body(extensions[place])
    }
  }

  /// Takes an extension in, unless there are enough likelier ones, or one with the same future that is not dearer and
  /// comes earlier.
  @inline(__always)
  mutating func offer(_ longer: Extension) {
    guard longer.hypothesis.cost <= bar else { return }
    limit = min(limit, longer.hypothesis.cost + Generation.spread)
    insert(longer)
    bar = ranks.count == width ? min(limit, Generation.cost(of: ranks[width - 1])) : limit
  }

  private mutating func insert(_ longer: Extension) {
    let rank = Generation.rank(longer.hypothesis.cost, longer.key)
    let order = parents << 16 | Int(longer.code)
    var place = extensions.count
    if let same = ranks.firstIndex(where: { ($0 ^ rank) & Generation.keyMask == 0 }) {
      guard (rank, order) < (ranks[same], orders[places[same]]) else { return }
      place = remove(same)
    } else if ranks.count == width {
      guard rank < ranks[width - 1] else { return }
      place = remove(width - 1)
    }
    let position = ranks.firstIndex { $0 > rank } ?? ranks.count
    ranks.insert(rank, at: position)
    places.insert(place, at: position)
    if place < extensions.count {
      (extensions[place], orders[place]) = (longer, order)
    } else {
      extensions.append(longer)
      orders.append(order)
    }
  }

  /// Removes a survivor; returns where it stood.
  private mutating func remove(_ position: Int) -> Int {
    ranks.remove(at: position)
    return places.remove(at: position)
  }

  /// Cost and key as one number, in whose order hypotheses are preferred. Costs stay far within a million: a run has
  /// a thousand characters at most.
  private static func rank(_ cost: Int, _ key: UInt64) -> UInt64 { UInt64(cost + 1 << 20) << 42 | key }
  private static func cost(of rank: UInt64) -> Int { Int(rank >> 42) - 1 << 20 }
  private static let keyMask: UInt64 = 1 << 42 - 1
}
