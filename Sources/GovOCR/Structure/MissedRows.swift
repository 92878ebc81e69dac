// Row boundaries that were too pale or too broken to be found, where the text says that there is one.
extension Grid {
  /// Where a line shows between two lines of text that stand at the same heights in several columns of one row.
  ///
  /// A dashed line that nobody finds is seen when one looks along the white in which it would run.
  func missedRows(_ layout: Layout) -> [Int] {
    let text = layout.text.map(\.area).filter { area.holds($0) && $0.height * 2 > layout.textHeight }
    let found = rowTexts(text).flatMap { glyphs in
      Set(sharedGaps(glyphs, layout.textHeight)).compactMap { line(in: $0, layout) }
    }
    // The gaps of two columns give one line, or nearly.
    return found.sorted().reduce(into: []) { places, y in
      if y - (places.last ?? -layout.textHeight) >= layout.textHeight { places.append(y) }
    }
  }

  /// The row of pixels in a gap along which a line shows best: over more than half of the columns.
  private func line(in gap: Range<Int>, _ layout: Layout) -> Int? {
    let lines = gap.map { y in
      let shares = (0..<columns).map { layout.ground.marks(row: y, from: xs[$0] + 3, to: xs[$0 + 1] - 3).share ?? 0 }
      return (y: y, drawn: shares.count { $0 >= 0.5 }, sum: shares.reduce(0, +))
    }
    guard let best = lines.max(by: { ($0.drawn, $0.sum) < ($1.drawn, $1.sum) }), best.drawn * 2 > columns else {
      return nil
    }
    // A line shows a few pixels beside its place, too.
    let near = lines.filter { $0.drawn == best.drawn && $0.sum > 0.9 * best.sum }
    return near[near.count / 2].y
  }
}
