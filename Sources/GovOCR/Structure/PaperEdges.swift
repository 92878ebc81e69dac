// The edges of a sheet in a photograph.
extension [Segment] {
  /// The horizontal strokes but those beyond which nothing lies but a ground much darker, as far as the picture goes: there the
  /// paper ends, or the screen, and no table.
  ///
  /// A shaded head at the edge of a picture holds text.
  func withoutPaperEdges(of page: Raster, text: [Area]) -> [Segment] {
    guard page.height > 4 * PaperEdge.reach else { return self }
    return filter { stroke in
      ![-1, 1].contains { PaperEdge(stroke, side: $0, of: page).isOne(beside: text) }
    }
  }
}

/// A horizontal stroke that may be the edge of a sheet, and one side of it: -1 above, 1 below.
private struct PaperEdge {
  /// The pixels beside a stroke that are compared: more than the blur of an edge.
  static let reach = 16
  /// A shadow on paper is no darker.
  private static let difference = 60

  private let stroke: Segment
  private let side: Int
  private let page: Raster

  init(_ stroke: Segment, side: Int, of page: Raster) { (self.stroke, self.side, self.page) = (stroke, side, page) }

  func isOne(beside text: [Area]) -> Bool {
    let edge = side < 0 ? 0 : page.height
    guard abs(stroke.place - edge) > PaperEdge.reach else { return false }
    let inside = level(from: stroke.place - side * PaperEdge.reach)
    let isDark = [stroke.place + side * PaperEdge.reach, edge - side * PaperEdge.reach / 2].allSatisfy {
      inside - level(from: $0) > PaperEdge.difference
    }
    // The grain of a desk may look like a character.
    return isDark && text.count(where: liesBeyond) < 3
  }

  private func liesBeyond(_ glyph: Area) -> Bool {
    glyph.left >= stroke.from && glyph.right <= stroke.to
      && (glyph.top + glyph.bottom - 2 * stroke.place) * side > 0
  }

  /// The middle grey of some rows round one, over the length of the stroke.
  private func level(from row: Int) -> Int {
    let half = PaperEdge.reach / 2
    let greys = GreyCounts(page.crop(Area(left: stroke.from, top: row - half, right: stroke.to, bottom: row + half)))
    return greys.level(greys.total / 2)
  }
}
