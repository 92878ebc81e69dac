extension CellInk {
  /// Whether all that stands in a cell belongs to a mark across the page: strokes paler than the table's text and far
  /// broader, which no digit of that size has.
  ///
  /// Small print is pale too, since its hairlines cover no whole pixel; but then they are as narrow as one.
  ///
  /// - Parameters:
  ///   - usualContrast: That of the table's text, in levels of grey.
  ///   - textHeight: The height of its usual character, in pixels.
  func isMarkAcrossPage(usualContrast: Int, textHeight: Int) -> Bool {
    isPale(usualContrast) && page.hasDarkSquare(side: max(4, textHeight * 4 / 10))
  }

  /// Whether all that stands in a cell reaches over an edge of it and is paler than the table's text: a narrower mark across the
  /// page, or a `/` in a low cell, which is told by being read.
  func reachesOverEdges(usualContrast: Int, textHeight: Int) -> Bool {
    let strokes = components(of: page, darkerThan: inkThreshold).filter { $0.pixels >= max(4, textHeight / 2) }
    return isPale(usualContrast) && !strokes.isEmpty
      && strokes.map(\.area).allSatisfy { area in
        area.left == 0 || area.top == 0 || area.right == page.width || area.bottom == page.height
      }
  }

  private func isPale(_ usualContrast: Int) -> Bool { contrast * 100 < usualContrast * 60 }
}

extension Raster {
  /// Whether some square of a side holds nothing but pixels of two thirds of the full darkness.
  fileprivate func hasDarkSquare(side: Int) -> Bool {
    // For each column the side of the largest dark square that ends in this row and there.
    var above = [Int](repeating: 0, count: width + 1)
    for y in 0..<height {
      var aboveLeft = 0
      for x in 0..<width {
        let isDark = self[x, y] < 85
        let largest = isDark ? min(above[x], above[x + 1], aboveLeft) + 1 : 0
        if largest >= side { return true }
        aboveLeft = above[x + 1]
        above[x + 1] = largest
      }
    }
    return false
  }
}
