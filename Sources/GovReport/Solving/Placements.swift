/// The ways to put `count` figures, in order, into `width` slots; each way lists the slot of every figure.
///
/// There are at most 35 for a row of table 2. Blank cells were dropped, the order of the others was not.
func placements(of count: Int, into width: Int) -> [[Int]] {
  guard count <= width else { return [] }
  var ways: [[Int]] = []
  var way = Array(0..<count)
  while true {
    ways.append(way)
    guard let index = way.indices.last(where: { way[$0] < width - count + $0 }) else { return ways }
    way[index] += 1
    for next in way.indices.dropFirst(index + 1) { way[next] = way[next - 1] + 1 }
  }
}
