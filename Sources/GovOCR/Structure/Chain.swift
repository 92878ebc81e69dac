/// Boundaries that were chosen one after another, and what they cost together.
struct Chain: Equatable {
  var places: [Int]
  var cost: Double
}

/// Chooses the cheapest chain of `count` stretches between some of `places`, by dynamic programming.
///
/// - Parameters:
///   - places: Where stretches may begin and end, ascending.
///   - lengths: How long a stretch may be.
///   - stretch: What it costs that the stretch of a number, counted from 0, begins and ends at two places.
///   - boundary: What it costs that the boundary before the stretch of a number lies at a place; `count` is the last.
///   - outside: What it costs to leave out what lies between two places, before the first stretch or after the last.
/// - Returns: `count + 1` places; `nil` when no chain of such lengths exists, or there are more places than any form has.
func chain(
  count: Int, places: [Int], lengths: ClosedRange<Int>, stretch: (Int, Int, Int) -> Double,
  boundary: (Int, Int) -> Double, outside: (Int, Int) -> Double
) -> Chain? {
  guard let first = places.first, let last = places.last, places.count > count, places.count <= mostPlaces else {
    return nil
  }
  var best = places.map { outside(first, $0) }
  var origins: [[Int]] = []
  for number in 0..<count {
    for index in places.indices where best[index] < .infinity { best[index] += boundary(number, places[index]) }
    var next = [Double](repeating: .infinity, count: places.count)
    var origin = [Int](repeating: -1, count: places.count)
    for end in places.indices {
      for start in stride(from: end - 1, through: 0, by: -1) where best[start] < next[end] {
        let length = places[end] - places[start]
        if length > lengths.upperBound { break }
        guard length >= lengths.lowerBound else { continue }
        let cost = best[start] + stretch(number, places[start], places[end])
        if cost < next[end] { (next[end], origin[end]) = (cost, start) }
      }
    }
    best = next
    origins.append(origin)
  }
  let ends = places.indices.map { best[$0] + boundary(count, places[$0]) + outside(places[$0], last) }
  guard var place = ends.indices.min(by: { ends[$0] < ends[$1] }), ends[place] < .infinity else { return nil }
  let cost = ends[place]
  var chosen = [places[place]]
  for origin in origins.reversed() {
    place = origin[place]
    chosen.append(places[place])
  }
  return Chain(places: chosen.reversed(), cost: cost)
}

/// The time grows with their square; the forms have up to 60 boundaries, and noise has thousands of valleys.
private let mostPlaces = 240
