/// The strokes of a picture, asked how much of a stretch they draw.
struct RuledStretches {
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

  private func drawn(_ strokes: [Segment], _ place: Int, _ from: Int, _ to: Int) -> Int {
    guard to > from else { return 0 }
    let pixels = strokes.filter { abs($0.place - place) <= RuledStretches.slack }
      .map { max(0, min($0.to, to) - max($0.from, from)) }
    return min(to - from, pixels.reduce(0, +))
  }
}
