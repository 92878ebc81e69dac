/// The strokes of a picture, asked how much of a stretch they draw.
struct RuledStretches {
  /// By their places, as those of a `Layout` are.
  let horizontal: [Segment]
  let vertical: [Segment]

  init(_ layout: Layout) {
    horizontal = RuledStretches.single(layout.horizontal)
    vertical = RuledStretches.single(layout.vertical)
  }

  /// How far a stroke may lie beside a place and still be drawn there, in pixels.
  private static let slack = 4

  /// The strokes without the second ones of double lines.
  private static func single(_ strokes: [Segment]) -> [Segment] {
    strokes.enumerated().filter { index, stroke in
      !strokes[..<index].reversed().prefix { stroke.place - $0.place <= 2 * slack }.contains { before in
        10 * (min(before.to, stroke.to) - max(before.from, stroke.from)) > 8 * stroke.length
      }
    }
    .map(\.element)
  }

  /// The pixels of a row between two columns over which a horizontal stroke runs.
  func row(_ y: Int, _ left: Int, _ right: Int) -> Int { drawn(horizontal, y, left, right) }

  /// The pixels of a column between two rows over which a vertical stroke runs.
  func column(_ x: Int, _ top: Int, _ bottom: Int) -> Int { drawn(vertical, x, top, bottom) }

  /// The pixels of all strokes well inside of an area: those of its frame do not count.
  func inside(_ area: Area) -> Int {
    let room = 2 * RuledStretches.slack
    let flat = horizontal.filter { $0.place > area.top + room && $0.place < area.bottom - room }
      .map { max(0, min($0.to, area.right) - max($0.from, area.left)) }
    let upright = vertical.filter { $0.place > area.left + room && $0.place < area.right - room }
      .map { max(0, min($0.to, area.bottom) - max($0.from, area.top)) }
    return (flat + upright).reduce(0, +)
  }

  /// The vertical strokes that run well inside of some stretches of a row, wherever the row lies in an area: where the last row of
  /// one table has no line below it, the columns of that run into the first row of the next.
  func columnsInside(_ stretches: [Range<Int>], _ area: Area) -> StrokesInside {
    let room = 2 * RuledStretches.slack
    let inside = vertical.filter { stroke in
      stretches.contains { stroke.place > $0.lowerBound + room && stroke.place < $0.upperBound - room }
    }
    return StrokesInside(inside, in: area)
  }

  private func drawn(_ strokes: [Segment], _ place: Int, _ from: Int, _ to: Int) -> Int {
    guard to > from else { return 0 }
    var pixels = 0
    for stroke in strokes.between(place - RuledStretches.slack, place + RuledStretches.slack) {
      pixels += max(0, min(stroke.to, to) - max(stroke.from, from))
    }
    return min(to - from, pixels)
  }

  /// The rows over which strokes run from one column to another, or nearly.
  func rowsAcross(from left: Int, to right: Int, below bottom: Int) -> LinesAcross {
    let rows = Set(horizontal.map(\.place)).filter { drawn(horizontal, $0, left, right) * 10 > (right - left) * 8 }
    return LinesAcross(rows.sorted(), bottom: bottom, slack: RuledStretches.slack)
  }
}

/// Says of any two rows how many vertical strokes run from the one to the other.
struct StrokesInside {
  /// For each row of the area the pixels of strokes above it.
  private var above: [Int]
  private let top: Int

  init(_ strokes: [Segment], in area: Area) {
    top = area.top
    var changes = [Int](repeating: 0, count: max(0, area.height) + 2)
    for stroke in strokes {
      let rows = (stroke.from - top..<max(stroke.from, stroke.to) - top).clamped(to: 0..<max(0, area.height))
      changes[rows.lowerBound + 1] += 1
      changes[rows.upperBound + 1] -= 1
    }
    above = changes
    for _ in 0..<2 { for row in above.indices.dropFirst() { above[row] += above[row - 1] } }
  }

  /// Strokes that run through a part of the rows count as that part.
  func count(_ from: Int, _ to: Int) -> Double {
    guard from < to, !above.isEmpty else { return 0 }
    func pixels(_ row: Int) -> Int { above[min(max(0, row - top), above.count - 1)] }
    return Double(pixels(to) - pixels(from)) / Double(to - from)
  }
}

/// Counts, for any two rows, the lines that run across between them.
struct LinesAcross {
  /// For each row the number of lines above it.
  private var above: [Int]
  private let slack: Int

  init(_ rows: [Int], bottom: Int, slack: Int) {
    self.slack = slack
    above = [Int](repeating: 0, count: max(0, bottom) + 2)
    var last = -2 * slack
    // Strokes a few rows apart are one line.
    for row in rows where row >= 0 && row <= bottom && row - last > slack {
      above[row + 1] += 1
      last = row
    }
    for row in above.indices.dropFirst() { above[row] += above[row - 1] }
  }

  /// The lines well inside of a stretch: not those that bound it.
  func count(inside top: Int, _ bottom: Int) -> Int {
    let (first, last) = (max(0, top + 2 * slack), min(above.count - 1, bottom - 2 * slack))
    return first < last ? above[last] - above[first] : 0
  }
}
