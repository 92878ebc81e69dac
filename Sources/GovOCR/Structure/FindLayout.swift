/// Finds the strokes and the text of a straightened picture.
func findLayout(_ pages: Pages) -> Layout {
  let height = usualHeight(textComponents(pages.brightest))
  let reach = min(5, max(2, height / 4))
  let gap = reach + 1
  let text = characters(of: pages.darkest, height: height)
  let grounds = [pages.darkest, pages.brightest].map { $0.erasing(text.map(\.area)) }
  let flat = LineMap(grounds, reach: reach).segments(least: max(24, height * 4), gap: gap)
  let upright = LineMap(grounds.map { $0.transposed() }, reach: reach)
    .segments(least: max(12, height * 16 / 10), gap: gap)
  return Layout(horizontal: flat, vertical: upright, text: text, textHeight: height)
}

/// Components of the size of characters, on either kind of ground.
private func textComponents(_ page: Raster) -> [Component] {
  let small = components(of: page, darkerThan: darkThreshold(page))
  return small.filter { component in
    let area = component.area
    return area.height >= 4 && area.height <= 80 && area.width <= 160 && component.pixels >= 6
  }
}

/// A third of the way from the usual paper to the darkest two hundredth: the hairlines of characters are darker.
func darkThreshold(_ page: Raster) -> UInt8 {
  var counts = [Int](repeating: 0, count: 256)
  for value in page.pixels { counts[Int(value)] += 1 }
  func level(_ rank: Int) -> Int {
    var seen = 0
    for (level, count) in counts.enumerated() {
      seen += count
      if seen > rank { return level }
    }
    return 255
  }
  let total = page.pixels.count
  return UInt8(clamping: (2 * level(total * 6 / 10) + level(total / 200)) / 3)
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
