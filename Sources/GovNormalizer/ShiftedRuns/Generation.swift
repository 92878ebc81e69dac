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
    let (position, same) = find(rank)
    if same >= 0 {
      let place = places[same]
      guard (rank, order) < (ranks[same], orders[place]) else { return }
      (extensions[place], orders[place]) = (longer, order)
      move(to: min(position, same), rank, place, over: same)
    } else if ranks.count == width {
      guard position < width else { return }
      let place = places[width - 1]
      (extensions[place], orders[place]) = (longer, order)
      move(to: position, rank, place, over: width - 1)
    } else {
      ranks.append(rank)
      places.append(extensions.count)
      move(to: position, rank, extensions.count, over: ranks.count - 1)
      extensions.append(longer)
      orders.append(order)
    }
  }

  /// How many survivors come before a rank or have the same, and where one of the same future stands, -1 when none does.
  private func find(_ rank: UInt64) -> (position: Int, same: Int) {
    ranks.withUnsafeBufferPointer { ranks in
      var (position, same) = (0, -1)
      for index in 0..<ranks.count {
        position += ranks[index] <= rank ? 1 : 0
        if (ranks[index] ^ rank) & Generation.keyMask == 0 { same = index }
      }
      return (position, same)
    }
  }

  /// Writes a survivor at a position; those from there on move up, over the one at `gap`.
  private mutating func move(to position: Int, _ rank: UInt64, _ place: Int, over gap: Int) {
    ranks.withUnsafeMutableBufferPointer { ranks in
      places.withUnsafeMutableBufferPointer { places in
        var index = gap
        while index > position {
          ranks[index] = ranks[index - 1]
          places[index] = places[index - 1]
          index -= 1
        }
        (ranks[position], places[position]) = (rank, place)
      }
    }
  }

  /// Cost and key as one number, in whose order hypotheses are preferred. Costs stay far within a million: a run has
  /// a thousand characters at most.
  private static func rank(_ cost: Int, _ key: UInt64) -> UInt64 { UInt64(cost + 1 << 20) << 42 | key }
  private static func cost(of rank: UInt64) -> Int { Int(rank >> 42) - 1 << 20 }
  private static let keyMask: UInt64 = 1 << 42 - 1
}
