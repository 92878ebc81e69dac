/// A set of dark pixels that touch each other, also by corners.
struct Component: Hashable {
  var area: Area
  var pixels: Int
}

/// The connected components of the pixels below `threshold`, in reading order of their left upper corners by column.
///
/// Runs of dark pixels are joined row by row with a union-find (He, Chao and Suzuki, 2008).
func components(of page: Raster, darkerThan threshold: UInt8) -> [Component] {
  var runs: [Run] = []
  var sets = DisjointSets()
  var above = 0..<0
  for y in 0..<page.height {
    let first = runs.count
    appendRuns(of: page, row: y, darkerThan: threshold, to: &runs)
    for _ in first..<runs.count { sets.add() }
    join(above, first..<runs.count, runs, &sets)
    above = first..<runs.count
  }
  return collect(runs, &sets).sorted { ($0.area.left, $0.area.top) < ($1.area.left, $1.area.top) }
}

private struct Run {
  let y: Int
  let from: Int
  let to: Int
}

private func appendRuns(of page: Raster, row y: Int, darkerThan threshold: UInt8, to runs: inout [Run]) {
  let width = page.width
  page.pixels.withUnsafeBufferPointer { pixels in
    var start = -1
    for x in 0..<width {
      if pixels[y * width + x] < threshold {
        if start < 0 { start = x }
      } else if start >= 0 {
        runs.append(Run(y: y, from: start, to: x))
        start = -1
      }
    }
    if start >= 0 { runs.append(Run(y: y, from: start, to: width)) }
  }
}

private func join(_ above: Range<Int>, _ here: Range<Int>, _ runs: [Run], _ sets: inout DisjointSets) {
  var upper = above.lowerBound
  for lower in here {
    while upper < above.upperBound, runs[upper].to < runs[lower].from { upper += 1 }
    var touching = upper
    while touching < above.upperBound, runs[touching].from <= runs[lower].to {
      sets.join(touching, lower)
      touching += 1
    }
  }
}

private func collect(_ runs: [Run], _ sets: inout DisjointSets) -> [Component] {
  var index = [Int](repeating: -1, count: runs.count)
  var found: [Component] = []
  for (number, run) in runs.enumerated() {
    let root = sets.root(of: number)
    let area = Area(left: run.from, top: run.y, right: run.to, bottom: run.y + 1)
    if index[root] < 0 {
      index[root] = found.count
      found.append(Component(area: area, pixels: run.to - run.from))
    } else {
      found[index[root]].area = found[index[root]].area.union(area)
      found[index[root]].pixels += run.to - run.from
    }
  }
  return found
}

/// Union-find over small integers, with path halving.
struct DisjointSets {
  private var parents: [Int] = []

  init(count: Int = 0) { parents = Array(0..<count) }

  mutating func add() { parents.append(parents.count) }

  mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  mutating func join(_ first: Int, _ second: Int) {
    let (one, other) = (root(of: first), root(of: second))
    parents[max(one, other)] = min(one, other)
  }
}
