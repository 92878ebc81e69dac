// Boundaries that are no lines: strokes of characters, rims of seals, second edges of lines.

extension Grid {
  /// The grid without boundaries that the text says are no lines, and with those that it says were missed.
  func cleared(_ layout: Layout) -> Grid {
    guard !isAligned, let found = settled(xs: xs, ys: ys, layout, by: .inkAndText) else { return self }
    let missed = found.missedRows(layout)
    let rows = (found.ys + missed).sorted()
    let grid = (missed.isEmpty ? found : settled(xs: found.xs, ys: rows, layout, by: .inkAndText) ?? found)
      .withinFrame(layout)
    if grid.columns == 1, grid.rows > 1 { return withColumnsByText(grid, layout) }
    return grid.withoutCutWords(layout).withHiddenLines(layout)
  }
}

extension GridLines {
  /// The row and column boundaries that are lines.
  func real(in grid: Grid) -> (rows: [Int], columns: [Int]) {
    var rows = ys.indices.filter { $0 == 0 || $0 == grid.rows || grid.horizontal[$0].contains(true) }
    var columns = xs.indices.filter {
      $0 == 0 || $0 == grid.columns
        || isSupported(column: $0, grid) && !isStroke(column: $0, grid) && !isStray(column: $0, grid)
    }
    guard rules == .inkAndText else { return (rows, columns) }
    rows = rows.filter { $0 == 0 || $0 == grid.rows || !isStroke(row: $0, grid) && !runsPast(row: $0, grid) }
    columns = columns.filter {
      $0 == 0 || $0 == grid.columns || !isOfText(column: $0, grid) && !runsPast(column: $0, grid)
    }
    // One after the other: of two edges of a sliver one is a line.
    guard rows.count == ys.count, columns.count == xs.count else { return (rows, columns) }
    let narrow = (sliverEdge(ofRows: grid), sliverEdge(ofColumns: grid))
    return (rows.filter { $0 != narrow.0 }, columns.filter { $0 != narrow.1 })
  }

  /// Whether text runs over a row boundary in more columns than it is drawn beside, and parts no texts in these: it is made of the
  /// strokes of 一, 二 and 三. The line below the head of a group parts that from the heads below it.
  private func isStroke(row: Int, _ grid: Grid) -> Bool {
    let drawn = (0..<grid.columns).filter { grid.horizontal[row][$0] }
    let crossed = (0..<grid.columns).count { column in
      !grid.horizontal[row][column]
        && text(inColumn: column).contains { $0.top < ys[row] - 2 && $0.bottom > ys[row] + 2 }
    }
    guard crossed > drawn.count else { return false }
    return drawn.allSatisfy { column in
      let tall = text(inColumn: column).filter { $0.height * 2 > textHeight }
      return !tall.contains { $0.top >= ys[row - 1] - 2 && $0.bottom <= ys[row] + 2 }
        || !tall.contains { $0.top >= ys[row] - 2 && $0.bottom <= ys[row + 1] + 2 }
    }
  }

  private func text(inColumn column: Int) -> [Area] {
    text.filter { $0.left + $0.right > 2 * xs[column] && $0.left + $0.right < 2 * xs[column + 1] }
  }

  /// A column boundary is real when it is drawn beside half the rows, or beside one clearly and farther than a stroke of
  /// text is high.
  private func isSupported(column: Int, _ grid: Grid) -> Bool {
    let rows = grid.vertical.indices.filter { grid.vertical[$0][column] }
    if rows.count * 2 >= grid.rows { return true }
    let clear = rows.filter { uprightShare(column: column, row: $0) > 0.85 }
    return clear.map { ys[$0 + 1] - ys[$0] }.reduce(0, +) * 10 > textHeight * 16
  }

  /// Whether text runs over a column boundary in more rows than it is drawn beside: then it is made of strokes of text.
  private func isStroke(column: Int, _ grid: Grid) -> Bool {
    let x = xs[column]
    let crossed = grid.vertical.indices.count { row in
      guard !grid.vertical[row][column] else { return false }
      let near = text(inRow: row)
      let before = near.filter { $0.left < x - 2 }.map(\.right).max() ?? 0
      let after = near.filter { $0.right > x + 2 }.map(\.left).min() ?? Int.max / 2
      return after - before <= insideWords
    }
    return crossed > grid.vertical.count { $0[column] } && !runsOn(column: column, grid)
  }

  /// Whether a column boundary goes on through three rows, in which strokes of characters would leave room above and below.
  private func runsOn(column: Int, _ grid: Grid) -> Bool {
    let goesOn = grid.vertical.indices.dropLast().map { row in
      grid.vertical[row][column] && grid.vertical[row + 1][column]
        && min(ys[row + 1] - ys[row], ys[row + 2] - ys[row + 1]) * 10 >= textHeight * 17
        && ground.isInked(column: xs[column], around: ys[row + 1])
    }
    return zip(goesOn, goesOn.dropFirst()).contains { $0 && $1 }
  }

  /// Whether a column boundary that some rows lack runs where text goes on, mostly, with no more room than between digits;
  /// or, where few rows have it, parts off nothing: it is made of strokes of characters, or the rim of a seal.
  private func isOfText(column: Int, _ grid: Grid) -> Bool {
    let rows = grid.vertical.indices.filter { grid.vertical[$0][column] }
    guard rows.count < grid.rows else { return false }
    // Numbers that fill their cells keep the space of two cells between them.
    let closest = rows.count { isInsideOfWord(column: column, row: $0, room: max(2, textHeight / 6)) }
    if closest * 3 >= rows.count * 2, closest > 0 { return true }
    return rows.count * 10 <= grid.rows * 3 && rows.allSatisfy { endsText(column: column, row: $0, grid) }
  }

  /// Whether a column boundary of few rows runs where text goes on with no more room than inside of a word, or parts off less than
  /// a character: it is a stroke of a large character, or the rim of a seal.
  private func isStray(column: Int, _ grid: Grid) -> Bool {
    let rows = grid.vertical.indices.filter { grid.vertical[$0][column] }
    guard rows.count * 10 <= grid.rows * 3 else { return false }
    return rows.contains { isInsideOfWord(column: column, row: $0, room: insideWords) }
      || rows.contains { row in
        xs.indices.contains {
          $0 != column && grid.vertical[row][$0] && abs(xs[$0] - xs[column]) * 10 < textHeight * 12
        }
      }
  }

  private func isInsideOfWord(column: Int, row: Int, room: Int) -> Bool {
    let near = text(inRow: row)
    guard let before = near.filter({ $0.left + $0.right < 2 * xs[column] }).map(\.right).max(),
      let after = near.filter({ $0.left + $0.right > 2 * xs[column] }).map(\.left).min()
    else { return false }
    return after - before <= room
  }

  /// Whether a boundary ends the text of one row, and parts it from nothing.
  private func endsText(column: Int, row: Int, _ grid: Grid) -> Bool {
    let drawn = xs.indices.filter { $0 == 0 || $0 == grid.columns || grid.vertical[row][$0] }
    guard let left = drawn.last(where: { $0 < column }), let right = drawn.first(where: { $0 > column }) else {
      return false
    }
    let near = text(inRow: row).filter { $0.right > xs[left] && $0.left < xs[right] }
    let before = near.filter { $0.left + $0.right < 2 * xs[column] }
    let after = near.filter { $0.left + $0.right > 2 * xs[column] }
    return isAtEndOfText(xs[column], before, after, textHeight: textHeight)
  }

  private func text(inRow row: Int) -> [Area] {
    text.filter { $0.top + $0.bottom > 2 * ys[row] && $0.top + $0.bottom < 2 * ys[row + 1] }
  }

  private var insideWords: Int { roomInWord(textHeight: textHeight) }
}

// MARK: - Slivers

extension GridLines {
  /// The lesser edge of a row in which no line of text has room: both edges of one line, or a stroke of text and a line.
  private func sliverEdge(ofRows grid: Grid) -> Int? {
    sliverEdge(ys, drawn: grid.horizontal.map { $0.count(where: \.self) }, of: grid.columns) { upper, lower in
      text.contains { $0.top >= upper - 2 && $0.bottom <= lower + 2 && $0.height * 2 > textHeight }
    }
  }

  private func sliverEdge(ofColumns grid: Grid) -> Int? {
    let drawn = xs.indices.map { column in grid.vertical.count { $0[column] } }
    return sliverEdge(xs, drawn: drawn, of: grid.rows) { left, right in
      text.contains { $0.left >= left - 2 && $0.right <= right + 2 && $0.height * 2 > textHeight }
    }
  }

  /// - Parameter hasText: Whether text fits between two places.
  private func sliverEdge(_ places: [Int], drawn: [Int], of all: Int, hasText: (Int, Int) -> Bool) -> Int? {
    for (index, (one, other)) in zip(places, places.dropFirst()).enumerated() {
      let width = other - one
      guard width < textHeight, !hasText(one, other) else { continue }
      let inner = [index, index + 1].filter { $0 > 0 && $0 < places.count - 1 }
      guard let lesser = inner.min(by: { drawn[$0] < drawn[$1] }) else { continue }
      // A row left empty between two lines is narrow, too.
      if drawn[lesser] < all || width * 10 < textHeight * 7 { return lesser }
    }
    return nil
  }
}

// MARK: - Strokes of text

extension Layout {
  /// The upright strokes of characters that touch no other: of 刂, of brackets and of l.
  ///
  /// They stand beside a character, at its height, and end there: above and below are neither the dashes of a line nor the
  /// paler rest of one.
  func strokes(in extent: Area) -> [Area] {
    let own = bars.filter { extent.holds($0) && ground.ends($0) }
    guard !own.isEmpty else { return [] }
    let solid = text.map(\.area).filter { !extent.clipping($0).isEmpty } + bars
    let marks = bars + points
    let (solidIndex, markIndex) = (AreaIndex(solid), AreaIndex(marks))
    return own.filter { bar in
      let rows = bar.top - textHeight / 2...bar.bottom + textHeight / 2
      let isDash = markIndex.reaching(rows).lazy.map { marks[$0] }.contains { mark in
        (mark.bottom <= bar.top + 1 || mark.top >= bar.bottom - 1) && mark.left <= bar.right && mark.right >= bar.left
          && mark.top < bar.bottom + textHeight / 2 && mark.bottom > bar.top - textHeight / 2
      }
      return !isDash
        && solidIndex.reaching(rows).lazy.map { solid[$0] }.contains { glyph in
          let common = min(glyph.bottom, bar.bottom) - max(glyph.top, bar.top)
          return glyph != bar && common * 10 >= 6 * min(glyph.height, bar.height)
            && max(glyph.left - bar.right, bar.left - glyph.right) <= textHeight / 2
        }
    }
  }
}

extension Ground {
  /// Whether an upright stroke is at both ends where its ink ends, and does not go on paler.
  func ends(_ stroke: Area) -> Bool {
    let own = (stroke.top..<stroke.bottom).map { contrast(of: stroke, at: $0) }.sorted()
    guard let usual = own.isEmpty ? nil : own[own.count / 2] else { return false }
    return [stroke.top - 3, stroke.bottom + 2].allSatisfy { contrast(of: stroke, at: $0) * 3 < usual }
  }

  /// Whether an upright line is drawn right above and below a place, as far as text keeps away from the line that crosses it there.
  func isInked(column x: Int, around y: Int) -> Bool {
    let stroke = Area(left: x, top: y - 12, right: x + 1, bottom: y + 13)
    let near = (stroke.top..<stroke.bottom).map { contrast(of: stroke, at: $0) }.sorted()
    return near[near.count / 2] > 20
      && [y - 5, y - 4, y + 4, y + 5].allSatisfy { contrast(of: stroke, at: $0) * 2 > near[near.count / 2] }
  }

  /// How much darker an upright stroke is than what lies beside it, in one row of pixels.
  func contrast(of stroke: Area, at y: Int) -> Int {
    guard let page = pages.first, y >= 0, y < page.height else { return 0 }
    let columns = (stroke.left - 1..<stroke.right + 1).clamped(to: 0..<page.width)
    let sides = [stroke.left - 3, stroke.right + 2].filter { (0..<page.width).contains($0) }
    return (sides.map { Int(page[$0, y]) }.max() ?? 0) - (columns.map { Int(page[$0, y]) }.min() ?? 0)
  }
}
