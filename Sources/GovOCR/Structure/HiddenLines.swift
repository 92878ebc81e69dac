// Column lines that were not seen, in the colour of the ground that they run over, where the texts of a row show them.
extension Grid {
  /// The grid with the column lines that are missing between texts of one row which stand in the columns of the others.
  ///
  /// A head is shaded in the colour of the table's lines, and those in it are not to be seen. On paper a line is pale or hidden by
  /// a seal there; that it is taken for one is a doubt.
  func withHiddenLines(_ layout: Layout) -> Grid {
    guard columns > 1, rows > 1 else { return self }
    let texts = rowTexts(layout.text.map(\.area).filter { area.holds($0) })
    var grid = self
    // Asked once for a row and a column: a row may have as many such cells as it has columns.
    let usual = xs.indices.map { isUsual(column: $0) }
    var shaded: [Int: Bool] = [:]
    for cell in cells() where cell.rowSpan == 1 && cell.columnSpan > 1 {
      let span = cell.column..<cell.column + cell.columnSpan
      guard isParted(texts[cell.row], span, layout.textHeight) else { continue }
      let isShaded = shaded[cell.row] ?? isShaded(cell.row, layout)
      shaded[cell.row] = isShaded
      guard isShaded || span.dropFirst().allSatisfy({ usual[$0] }) else { continue }
      for column in span.dropFirst() { grid.vertical[cell.row][column] = true }
      if !isShaded { grid.unclear += cell.columnSpan - 1 }
    }
    return grid
  }

  /// Whether a column boundary is drawn beside two thirds of the rows.
  private func isUsual(column: Int) -> Bool { vertical.count { $0[column] } * 3 >= 2 * rows }

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

  /// Whether each column of a span has text of its own, in its place, and the white at each boundary is more than a word leaves.
  ///
  /// The letters of a title that is set wide over two columns stand at their inner sides.
  private func isParted(_ glyphs: [Area], _ span: Range<Int>, _ textHeight: Int) -> Bool {
    let texts = span.map { column in
      glyphs.filter { $0.left + $0.right >= 2 * xs[column] && $0.left + $0.right < 2 * xs[column + 1] }.extent
    }
    let isInPlace = zip(span, texts).allSatisfy { column, text in
      guard let text else { return false }
      let (before, after) = (text.left - xs[column], xs[column + 1] - text.right)
      return min(before, after) <= textHeight || abs(before - after) * 2 <= xs[column + 1] - xs[column]
    }
    guard isInPlace else { return false }
    return zip(texts, texts.dropFirst()).allSatisfy { before, after in
      guard let before, let after else { return false }
      return (after.left - before.right) * 3 >= textHeight * 2
    }
  }
}
