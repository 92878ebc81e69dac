extension Grid {
  /// How often the lines contradict themselves or the text; 0 for a grid that is sure.
  ///
  /// Counted are pieces of lines that are neither clearly there nor clearly not, cells that are no rectangles, characters
  /// through which a line runs, and texts that stand apart where no line parts them.
  func doubts(_ layout: Layout) -> Int {
    let text = layout.text.map(\.area).filter { area.holds($0) && $0.height * 2 > layout.textHeight }
    let rows = rowTexts(text)
    return unclear + contradictions + cutCharacters(text) + partedTexts(rows, layout.textHeight)
      + doubleRows(rows, layout.textHeight) + doubleColumns(rows, layout.textHeight)
  }

  /// Pieces that are drawn inside a cell, or missing between two: lines that end in the open.
  private var contradictions: Int {
    let owners = slotOwners(cells(), rows: rows, columns: columns)
    var count = 0
    for row in 0..<rows {
      for column in 0..<columns {
        if column > 0, vertical[row][column] == (owners[row][column - 1] == owners[row][column]) { count += 1 }
        if row > 0, horizontal[row][column] == (owners[row - 1][column] == owners[row][column]) { count += 1 }
      }
    }
    return count
  }

  private func cutCharacters(_ text: [Area]) -> Int {
    text.count { glyph in
      guard let row = slot((glyph.top + glyph.bottom) / 2, ys), let column = slot((glyph.left + glyph.right) / 2, xs)
      else { return false }
      return xs.indices.contains { vertical[row][$0] && xs[$0] - glyph.left > 3 && glyph.right - xs[$0] > 3 }
        || ys.indices.contains { horizontal[$0][column] && ys[$0] - glyph.top > 3 && glyph.bottom - ys[$0] > 3 }
    }
  }

  private func slot(_ place: Int, _ lines: [Int]) -> Int? {
    guard let next = lines.firstIndex(where: { $0 > place }), next > 0 else { return nil }
    return next - 1
  }

  func rowTexts(_ text: [Area]) -> [[Area]] {
    var found = [[Area]](repeating: [], count: rows)
    for glyph in text {
      if let row = slot((glyph.top + glyph.bottom) / 2, ys) { found[row].append(glyph) }
    }
    return found
  }

  /// Column boundaries that are not drawn beside a row, and yet text stands on both sides, well apart.
  private func partedTexts(_ texts: [[Area]], _ textHeight: Int) -> Int {
    var count = 0
    for (row, glyphs) in texts.enumerated() {
      for column in xs.indices.dropFirst().dropLast() where !vertical[row][column] {
        let left = glyphs.filter { $0.right <= xs[column] + 1 && $0.left >= xs[column - 1] }.map(\.right).max()
        let right = glyphs.filter { $0.left >= xs[column] - 1 && $0.right <= xs[column + 1] }.map(\.left).min()
        let isCrossed = glyphs.contains { $0.left < xs[column] - 1 && $0.right > xs[column] + 1 }
        if let left, let right, !isCrossed, right - left > textHeight { count += 1 }
      }
    }
    return count
  }

  /// Rows in which two columns or more have two lines of text at the same heights: a boundary between them was not seen.
  private func doubleRows(_ texts: [[Area]], _ textHeight: Int) -> Int {
    texts.count { !sharedGaps($0, textHeight).isEmpty }
  }

  /// The white between two lines of text in the columns of one row, where two columns have it at the same height.
  func sharedGaps(_ glyphs: [Area], _ textHeight: Int) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    for column in 0..<columns {
      let cell = glyphs.filter { $0.left >= xs[column] && $0.right <= xs[column + 1] }.sorted { $0.top < $1.top }
      var bottom = cell.first?.bottom ?? 0
      for glyph in cell {
        if glyph.top - bottom > textHeight / 2 { gaps.append(bottom..<glyph.top) }
        bottom = max(bottom, glyph.bottom)
      }
    }
    func middle(_ gap: Range<Int>) -> Int { (gap.lowerBound + gap.upperBound) / 2 }
    // In order of their middles, the nearest is the next or the last.
    gaps.sort { middle($0) < middle($1) }
    let isNear = zip(gaps, gaps.dropFirst()).map { middle($1) - middle($0) <= textHeight / 3 }
    return gaps.indices.filter { ($0 > 0 && isNear[$0 - 1]) || ($0 < isNear.count && isNear[$0]) }.map { gaps[$0] }
  }

  /// Columns in most rows of which two texts stand well apart at one place: a boundary between them was not seen.
  private func doubleColumns(_ texts: [[Area]], _ textHeight: Int) -> Int {
    (0..<columns).count { column in
      let cells = texts.map { $0.filter { $0.left >= xs[column] && $0.right <= xs[column + 1] } }.filter { !$0.isEmpty }
      guard cells.count > 1 else { return false }
      let gaps = cells.map { wideGaps($0.map { $0.left..<$0.right }, least: textHeight) }
      return gaps[0].contains { gap in
        gaps.count { $0.contains { $0.overlaps(gap) } } * 4 >= cells.count * 3
      }
    }
  }

  private func wideGaps(_ stretches: [Range<Int>], least: Int) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var end = stretches.map(\.lowerBound).min() ?? 0
    for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if stretch.lowerBound - end > least { gaps.append(end..<stretch.lowerBound) }
      end = max(end, stretch.upperBound)
    }
    return gaps
  }
}
