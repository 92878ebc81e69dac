// Lines that stand in text as its own: rims of seals round words, dots that lead from a title to its page.

extension Grid {
  /// Whether text goes on beyond the sides of a grid, in half of the lines of text that it holds, or half of its row boundaries
  /// lead from one text of a line to another.
  ///
  /// The rim of a seal and the strokes of the characters beside it make a grid in the midst of a paragraph. In a table text
  /// ends before its sides.
  func isInText(_ layout: Layout) -> Bool {
    guard !isAligned else { return false }
    let leading = ys.count { y in layout.leaders.contains { $0.area.top - 1 <= y && y <= $0.area.bottom } }
    if leading * 2 >= ys.count { return true }
    let near = area.inset(by: -2 * layout.textHeight)
    let glyphs = layout.text.map(\.area).filter { glyph in
      glyph.height * 2 > layout.textHeight && near.holds(glyph) && glyph.top + glyph.bottom > 2 * area.top
        && glyph.top + glyph.bottom < 2 * area.bottom
    }
    let lines = textLines(glyphs, layout.textHeight).filter { $0.contains { area.holds($0) } }
    let open = lines.count { line in
      [area.left, area.right].contains { goesOn(line, at: $0, layout.textHeight) }
    }
    return open > 0 && open * 2 >= lines.count
  }

  private func textLines(_ glyphs: [Area], _ textHeight: Int) -> [[Area]] {
    var lines: [[Area]] = []
    for glyph in glyphs.sorted(by: { $0.top + $0.bottom < $1.top + $1.bottom }) {
      if let first = lines.last?.first, glyph.top + glyph.bottom - first.top - first.bottom <= textHeight {
        lines[lines.count - 1].append(glyph)
      } else {
        lines.append([glyph])
      }
    }
    return lines
  }

  /// Whether a character stands on a place, or two beside it no further apart than in a word.
  private func goesOn(_ line: [Area], at place: Int, _ textHeight: Int) -> Bool {
    if line.contains(where: { $0.left < place - 3 && $0.right > place + 3 }) { return true }
    guard let before = line.filter({ $0.left + $0.right < 2 * place }).map(\.right).max(),
      let after = line.filter({ $0.left + $0.right >= 2 * place }).map(\.left).min()
    else { return false }
    return after - before <= roomInWord(textHeight: textHeight)
  }
}

/// A stroke at the height of two texts, from the one to the other, as dots lead from a title to the number of its page.
struct Leader: Equatable {
  /// What lies between the texts.
  let area: Area
  /// Where the second text ends.
  let end: Int
}

extension Layout {
  /// The dots of a list of contents: it has lines of them, and their pages end below each other.
  ///
  /// Between the heads of one row, on a dark ground, grain makes a stroke as well.
  var dots: [Area] {
    leaders.filter { one in
      leaders.contains { abs($0.area.top - one.area.top) > textHeight && abs($0.end - one.end) <= textHeight }
    }
    .map(\.area)
  }
}

/// Those of the horizontal strokes that lead from one text of a line to another.
///
/// - Parameter upright: The vertical lines, by place: what ends at one of them is a line of a table.
func leaders(_ flat: [Segment], _ upright: [Segment], _ text: AreaIndex, textHeight: Int) -> [Leader] {
  flat.compactMap { stroke in
    let (reach, slack) = (3 * textHeight, max(2, textHeight / 4))
    func isCrossed(_ end: Int) -> Bool {
      upright.between(end - slack, end + slack).contains { $0.from <= stroke.place && $0.to >= stroke.place }
    }
    let band = Area(
      left: stroke.from - reach, top: stroke.place - 2 * textHeight, right: stroke.to + reach,
      bottom: stroke.place + 2 * textHeight)
    // Dots stand at half height or on the line of writing, of which a crooked picture makes more.
    let beside = text.inside(band).filter {
      $0.height * 2 > textHeight && $0.top + textHeight / 3 <= stroke.place && $0.bottom + slack >= stroke.place
    }
    guard let title = beside.filter({ $0.right <= stroke.from + slack }).map(\.right).max(),
      let page = beside.filter({ $0.left >= stroke.to - slack }).extent,
      stroke.from - title <= textHeight, page.left > title, !isCrossed(stroke.from), !isCrossed(stroke.to)
    else { return nil }
    let area = Area(left: title, top: stroke.place - 2, right: page.left, bottom: stroke.place + 3)
    return Leader(area: area, end: page.right)
  }
}
