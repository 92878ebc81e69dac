/// The pieces of lines that are drawn, of whatever lines there seem to be.
func drawnGrid(xs: [Int], ys: [Int], _ layout: Layout) -> Grid { GridLines(xs: xs, ys: ys, layout, by: .ink).grid() }

/// What says which boundaries are lines.
enum LineRules {
  /// What is drawn there. A form that is laid over them knows which of them it wants.
  case ink
  /// The text beside them, too.
  case inkAndText
}

/// Finds the drawn pieces, and drops what is no line until none is left.
func settled(xs: [Int], ys: [Int], _ layout: Layout, by rules: LineRules) -> Grid? {
  var lines = GridLines(xs: xs, ys: ys, layout, by: rules)
  while lines.xs.count > 1, lines.ys.count > 1 {
    let grid = lines.grid()
    let (rows, columns) = lines.real(in: grid)
    if rows.count == lines.ys.count, columns.count == lines.xs.count { return grid }
    lines.keep(rows: rows, columns: columns)
  }
  return nil
}

/// The lines of a table, followed pixel by pixel.
struct GridLines {
  private(set) var xs: [Int]
  private(set) var ys: [Int]
  private var flat: [[Ground.Mark]]
  private var upright: [[Ground.Mark]]
  private let left: Int
  private let top: Int
  let text: [Area]
  let textHeight: Int
  let ground: Ground
  let rules: LineRules

  init(xs: [Int], ys: [Int], _ layout: Layout, by rules: LineRules) {
    self.rules = rules
    ground = layout.ground
    (self.xs, self.ys, left, top, textHeight) = (xs, ys, xs.first ?? 0, ys.first ?? 0, layout.textHeight)
    let (right, bottom) = (xs.last ?? 0, ys.last ?? 0)
    let extent = Area(left: left, top: top, right: right, bottom: bottom)
    text = layout.text.map(\.area).filter { !extent.clipping($0).isEmpty }
    flat = ys.map { [left] in layout.ground.marks(row: $0, from: left, to: max(left, right)) }
    upright = xs.map { [top] in layout.ground.marks(column: $0, from: top, to: max(top, bottom)) }
    guard rules == .inkAndText else { return }
    for stroke in layout.strokes(in: extent) { leaveOut(stroke) }
  }

  /// A line that goes no further than a stroke of text, and what averaging adds to that, is none.
  private mutating func leaveOut(_ stroke: Area) {
    for column in xs.indices where xs[column] >= stroke.left - 1 && xs[column] <= stroke.right {
      let rows = (stroke.top - 5 - top..<stroke.bottom + 5 - top).clamped(to: upright[column].indices)
      for row in rows { upright[column][row] = .bare }
    }
  }

  mutating func keep(rows: [Int], columns: [Int]) {
    (ys, flat) = (rows.map { ys[$0] }, rows.map { flat[$0] })
    (xs, upright) = (columns.map { xs[$0] }, columns.map { upright[$0] })
  }

  func grid() -> Grid {
    let flatShares = zip(ys, flat).map { y, line in
      zip(xs, xs.dropFirst()).map {
        rules == .inkAndText && isWrittenOver(y, $0, $1) ? 0 : share(line, $0 - left, $1 - left)
      }
    }
    let uprightShares = zip(ys, ys.dropFirst()).map { upper, lower in
      upright.map { share($0, upper - top, lower - top) }
    }
    var grid = Grid(
      xs: xs, ys: ys, horizontal: flatShares.map { $0.map { $0 >= drawn } },
      vertical: uprightShares.map { $0.map { $0 >= drawn } })
    grid.unclear = unclearPieces(flatShares, uprightShares, of: grid)
    return grid
  }

  private func unclearPieces(_ flatShares: [[Double]], _ uprightShares: [[Double]], of grid: Grid) -> Int {
    var count = 0
    for (row, shares) in flatShares.enumerated().dropFirst().dropLast() {
      count += shares.indices.count { unclear.contains(shares[$0]) && !isHidden(row: row, column: $0, in: grid) }
    }
    for (row, shares) in uprightShares.enumerated() {
      count += shares.indices.dropFirst().dropLast().count {
        unclear.contains(shares[$0]) && !isHidden(column: $0, row: row, in: grid)
      }
    }
    return count
  }

  /// Whether text of a cell over several columns hides a column boundary beside a row, and nothing of a line shows above and
  /// below it: no line is drawn through text, and beside it lines keep a space. The stroke of a character that is taken for a
  /// boundary is hidden in the other rows, too, so it has to be drawn beside half of them.
  private func isHidden(column: Int, row: Int, in grid: Grid) -> Bool {
    let (x, upper, lower) = (xs[column], ys[row], ys[row + 1])
    guard grid.vertical.count(where: { $0[column] }) * 2 >= grid.rows,
      isBare(upright[column], upper - top, lower - top)
    else { return false }
    let beside = text.filter { $0.top >= upper && $0.bottom <= lower && $0.height * 2 > textHeight }
    if beside.contains(where: { $0.left <= x + 1 && $0.right >= x - 1 }) { return true }
    guard let before = beside.filter({ $0.right <= x }).map(\.right).max(),
      let after = beside.filter({ $0.left >= x }).map(\.left).min()
    else { return false }
    return after - before <= roomInWord(textHeight: textHeight)
  }

  /// The same of a row boundary and the text of a cell over several rows: characters that lie across it.
  private func isHidden(row: Int, column: Int, in grid: Grid) -> Bool {
    guard grid.horizontal[row].count(where: \.self) * 2 >= grid.columns,
      isBare(flat[row], xs[column] - left, xs[column + 1] - left)
    else { return false }
    return text.count { glyph in
      glyph.left >= xs[column] && glyph.right <= xs[column + 1] && glyph.top < ys[row] - 1 && glyph.bottom > ys[row] + 1
    } >= 2
  }

  /// Whether a column boundary of less than half of the rows runs on past the row lines between which it is drawn, and ends in
  /// the open: the rim of a seal does, a line ends where it meets another.
  func runsPast(column: Int, _ grid: Grid) -> Bool {
    runsPast(upright[column], grid.vertical.map { $0[column] }, ys.map { $0 - top })
  }

  /// The same of a row boundary.
  func runsPast(row: Int, _ grid: Grid) -> Bool {
    runsPast(flat[row], grid.horizontal[row], xs.map { $0 - left })
  }

  private func runsPast(_ line: [Ground.Mark], _ drawn: [Bool], _ ends: [Int]) -> Bool {
    guard drawn.count(where: \.self) * 2 < drawn.count else { return false }
    func goesOn(from end: Int, _ step: Int) -> Bool {
      let beyond = (1...2 * lineEnd).map { end + $0 * step }.filter(line.indices.contains).map { line[$0] }
      return !beyond.contains(.bare) && beyond.count { $0 == .drawn } * 2 > 2 * lineEnd
    }
    return drawn.indices.contains { piece in
      drawn[piece]
        && (piece > 0 && !drawn[piece - 1] && goesOn(from: ends[piece], -1)
          || piece + 1 < drawn.count && !drawn[piece + 1] && goesOn(from: ends[piece + 1], 1))
    }
  }

  /// Whether nothing of a line shows on a piece but at its ends.
  private func isBare(_ line: [Ground.Mark], _ from: Int, _ to: Int) -> Bool {
    let inner = max(0, from + lineEnd)..<max(0, from + lineEnd, to - lineEnd)
    return !line[inner.clamped(to: line.indices)].contains(.drawn)
  }

  /// Whether most of a piece of a row boundary runs through the middle of characters: the label of several rows stands there.
  private func isWrittenOver(_ y: Int, _ left: Int, _ right: Int) -> Bool {
    let cut = text.filter { glyph in
      glyph.left >= left && glyph.right <= right && min(y - glyph.top, glyph.bottom - y) * 4 >= textHeight
    }
    return cut.count >= 2 && cut.map(\.width).reduce(0, +) * 10 >= 4 * (right - left)
  }

  /// The share of the piece of a column boundary beside one row that is drawn.
  func uprightShare(column: Int, row: Int) -> Double { share(upright[column], ys[row] - top, ys[row + 1] - top) }

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

/// How far a line that ends at a crossing, or the crossing line, shows beyond it: averaging spreads both.
private let lineEnd = 7

/// From this share on a piece is taken to be drawn; chosen on pictures drawn by Scripts/pictures/draw.py.
private let drawn = 0.6
/// Shares that speak neither for a line nor against it.
private let unclear = 0.35..<0.75
