/// A straight stroke along one axis: `from` and `to` run along it, `place` lies across it.
///
/// For a horizontal segment `from` and `to` are columns and `place` a row; for a vertical one the other way round.
struct Segment: Hashable {
  var place: Int
  var from: Int
  var to: Int
  /// Pixels across.
  var thickness: Int

  var length: Int { to - from }
}

extension [Segment] {
  /// Those between two places, both included, of segments sorted by place; found by halving.
  func between(_ first: Int, _ last: Int) -> ArraySlice<Segment> {
    let start = index { $0.place >= first }
    return self[start..<Swift.max(start, index { $0.place > last })]
  }

  /// The first segment of which something is true that is so of all that follow.
  private func index(where isBehind: (Segment) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension LineMap {
  /// The segments of at least `least` pixels, by place.
  ///
  /// - Parameter gap: The longest stretch without a vote that a line may skip.
  func segments(least: Int, gap: Int) -> [Segment] {
    var open: [Segment] = []
    var done: [Segment] = []
    var votesSeen: [Int] = []
    for y in 0..<height {
      let runs = runs(inRow: y, least: least, gap: gap)
      var (stillOpen, stillSeen): ([Segment], [Int]) = ([], [])
      for (index, segment) in open.enumerated() {
        // A line that drifts over several rows is one segment: neighbours that overlap are joined.
        if runs.contains(where: { $0.lowerBound < segment.to && segment.from < $0.upperBound }) {
          stillOpen.append(segment)
          stillSeen.append(votesSeen[index])
        } else {
          done.append(closed(segment, votesSeen[index]))
        }
      }
      (open, votesSeen) = (stillOpen, stillSeen)
      for run in runs { extend(&open, &votesSeen, with: run, at: y) }
    }
    for (index, segment) in open.enumerated() { done.append(closed(segment, votesSeen[index])) }
    return done.filter { $0.thickness <= 14 }.sorted { ($0.place, $0.from) < ($1.place, $1.from) }
  }

  private func extend(_ open: inout [Segment], _ weights: inout [Int], with run: Range<Int>, at y: Int) {
    if let index = open.firstIndex(where: { $0.from < run.upperBound && run.lowerBound < $0.to }) {
      open[index].from = min(open[index].from, run.lowerBound)
      open[index].to = max(open[index].to, run.upperBound)
      open[index].place += y * run.count
      open[index].thickness += run.count
      weights[index] += run.count
    } else {
      open.append(Segment(place: y * run.count, from: run.lowerBound, to: run.upperBound, thickness: run.count))
      weights.append(run.count)
    }
  }

  private func closed(_ segment: Segment, _ weight: Int) -> Segment {
    var segment = segment
    segment.place = (segment.place + weight / 2) / max(1, weight)
    segment.thickness = (segment.thickness + segment.length - 1) / max(1, segment.length)
    return segment
  }

  /// The stretches of one row that are line throughout: votes against and long gaps end them.
  private func runs(inRow y: Int, least: Int, gap: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    votes.withUnsafeBufferPointer { votes in
      var (start, last, against) = (-1, -1, 0)
      func finish() {
        if start >= 0, last + 1 - start >= least { runs.append(start..<last + 1) }
        start = -1
      }
      for x in 0..<width {
        switch votes[y * width + x] {
        case 1:
          if start < 0 { start = x }
          (last, against) = (x, 0)
        case -1:
          against += 1
          if against > 2 { finish() }
        default:
          if start >= 0, x - last > gap { finish() }
        }
      }
      finish()
    }
    return runs
  }
}
