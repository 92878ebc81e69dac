// Column lines in the colour of the ground that they run over.
extension Grid {
  /// The grid with the columns of shaded rows in which no column line shows, though each column has a text of its own there.
  ///
  /// A head is shaded in the colour of the table's lines, and those in it are not to be seen.
  func withHiddenLines(_ layout: Layout) -> Grid {
    guard columns > 1, rows > 1 else { return self }
    let texts = rowTexts(layout.text.map(\.area).filter { area.holds($0) })
    var grid = self
    for row in 0..<rows where isShaded(row, layout) && isBare(row) && isParted(texts[row], layout.textHeight) {
      for column in 1..<columns { grid.vertical[row][column] = true }
    }
    return grid
  }

  /// Whether a row is one cell over all columns, and nothing of it goes on above or below.
  private func isBare(_ row: Int) -> Bool {
    !vertical[row].dropFirst().dropLast().contains(true)
      && [row, row + 1].allSatisfy { $0 == 0 || $0 == rows || !horizontal[$0].contains(false) }
  }

  /// Whether the ground of a row is another one than that of the next.
  private func isShaded(_ row: Int, _ layout: Layout) -> Bool {
    guard let page = layout.ground.pages.first else { return false }
    func level(_ row: Int) -> Int {
      let band = Area(left: area.left, top: ys[row] + 3, right: area.right, bottom: ys[row + 1] - 3)
      let greys = GreyCounts(page.crop(band))
      return greys.level(greys.total / 2)
    }
    return abs(level(row) - level(row + 1 < rows ? row + 1 : row - 1)) > 30
  }

  /// Whether each column has text of its own, and the white at each boundary is more than a word leaves.
  private func isParted(_ glyphs: [Area], _ textHeight: Int) -> Bool {
    let columns = zip(xs, xs.dropFirst()).map { left, right in
      glyphs.filter { $0.left + $0.right >= 2 * left && $0.left + $0.right < 2 * right }.extent
    }
    guard columns.allSatisfy({ $0 != nil }) else { return false }
    return zip(columns, columns.dropFirst()).allSatisfy { before, after in
      guard let before, let after else { return false }
      return (after.left - before.right) * 3 >= textHeight * 2
    }
  }
}
