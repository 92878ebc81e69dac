/// Which inks may draw lines.
enum Inks { case all, black }

/// Finds the strokes and the text of a straightened picture.
///
/// - Parameters:
///   - inks: `.black` looks at the brightest channel alone, in which seals and coloured marks are pale.
///   - pale: What it fills is taken for pieces of lines, and for no text.
func findLayout(_ pages: Pages, inks: Inks = .all, without pale: PaleColour? = nil) -> Layout {
  let ink = components(of: pages.brightest, darkerThan: darkThreshold(pages.brightest))
  let height = usualHeight(ink.filter(isTextLike))
  let reach = min(5, max(2, height / 4))
  let gap = reach + 1
  let channels = inks == .all ? [pages.darkest, pages.brightest] : [pages.brightest]
  var text = characters(of: channels[0], lightIn: pages.darkest, height: height)
  if let pale { text.removeAll { pale.fills($0.area) } }
  let ground = Ground(channels, text: text.map(\.area), reach: reach)
  let flat = ground.flat.segments(least: max(24, height * 4), gap: gap)
    .withoutPaperEdges(of: pages.brightest, text: text.map(\.area))
  let upright = ground.upright.segments(least: max(12, height * 16 / 10), gap: gap)
    .withoutPaperEdges(of: pages.brightest.transposed(), text: text.map(\.area.transposed))
  let points = ink.map(\.area).filter { max($0.width, $0.height) * 10 <= 6 * height && $0.width * $0.height > 2 }
  let characters = AreaIndex(text.map(\.area))
  let bars = ink.map(\.area).filter { bar in
    bar.height * 10 >= 6 * height && bar.height * 10 <= 13 * height && bar.width * 10 <= 4 * height
      && !characters.holds(bar)
  }
  let words = text.filter {
    !isCrossing($0.area, flat, upright, height) && !isPiece($0.area, ofOne: flat, upright, height)
  }
  return Layout(
    horizontal: flat, vertical: upright, text: words, points: points, bars: bars,
    leaders: leaders(flat, upright, characters, textHeight: height), textHeight: height, ground: ground)
}

/// Whether a small component lies where two lines cross: of dashed lines it stands alone there, and is no character.
///
/// - Parameters:
///   - flat: Horizontal lines, by place.
///   - upright: Vertical ones, by place.
func isCrossing(_ area: Area, _ flat: [Segment], _ upright: [Segment], _ height: Int) -> Bool {
  guard max(area.width, area.height) * 10 <= height * 7 else { return false }
  let (x, y) = ((area.left + area.right) / 2, (area.top + area.bottom) / 2)
  func meet(_ lines: ArraySlice<Segment>, _ along: Int) -> Bool {
    lines.contains { $0.from - height / 2 <= along && $0.to + height / 2 >= along }
  }
  return meet(flat.between(y - 3, y + 3), x) && meet(upright.between(x - 3, x + 3), y)
}

/// Whether a component lies along a line and in it: a dash that is as thick as a 1, or a dash and the one that crosses it.
///
/// Counted as text it would keep the column boundary away from the very line that it is a piece of.
func isPiece(_ area: Area, ofOne flat: [Segment], _ upright: [Segment], _ height: Int) -> Bool {
  func runs(_ lines: ArraySlice<Segment>, _ from: Int, _ to: Int) -> Bool {
    lines.contains { $0.length >= 2 * height && $0.from <= to + height / 2 && $0.to >= from - height / 2 }
  }
  let (x, y) = ((area.left + area.right) / 2, (area.top + area.bottom) / 2)
  return 2 * area.width <= height && runs(upright.between(x - 2, x + 2), area.top, area.bottom)
    || 2 * area.height <= height && runs(flat.between(y - 2, y + 2), area.left, area.right)
}

/// Whether a component has a size that characters may have.
private func isTextLike(_ component: Component) -> Bool {
  let area = component.area
  return area.height >= 4 && area.height <= 80 && area.width <= 160 && component.pixels >= 6
}

/// A part of the way from the usual paper to the darkest two hundredth: a third, for the hairlines of characters are darker.
func darkThreshold(_ page: Raster, part: Int = 3) -> UInt8 {
  let greys = GreyCounts(page)
  return UInt8(clamping: ((part - 1) * greys.usualPaper + greys.level(greys.total / 200)) / part)
}

extension GreyCounts {
  /// The grey of most of the picture, or of what is far brighter: a coloured head may cover more of a short table than its
  /// paper does, and what is darker than that by a third would be its grain.
  fileprivate var usualPaper: Int {
    let (usual, bright) = (level(total * 6 / 10), level(total * 9 / 10))
    guard bright - usual > 70 else { return usual }
    let ground = (0...(usual + bright) / 2).reduce(0) { $0 + count(of: $1) }
    return level(ground + (total - ground) / 2)
  }
}

/// The usual height of a digit or a character: above the middle, since parts of characters are counted too.
private func usualHeight(_ text: [Component]) -> Int {
  let heights = text.filter { glyph in
    let (width, height) = (glyph.area.width, glyph.area.height)
    return height >= 6 && width <= 2 * height && height <= 3 * width
  }
  .map(\.area.height).sorted()
  return heights.isEmpty ? 12 : heights[heights.count * 7 / 10]
}
