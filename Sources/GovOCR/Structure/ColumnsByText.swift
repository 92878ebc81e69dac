/// Puts in the columns of a table that is ruled only horizontally: they are parted where hardly a row has text.
func withColumnsByText(_ grid: Grid, _ group: LineGroup, _ layout: Layout) -> Grid {
  let bands = (0..<grid.rows).map { row in
    var band = grid.area
    (band.top, band.bottom) = (grid.ys[row], grid.ys[row + 1])
    return textStretches(band, layout)
  }
  let filled = bands.filter { !$0.isEmpty }
  guard filled.count >= 2 else { return grid }
  var grid = grid
  let inner = valleys(of: filled, grid.area.left..<grid.area.right, least: layout.textHeight)
  grid.xs = [grid.area.left] + inner + [grid.area.right]
  grid.markPieces(group)
  grid.vertical = bands.map { stretches in
    grid.xs.map { x in !stretches.contains { $0.contains(x) } }
  }
  return grid
}

/// The stretches of a band that text covers; characters of one phrase make one stretch.
private func textStretches(_ band: Area, _ layout: Layout) -> [Range<Int>] {
  var stretches: [Range<Int>] = []
  for glyph in layout.text where band.holds(glyph.area) {
    if let last = stretches.last, glyph.area.left - last.upperBound <= layout.textHeight * 8 / 10 {
      stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, glyph.area.right)
    } else {
      stretches.append(glyph.area.left..<glyph.area.right)
    }
  }
  return stretches
}

/// The middles of the stretches that few bands cover, between stretches that more cover.
private func valleys(of bands: [[Range<Int>]], _ span: Range<Int>, least: Int) -> [Int] {
  var counts = [Int](repeating: 0, count: span.count)
  for stretch in bands.joined() {
    for x in stretch where span.contains(x) { counts[x - span.lowerBound] += 1 }
  }
  let limit = bands.count * 4 / 10
  var valleys: [Int] = []
  var start: Int?
  for (x, count) in counts.enumerated() {
    if count <= limit {
      start = start ?? x
    } else if let from = start {
      if from > 0, x - from >= 2 { valleys.append(span.lowerBound + thinnest(counts, from..<x)) }
      start = nil
    }
  }
  return valleys
}

/// The middle of the longest stretch of the lowest count.
private func thinnest(_ counts: [Int], _ range: Range<Int>) -> Int {
  guard let low = counts[range].min() else { return range.lowerBound }
  var (best, start) = (range.lowerBound..<range.lowerBound, range.lowerBound)
  for x in range {
    if counts[x] != low { start = x + 1 }
    if x + 1 - start > best.count { best = start..<x + 1 }
  }
  return (best.lowerBound + best.upperBound) / 2
}
