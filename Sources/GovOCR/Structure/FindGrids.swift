/// The ruled tables of a picture, from top to bottom.
func findGrids(_ layout: Layout) -> [Grid] {
  lineGroups(layout).flatMap { ruledGrids($0, layout) }
    .filter { $0.rows * $0.columns >= 2 }
    .sorted { ($0.area.top, $0.area.left) < ($1.area.top, $1.area.left) }
}

/// The tables of one group of lines: several when they stand close above each other.
private func ruledGrids(_ group: LineGroup, _ layout: Layout) -> [Grid] {
  let area = group.area
  guard area.height >= layout.textHeight else { return [] }
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
