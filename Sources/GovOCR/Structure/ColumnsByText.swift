/// Puts in the columns of a table that is ruled only horizontally, by the white that runs down between them.
///
/// A text that runs over such a boundary spans the columns beside it, and takes the empty slots next to it along: a head
/// over a group of columns is centred over them. What cannot be told from the text counts as unclear.
func withColumnsByText(_ grid: Grid, _ layout: Layout) -> Grid {
  let bands = (0..<grid.rows).map { row in
    var band = grid.area
    (band.top, band.bottom) = (grid.ys[row], grid.ys[row + 1])
    return phrases(in: band, layout)
  }
  let white = WhiteColumns(bands, grid.area.left..<grid.area.right, textHeight: layout.textHeight)
  guard !white.places.isEmpty else { return grid }
  var result = drawnGrid(xs: [grid.area.left] + white.places + [grid.area.right], ys: grid.ys, layout)
  result.isAligned = true
  result.unclear = white.unclear
  result.vertical = bands.map { result.boundaries(beside: $0) }
  return result
}

/// The stretches of a band that text covers; what stands nearer than words do makes one stretch, and a point or a sign
/// bridges the gap in a number.
private func phrases(in band: Area, _ layout: Layout) -> [Range<Int>] {
  let glyphs = layout.text.map(\.area).filter { band.holds($0) }
  guard let top = glyphs.map(\.top).min(), let bottom = glyphs.map(\.bottom).max() else { return [] }
  let line = Area(left: band.left, top: top, right: band.right, bottom: bottom)
  let near = max(2, layout.textHeight * 3 / 10)
  let points = layout.points.filter { point in
    line.holds(point)
      && glyphs.contains { point.left - $0.right <= near && $0.left - point.right <= near }
  }
  var stretches: [Range<Int>] = []
  for glyph in (glyphs + points).sorted(by: { $0.left < $1.left }) {
    if let last = stretches.last, glyph.left - last.upperBound <= max(2, layout.textHeight * 45 / 100) {
      stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, glyph.right)
    } else {
      stretches.append(glyph.left..<glyph.right)
    }
  }
  return stretches
}

extension Grid {
  /// For one row which column boundaries part its texts.
  func boundaries(beside texts: [Range<Int>]) -> [Bool] {
    var marks = [Bool](repeating: true, count: xs.count)
    for text in texts {
      let crossed = xs.indices.dropFirst().dropLast().filter { text.lowerBound < xs[$0] && xs[$0] < text.upperBound }
      guard let first = crossed.first, let last = crossed.last else { continue }
      let span = spread(first - 1..<last + 1, under: text, beside: texts)
      for boundary in span.dropFirst() { marks[boundary] = false }
    }
    return marks
  }

  /// The columns that a spanning text takes: empty ones on either side, as long as that brings its middle nearer to theirs.
  private func spread(_ columns: Range<Int>, under text: Range<Int>, beside texts: [Range<Int>]) -> Range<Int> {
    var span = columns
    func isEmpty(_ column: Int) -> Bool {
      !texts.contains { $0.lowerBound < xs[column + 1] && $0.upperBound > xs[column] }
    }
    func offset(_ span: Range<Int>) -> Int {
      abs(xs[span.lowerBound] + xs[span.upperBound] - text.lowerBound - text.upperBound)
    }
    while true {
      let wider = [
        span.lowerBound > 0 && isEmpty(span.lowerBound - 1) ? span.lowerBound - 1..<span.upperBound : span,
        span.upperBound < self.columns && isEmpty(span.upperBound) ? span.lowerBound..<span.upperBound + 1 : span,
        span.lowerBound > 0 && isEmpty(span.lowerBound - 1) && span.upperBound < self.columns
          && isEmpty(span.upperBound)
          ? span.lowerBound - 1..<span.upperBound + 1 : span,
      ]
      guard let best = wider.min(by: { offset($0) < offset($1) }), offset(best) < offset(span) else { return span }
      span = best
    }
  }
}

/// Where white runs down between the texts of nearly all rows.
struct WhiteColumns {
  /// The middles of `runs`.
  let places: [Int]
  /// From where to where there is no text.
  let runs: [Range<Int>]
  /// How often the texts leave open which columns there are.
  let unclear: Int

  init(_ rows: [[Range<Int>]], _ span: Range<Int>, textHeight: Int) {
    let filled = rows.filter { !$0.isEmpty }
    var kept = filled
    // Rows whose texts span columns hide boundaries: without them more columns are seen that most rows have text in.
    for _ in 0..<min(6, filled.count / 3) where kept.count > 2 {
      let options = kept.indices.map { index in kept.enumerated().filter { $0.offset != index }.map(\.element) }
      let counts = options.map { denseColumns($0, span, least: max(3, textHeight / 2)) }
      guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }),
        counts[best] > denseColumns(kept, span, least: max(3, textHeight / 4))
      else { break }
      kept = options[best]
    }
    runs = whiteRuns(kept, span, least: max(3, textHeight / 4))
    let boundaries = runs.map { ($0.lowerBound + $0.upperBound) / 2 }
    places = boundaries
    let edges = [span.lowerBound] + boundaries + [span.upperBound]
    let sparse = zip(edges, edges.dropFirst()).count { left, right in
      kept.count { $0.contains { $0.lowerBound >= left && $0.upperBound <= right } } * 2 < kept.count
    }
    let heads = filled.prefix { row in !kept.contains(row) }.count
    let narrow = runs.count { $0.count * 2 < textHeight }
    let spanning = filled.count { row in boundaries.contains { place in row.contains { $0.contains(place) } } }
    let blank = kept.count { row in
      zip(edges, edges.dropFirst()).contains { left, right in
        !row.contains { $0.lowerBound < right && $0.upperBound > left }
      }
    }
    // An empty slot, or a text over two columns below the heads, may be either a cell or a part of its neighbour.
    unclear =
      blank + spanning - min(heads, spanning) + sparse + narrow + (filled.count - kept.count - heads)
      + (filled.count < 3 ? 1 : 0)
  }
}

/// The number of columns in which a quarter of the rows have text: a label may stand for several rows.
private func denseColumns(_ rows: [[Range<Int>]], _ span: Range<Int>, least: Int) -> Int {
  let places = whiteRuns(rows, span, least: least).map { ($0.lowerBound + $0.upperBound) / 2 }
  let edges = [span.lowerBound] + places + [span.upperBound]
  // For each column how many rows have text in it, and the last of them. Asked of a table once for each of its rows.
  var counts = [(texts: Int, row: Int)](repeating: (0, -1), count: edges.count - 1)
  for (row, texts) in rows.enumerated() {
    for text in texts {
      var column = firstColumn(endingBehind: text.lowerBound, edges)
      while column < counts.count, edges[column] < text.upperBound {
        if counts[column].row != row { counts[column] = (counts[column].texts + 1, row) }
        column += 1
      }
    }
  }
  return counts.count { $0.texts >= 2 && $0.texts * 4 >= rows.count }
}

/// The first of the columns between ascending edges whose right one lies behind a place, by halving.
private func firstColumn(endingBehind place: Int, _ edges: [Int]) -> Int {
  var (low, high) = (0, edges.count - 1)
  while low < high {
    let middle = (low + high) / 2
    if edges[middle + 1] > place { high = middle } else { low = middle + 1 }
  }
  return low
}

/// The stretches that no row's text covers, between stretches of text.
private func whiteRuns(_ rows: [[Range<Int>]], _ span: Range<Int>, least: Int) -> [Range<Int>] {
  var runs: [Range<Int>] = []
  var end: Int?
  for text in rows.joined().sorted(by: { $0.lowerBound < $1.lowerBound }) {
    if let end, text.lowerBound - end >= least { runs.append(end..<text.lowerBound) }
    end = max(end ?? text.upperBound, text.upperBound)
  }
  return runs.filter { span.contains($0.lowerBound) && span.contains($0.upperBound) }
}
