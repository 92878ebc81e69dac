// Titles and notes that a stroke of theirs, or a line that runs on past a corner, makes a row of a table.
extension Grid {
  /// The grid without its first and its last row where they lie outside of its frame and hold one text, or none.
  ///
  /// Texts in columns may be a row whose frame has faded, and stay.
  func withinFrame(_ layout: Layout) -> Grid {
    guard rows > 2, vertical.count(where: { $0.first == true && $0.last == true }) * 3 >= 2 * rows else { return self }
    let texts = rowTexts(layout.text.map(\.area).filter { area.holds($0) })
    func isOutside(_ row: Int, boundary: Int) -> Bool {
      vertical[row].first == false && vertical[row].last == false
        && horizontal[boundary].count(where: \.self) * 2 < columns && isOneText(texts[row], layout.textHeight)
    }
    let first = isOutside(0, boundary: 0) ? 1 : 0
    let last = isOutside(rows - 1, boundary: rows) ? rows - 1 : rows
    guard last - first < rows else { return self }
    return settled(xs: xs, ys: Array(ys[first...last]), layout, by: .inkAndText) ?? self
  }

  /// Whether no white between the characters is wider than in a title set wide.
  private func isOneText(_ glyphs: [Area], _ textHeight: Int) -> Bool {
    let line = glyphs.sorted { $0.left < $1.left }
    var reached = line.first?.left ?? 0
    return line.allSatisfy { glyph in
      defer { reached = max(reached, glyph.right) }
      return glyph.left - reached <= 2 * textHeight
    }
  }
}
