/// Everything about a picture that structure is found by.
struct Layout {
  let horizontal: [Segment]
  let vertical: [Segment]
  /// Boxes of ink that may be text: neither line nor speck.
  let text: [Component]
  /// The usual height of a text component, in pixels; 12 when there is none.
  let textHeight: Int
}

/// How far two strokes may miss each other and still be said to meet, in pixels. Averaging along a line rounds its ends.
private let meeting = 5
/// Strokes nearer than this are one boundary: a double line, or both edges of a thick one.
private let sameLine = 6

/// The ruled tables of a picture, from top to bottom.
func findGrids(_ layout: Layout) -> [Grid] {
  var groups = connectedGroups(layout)
  groups = joinedByExtent(groups, textHeight: layout.textHeight)
  return groups.compactMap { ruledGrid($0, layout) }
    .flatMap { splitWhereNothingRuns($0, layout) }
    .filter { $0.rows * $0.columns >= 2 }
    .sorted { ($0.area.top, $0.area.left) < ($1.area.top, $1.area.left) }
}

/// Strokes that hang together.
struct LineGroup {
  var horizontal: [Segment] = []
  var vertical: [Segment] = []

  var area: Area? {
    let boxes =
      horizontal.map { Area(left: $0.from, top: $0.place, right: $0.to, bottom: $0.place + 1) }
      + vertical.map { Area(left: $0.place, top: $0.from, right: $0.place + 1, bottom: $0.to) }
    return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
  }
}

extension LineGroup {
  /// Whether lines run down both sides.
  fileprivate var isFramed: Bool {
    guard let area, area.height > 1 else { return false }
    return [area.left, area.right].allSatisfy { side in
      let strokes = vertical.filter { abs($0.place - side) <= 2 * meeting }
      return strokes.map(\.length).reduce(0, +) * 10 >= area.height * 8
    }
  }
}

private func connectedGroups(_ layout: Layout) -> [LineGroup] {
  let (flat, upright) = (layout.horizontal, layout.vertical)
  var sets = DisjointSets(count: flat.count + upright.count)
  for (i, line) in flat.enumerated() {
    for (j, other) in upright.enumerated()
    where other.place >= line.from - meeting && other.place <= line.to + meeting
      && line.place >= other.from - meeting && line.place <= other.to + meeting
    {
      sets.join(i, flat.count + j)
    }
  }
  var groups: [Int: LineGroup] = [:]
  for i in flat.indices { groups[sets.root(of: i), default: LineGroup()].horizontal.append(flat[i]) }
  for j in upright.indices {
    groups[sets.root(of: flat.count + j), default: LineGroup()].vertical.append(upright[j])
  }
  return groups.sorted { $0.key < $1.key }.map(\.value).filter { !$0.horizontal.isEmpty }
}

/// Joins groups that lie inside each other, or one above the other with the same extent: tables ruled only horizontally.
private func joinedByExtent(_ groups: [LineGroup], textHeight: Int) -> [LineGroup] {
  var joined: [LineGroup] = []
  for group in groups.sorted(by: { ($0.area?.top ?? 0) < ($1.area?.top ?? 0) }) {
    guard let area = group.area, area.width >= 3 * textHeight else { continue }
    if let index = joined.lastIndex(where: { belongs(group, area, to: $0, textHeight) }) {
      joined[index].horizontal += group.horizontal
      joined[index].vertical += group.vertical
    } else {
      joined.append(group)
    }
  }
  return absorbed(joined)
}

/// Puts groups that lie inside the box of another into it: inner lines that touch no other line.
private func absorbed(_ groups: [LineGroup]) -> [LineGroup] {
  let areas = groups.map { $0.area ?? Area(left: 0, top: 0, right: 0, bottom: 0) }
  var kept: [Int: LineGroup] = [:]
  let bySize = groups.indices.sorted { areas[$0].width * areas[$0].height > areas[$1].width * areas[$1].height }
  for index in bySize {
    let area = areas[index].inset(by: meeting)
    if let host = kept.keys.sorted().first(where: { areas[$0].clipping(area) == area }) {
      kept[host]?.horizontal += groups[index].horizontal
      kept[host]?.vertical += groups[index].vertical
    } else {
      kept[index] = groups[index]
    }
  }
  return kept.sorted { $0.key < $1.key }.map(\.value)
}

private func belongs(_ group: LineGroup, _ area: Area, to other: LineGroup, _ textHeight: Int) -> Bool {
  guard let place = other.area else { return false }
  let inside = area.left >= place.left - meeting && area.right <= place.right + meeting
  if inside, area.top <= place.bottom + meeting { return true }
  guard abs(area.right - place.right) <= meeting, abs(area.left - place.left) <= meeting else { return false }
  // A frame is a table of its own. Without one, a row that no column line crosses parts the lines of one table.
  if group.isFramed || other.isFramed { return false }
  return area.top - place.bottom < (group.vertical.isEmpty || other.vertical.isEmpty ? 14 : 4) * textHeight
}

private func ruledGrid(_ group: LineGroup, _ layout: Layout) -> Grid? {
  guard let area = group.area, area.height >= layout.textHeight else { return nil }
  var ys = clustered(group.horizontal)
  var xs = clustered(group.vertical)
  // Without an outer border the inner lines stick out and show where the table ends.
  ys = withEnds(ys, area.top, area.bottom - 1, layout.textHeight)
  xs = withEnds(xs, area.left, area.right - 1, layout.textHeight)
  guard ys.count >= 2, xs.count >= 2 else { return nil }
  guard let grid = settled(Grid(xs: xs, ys: ys, horizontal: [], vertical: []), group) else { return nil }
  return grid.columns == 1 && grid.rows > 1 ? withColumnsByText(grid, group, layout) : grid
}

private func withEnds(_ places: [Int], _ first: Int, _ last: Int, _ textHeight: Int) -> [Int] {
  var places = places
  if let low = places.first, low - first > textHeight { places.insert(first, at: 0) }
  if let high = places.last, last - high > textHeight { places.append(last) }
  return places.isEmpty ? [first, last] : places
}

/// The places of strokes, those nearly at one place taken together, weighted by length.
private func clustered(_ segments: [Segment]) -> [Int] {
  var places: [(sum: Int, weight: Int)] = []
  for segment in segments.sorted(by: { $0.place < $1.place }) {
    let weight = max(1, segment.length)
    if let last = places.last, segment.place - last.sum / last.weight <= sameLine {
      places[places.count - 1] = (last.sum + segment.place * weight, last.weight + weight)
    } else {
      places.append((segment.place * weight, weight))
    }
  }
  return places.map { ($0.sum + $0.weight / 2) / $0.weight }
}

/// Finds the drawn pieces, and drops lines of which no piece is drawn until none is left.
private func settled(_ grid: Grid, _ group: LineGroup) -> Grid? {
  var grid = grid
  while grid.rows > 0, grid.columns > 0 {
    grid.markPieces(group)
    let ys = grid.ys.indices.filter { $0 == 0 || $0 == grid.rows || grid.horizontal[$0].contains(true) }
    let xs = grid.xs.indices.filter { column in
      column == 0 || column == grid.columns || grid.isSupported(column: column)
    }
    if ys.count == grid.ys.count, xs.count == grid.xs.count { return grid }
    grid.ys = ys.map { grid.ys[$0] }
    grid.xs = xs.map { grid.xs[$0] }
  }
  return nil
}

extension Grid {
  /// Sets which pieces of its lines the strokes of `group` draw.
  mutating func markPieces(_ group: LineGroup) {
    horizontal = ys.map { y in
      let near = group.horizontal.filter { abs($0.place - y) <= sameLine }
      return (0..<columns).map { covers(near, xs[$0], xs[$0 + 1]) }
    }
    let strokes = xs.map { x in group.vertical.filter { abs($0.place - x) <= sameLine } }
    vertical = (0..<rows).map { row in strokes.map { covers($0, ys[row], ys[row + 1]) } }
  }

  /// A column boundary is real when it is drawn beside two rows, or all there are: one row may be a digit's stroke.
  fileprivate func isSupported(column: Int) -> Bool {
    vertical.count { $0[column] } >= min(2, rows)
  }
}

/// Whether strokes cover the stretch from line to line, near both ends and in between.
private func covers(_ strokes: [Segment], _ from: Int, _ to: Int) -> Bool {
  let slack = min(6, 2 + (to - from) / 8)
  let inner = strokes.filter { $0.from < to && $0.to > from }
  guard let first = inner.map(\.from).min(), let last = inner.map(\.to).max(), first <= from + slack,
    last >= to - slack
  else { return false }
  var (covered, reached) = (0, from)
  for stroke in inner.sorted(by: { $0.from < $1.from }) {
    let start = max(reached, stroke.from)
    covered += max(0, min(to, stroke.to) - start)
    reached = max(reached, stroke.to)
  }
  return covered * 4 >= (to - from) * 3 - 16
}

/// Parts a grid at the space between two tables: a row beside which a frame is interrupted, or that nothing is in.
private func splitWhereNothingRuns(_ grid: Grid, _ layout: Layout) -> [Grid] {
  let framed = grid.vertical.count { $0.first == true && $0.last == true } * 2 > grid.rows
  var parts: [Grid] = []
  var first = 0
  for row in 0..<grid.rows {
    let band = Area(left: grid.area.left, top: grid.ys[row], right: grid.area.right, bottom: grid.ys[row + 1])
    let isGap =
      framed
      ? grid.vertical[row].first == false && grid.vertical[row].last == false
      : !grid.vertical[row].contains(true) && !layout.text.contains { band.holds($0.area) }
    guard isGap else { continue }
    if row > first { parts.append(grid.part(first..<row)) }
    first = row + 1
  }
  if first == 0 { return [grid] }
  if first < grid.rows { parts.append(grid.part(first..<grid.rows)) }
  return parts
}

extension Area {
  /// Whether the middle of `other` lies inside.
  func holds(_ other: Area) -> Bool {
    let (x, y) = ((other.left + other.right) / 2, (other.top + other.bottom) / 2)
    return x >= left && x < right && y >= top && y < bottom
  }
}

extension Grid {
  /// Some of its rows as a grid of their own, without the column lines that do not run there.
  fileprivate func part(_ range: Range<Int>) -> Grid {
    let kept = xs.indices.filter { column in vertical[range].contains { $0[column] } }
    guard kept.count >= 2 else {
      return Grid(xs: [], ys: [], horizontal: [], vertical: [])
    }
    let flat = horizontal[range.lowerBound...range.upperBound].map { row in
      zip(kept, kept.dropFirst()).map { row[$0..<$1].contains(true) }
    }
    return Grid(
      xs: kept.map { xs[$0] }, ys: Array(ys[range.lowerBound...range.upperBound]), horizontal: flat,
      vertical: vertical[range].map { row in kept.map { row[$0] } })
  }
}
