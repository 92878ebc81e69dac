/// Everything about a picture that structure is found by.
struct Layout {
  let horizontal: [Segment]
  let vertical: [Segment]
  /// Boxes of ink that may be text: neither line nor speck.
  let text: [Component]
  /// Small marks, by their left edges: points and signs of numbers, but also dashes of lines and grain.
  let points: [Area]
  /// Upright marks too thin for text: 1 and I, but also dashes of lines.
  var bars: [Area] = []
  /// The dots that lead from the titles of a list of contents to their pages, from text to text.
  var leaders: [Area] = []
  /// The usual height of a text component, in pixels; 12 when there is none.
  let textHeight: Int
  /// Where a line that is looked for in one place shows.
  let ground: Ground
}

/// How far two strokes may miss each other and still be said to meet, in pixels. Averaging along a line rounds its ends.
private let meeting = 5

/// The tables of a picture and what they were found by.
struct FoundTables {
  let layout: Layout
  /// What is a table as it stands, should it be no known form.
  let grids: [Grid]
  /// What forms are laid over: with all boundaries that may be lines.
  let drawn: [Grid]
}

/// Finds the tables that lines part, and those that white does.
func findTables(_ pages: Pages) -> FoundTables {
  let (layout, drawn, black) = ruledTables(pages)
  // The text under a seal shows in black alone.
  let looks = [layout, black].compactMap { $0 }
  let cleared = drawn.map { $0.cleared(layout) }
    .filter { grid in grid.rows * grid.columns >= 2 && !looks.contains { grid.isInText($0) } }
  let grids = withAligned(cleared, layout)
  return FoundTables(layout: layout, grids: grids, drawn: cleared == drawn ? grids : withAligned(drawn, layout))
}

/// Puts the tables that white parts beside those that lines part, and in the place of what a few lines show of them.
private func withAligned(_ grids: [Grid], _ layout: Layout) -> [Grid] {
  let ruled = grids.filter { grid in !grid.isOpen }
  let aligned = alignedGrids(layout, beside: ruled)
  let rest = grids.filter { grid in
    grid.isOpen && !aligned.contains { $0.area.inset(by: -layout.textHeight).holds(grid.area) }
  }
  return (ruled + aligned + rest).filter { grid in
    // Lines between paragraphs are no columns, and the strokes of a large character have no text between them.
    (grid.columns > 1 || grid.vertical.joined().contains(true)) && layout.text.contains { grid.holds($0.area) }
  }
  .sorted { ($0.area.top, $0.area.left) < ($1.area.top, $1.area.left) }
}

extension Grid {
  /// Whether a text lies in one of the cells.
  fileprivate func holds(_ text: Area) -> Bool {
    cells().contains { area(of: $0).inset(by: -2).clipping(text) == text }
  }

  /// Whether no column line runs inside: a table ruled only horizontally, or the head of one.
  fileprivate var isOpen: Bool {
    isAligned || columns == 1 || rows == 1 || !vertical.contains { $0.dropFirst().dropLast().contains(true) }
  }
}

/// The tables that lines show, and what they were found by: all inks, or black alone when seals and coloured marks confuse.
/// `black` is what black alone shows, where it was looked at.
private func ruledTables(_ pages: Pages) -> (layout: Layout, grids: [Grid], black: Layout?) {
  let layout = findLayout(pages)
  let grids = findGrids(layout)
  let doubts = grids.map { $0.doubts(layout) }.reduce(0, +)
  guard doubts > 0 || grids.isEmpty else { return (layout, grids, nil) }
  let black = findLayout(pages, inks: .black)
  let fewer = findGrids(black)
  let slots = { (grids: [Grid]) in grids.map { $0.rows * $0.columns }.reduce(0, +) }
  // Pale coloured lines are not to be seen in black: a part of the table has no doubts, and yet is only a part.
  guard !fewer.isEmpty, fewer.map({ $0.doubts(black) }).reduce(0, +) < doubts, slots(fewer) * 10 >= slots(grids) * 4
  else { return (layout, grids, black) }
  return (black, fewer, black)
}

/// The ruled tables of a picture, from top to bottom.
func findGrids(_ layout: Layout) -> [Grid] {
  var groups = connectedGroups(layout)
  groups = joinedByExtent(groups, textHeight: layout.textHeight)
  return groups.flatMap { ruledGrids($0, layout) }
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
    return boxes.extent
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
    let near = upright.between(line.from - meeting, line.to + meeting)
    for j in near.indices where line.place >= upright[j].from - meeting && line.place <= upright[j].to + meeting {
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
  // A frame is a table of its own, but for a shaded head over rows without one. Where there is no frame, a row that no
  // column line crosses parts the lines of one table.
  let isHead = place.height < 4 * textHeight && group.vertical.isEmpty && area.top - place.bottom < 4 * textHeight
  if group.isFramed || other.isFramed && !isHead { return false }
  return area.top - place.bottom < (group.vertical.isEmpty || other.vertical.isEmpty ? 14 : 4) * textHeight
}

/// The tables of one group of lines: several when they stand close above each other.
private func ruledGrids(_ group: LineGroup, _ layout: Layout) -> [Grid] {
  guard let area = group.area, area.height >= layout.textHeight else { return [] }
  let sameLine = max(6, layout.textHeight * 7 / 10)
  var ys = clustered(group.horizontal, within: sameLine)
  var xs = clustered(group.vertical, within: sameLine)
  // Without an outer border the inner lines stick out and show where the table ends.
  ys = withEnds(ys, area.top, area.bottom - 1, layout.textHeight)
  xs = withEnds(xs, area.left, area.right - 1, layout.textHeight)
  guard ys.count >= 2, xs.count >= 2 else { return [] }
  let whole = drawnGrid(xs: xs, ys: ys, layout)
  return partsWithoutGaps(whole, layout).compactMap { rows in
    let places = whole.places(in: rows)
    let ys = Array(ys[rows.lowerBound...rows.upperBound])
    guard let grid = settled(xs: places, ys: ys, layout, by: .ink) else { return nil }
    return grid.columns == 1 && grid.rows > 1 ? withColumnsByText(grid, layout) : grid
  }
}

private func withEnds(_ places: [Int], _ first: Int, _ last: Int, _ textHeight: Int) -> [Int] {
  var places = places
  if let low = places.first, low - first > textHeight { places.insert(first, at: 0) }
  if let high = places.last, last - high > textHeight { places.append(last) }
  return places.isEmpty ? [first, last] : places
}

/// The places of strokes, weighted by length; those nearly at one place are a double line, or both edges of a thick one.
private func clustered(_ segments: [Segment], within sameLine: Int) -> [Int] {
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

/// The rows of the tables in a grid: between two tables is a row beside which a frame is interrupted, or that nothing is in.
private func partsWithoutGaps(_ grid: Grid, _ layout: Layout) -> [Range<Int>] {
  let framed = grid.vertical.count { $0.first == true && $0.last == true } * 2 > grid.rows
  var parts: [Range<Int>] = []
  var first = 0
  for row in 0..<grid.rows {
    let band = Area(left: grid.area.left, top: grid.ys[row], right: grid.area.right, bottom: grid.ys[row + 1])
    let isGap = !grid.vertical[row].contains(true) && (framed || !layout.text.contains { band.holds($0.area) })
    guard isGap else { continue }
    if row > first { parts.append(first..<row) }
    first = row + 1
  }
  if first < grid.rows { parts.append(first..<grid.rows) }
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
  /// The column boundaries that run in some of the rows, from where the lines of these rows begin to where they end.
  fileprivate func places(in rows: Range<Int>) -> [Int] {
    xs.indices.filter { column in
      let isEnd = column == 0 || column == columns
      return vertical[rows].contains { $0[column] }
        || isEnd && horizontal[rows.lowerBound...rows.upperBound].contains { $0[column == 0 ? 0 : columns - 1] }
    }
    .map { xs[$0] }
  }
}
