// What is left of coloured strokes in the channel in which they are palest.
extension Layout {
  /// The layout without strokes much fainter than most of what is drawn on a page.
  ///
  /// A dark red seal, or a mark across the page, is still darker than paper in the brightest channel, where black lines are as
  /// black as ever. Lines that are all pale stay.
  func withoutFaintStrokes(on page: Raster) -> Layout {
    Layout(
      horizontal: horizontal.withoutFaint(on: page), vertical: vertical.withoutFaint(on: page.transposed()), text: text,
      points: points, bars: bars, leaders: leaders, textHeight: textHeight, ground: ground)
  }
}

extension [Segment] {
  /// The horizontal strokes but those with less than a third of the usual contrast.
  fileprivate func withoutFaint(on page: Raster) -> [Segment] {
    let contrasts = map { $0.contrast(on: page) }
    let byContrast = zip(self, contrasts).sorted { $0.1 < $1.1 }
    // Three quarters of what is drawn, by length, is no darker.
    var rest = byContrast.map(\.0.length).reduce(0, +) * 3 / 4
    let usual = byContrast.first { stroke, _ in
      rest -= stroke.length
      return rest < 0
    }
    guard let usual else { return self }
    return zip(self, contrasts).filter { $0.1 * 3 >= usual.1 }.map(\.0)
  }
}

extension Segment {
  /// By how many levels of grey a horizontal stroke differs from what lies above and below it, in the middle of its length.
  fileprivate func contrast(on page: Raster) -> Int {
    let beside = 6
    guard place >= beside, place + beside < page.height else { return 255 }
    let levels = stride(from: max(0, from), to: min(to, page.width), by: 2).map { x in
      let sides = [page[x, place - beside], page[x, place + beside]].map(Int.init)
      let own = (place - 2...place + 2).map { Int(page[x, $0]) }
      let (side, darkest, lightest) = ((sides[0] + sides[1]) / 2, own.min() ?? 0, own.max() ?? 0)
      return max(side - darkest, lightest - side)
    }
    .sorted()
    return levels.isEmpty ? 255 : levels[levels.count / 2]
  }
}
