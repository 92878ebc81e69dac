/// The pieces of lines that are drawn, of whatever lines there seem to be.
func drawnGrid(xs: [Int], ys: [Int], _ layout: Layout) -> Grid { GridLines(xs: xs, ys: ys, layout).grid() }

/// Finds the drawn pieces, and drops lines of which no piece is drawn until none is left.
func settled(xs: [Int], ys: [Int], _ layout: Layout) -> Grid? {
  var lines = GridLines(xs: xs, ys: ys, layout)
  while lines.xs.count > 1, lines.ys.count > 1 {
    let grid = lines.grid()
    let rows = lines.ys.indices.filter { $0 == 0 || $0 == grid.rows || grid.horizontal[$0].contains(true) }
    let columns = lines.xs.indices.filter {
      $0 == 0 || $0 == grid.columns
        || lines.isSupported(column: $0, grid) && !lines.isStroke(column: $0, grid)
          && !lines.isStray(column: $0, grid)
    }
    if rows.count == lines.ys.count, columns.count == lines.xs.count { return grid }
    lines.keep(rows: rows, columns: columns)
  }
  return nil
}

/// The lines of a table, followed pixel by pixel.
private struct GridLines {
  private(set) var xs: [Int]
  private(set) var ys: [Int]
  private var flat: [[Ground.Mark]]
  private var upright: [[Ground.Mark]]
  private let left: Int
  private let top: Int
  private let text: [Area]
  private let textHeight: Int

  init(xs: [Int], ys: [Int], _ layout: Layout) {
    (self.xs, self.ys, left, top, textHeight) = (xs, ys, xs.first ?? 0, ys.first ?? 0, layout.textHeight)
    let (right, bottom) = (xs.last ?? 0, ys.last ?? 0)
    let extent = Area(left: left, top: top, right: right, bottom: bottom)
    text = layout.text.map(\.area).filter { !extent.clipping($0).isEmpty }
    flat = ys.map { [left] in layout.ground.marks(row: $0, from: left, to: max(left, right)) }
    upright = xs.map { [top] in layout.ground.marks(column: $0, from: top, to: max(top, bottom)) }
  }

  mutating func keep(rows: [Int], columns: [Int]) {
    (ys, flat) = (rows.map { ys[$0] }, rows.map { flat[$0] })
    (xs, upright) = (columns.map { xs[$0] }, columns.map { upright[$0] })
  }

  func grid() -> Grid {
    let flatShares = flat.map { line in zip(xs, xs.dropFirst()).map { share(line, $0 - left, $1 - left) } }
    let uprightShares = zip(ys, ys.dropFirst()).map { upper, lower in
      upright.map { share($0, upper - top, lower - top) }
    }
    var grid = Grid(
      xs: xs, ys: ys, horizontal: flatShares.map { $0.map { $0 >= drawn } },
      vertical: uprightShares.map { $0.map { $0 >= drawn } })
    grid.unclear =
      flatShares.dropFirst().dropLast().joined().count { unclear.contains($0) }
      + uprightShares.map { $0.dropFirst().dropLast().count { unclear.contains($0) } }.reduce(0, +)
    return grid
  }

  /// A column boundary is real when it is drawn beside half the rows, or beside one clearly and farther than a stroke of
  /// text is high.
  func isSupported(column: Int, _ grid: Grid) -> Bool {
    let rows = grid.vertical.indices.filter { grid.vertical[$0][column] }
    if rows.count * 2 >= grid.rows { return true }
    let clear = rows.filter { share(upright[column], ys[$0] - top, ys[$0 + 1] - top) > 0.85 }
    return clear.map { ys[$0 + 1] - ys[$0] }.reduce(0, +) * 10 > textHeight * 16
  }

  /// Whether text runs over a column boundary in more rows than it is drawn beside: then it is made of strokes of text.
  func isStroke(column: Int, _ grid: Grid) -> Bool {
    let x = xs[column]
    let crossed = grid.vertical.indices.count { row in
      guard !grid.vertical[row][column] else { return false }
      let near = text.filter { $0.top + $0.bottom > 2 * ys[row] && $0.top + $0.bottom < 2 * ys[row + 1] }
      let before = near.filter { $0.left < x - 2 }.map(\.right).max() ?? 0
      let after = near.filter { $0.right > x + 2 }.map(\.left).min() ?? Int.max / 2
      return after - before <= max(3, textHeight / 3)
    }
    return crossed > grid.vertical.count { $0[column] }
  }

  /// Whether a column boundary of few rows parts off less than a character, or runs where text goes on with no more room than inside
  /// of a word: it is a stroke of a large character, or the rim of a seal.
  func isStray(column: Int, _ grid: Grid) -> Bool {
    let rows = grid.vertical.indices.filter { grid.vertical[$0][column] }
    guard rows.count * 10 <= grid.rows * 3 else { return false }
    let x = xs[column]
    return rows.contains { row in
      let drawn = xs.indices.filter { $0 != column && grid.vertical[row][$0] }
      if drawn.contains(where: { abs(xs[$0] - x) * 10 < textHeight * 12 }) { return true }
      let near = text.filter { $0.top + $0.bottom > 2 * ys[row] && $0.top + $0.bottom < 2 * ys[row + 1] }
      guard let before = near.filter({ $0.left + $0.right < 2 * x }).map(\.right).max(),
        let after = near.filter({ $0.left + $0.right > 2 * x }).map(\.left).min()
      else { return false }
      return after - before <= max(3, textHeight / 3)
    }
  }

  /// The share of a piece that is drawn, without its ends, where other lines cross; 0.5 when text hides it.
  ///
  /// A stroke of text leaves space before the lines that a piece of line runs into: without both ends a quarter is taken off.
  private func share(_ line: [Ground.Mark], _ from: Int, _ to: Int) -> Double {
    let crossing = min(3, (to - from) / 8)
    guard from + crossing < to - crossing else { return 0.5 }
    let piece = Array(line[from + crossing..<to - crossing])
    guard let share = piece.share else { return 0.5 }
    let ends = [Array(piece.prefix(4)), Array(piece.suffix(4))].compactMap(\.share)
    return ends.allSatisfy { $0 >= 0.5 } ? share : share - 0.25
  }
}

/// From this share on a piece is taken to be drawn; chosen on pictures drawn by Scripts/pictures/draw.py.
private let drawn = 0.6
/// Shares that speak neither for a line nor against it.
private let unclear = 0.35..<0.75
