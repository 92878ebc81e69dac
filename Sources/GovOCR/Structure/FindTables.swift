/// The tables of a picture and what they were found by.
struct FoundTables {
  let layout: Layout
  /// What is a table as it stands, should it be no known form.
  let grids: [Grid]
  /// What forms are laid over: with all boundaries that may be lines.
  let drawn: [Grid]
}

/// Finds the tables that lines part, and those that white does.
func findTables(_ pages: Pages) -> FoundTables {
  let (layout, drawn, black) = ruledTables(pages)
  // The text under a seal shows in black alone.
  let looks = [layout, black].compactMap { $0 }
  let cleared = drawn.map { $0.cleared(layout) }
    .filter { grid in grid.rows * grid.columns >= 2 && !looks.contains { grid.isInText($0) } }
  let grids = withAligned(cleared, layout)
  return FoundTables(layout: layout, grids: grids, drawn: cleared == drawn ? grids : withAligned(drawn, layout))
}

/// Puts the tables that white parts beside those that lines part, and in the place of what a few lines show of them.
private func withAligned(_ grids: [Grid], _ layout: Layout) -> [Grid] {
  let ruled = grids.filter { grid in !grid.isOpen }
  let aligned = alignedGrids(layout, beside: ruled)
  let rest = grids.filter { grid in
    grid.isOpen && !aligned.contains { $0.area.inset(by: -layout.textHeight).holds(grid.area) }
  }
  let text = AreaIndex(layout.text.map(\.area))
  return (ruled + aligned + rest).filter { grid in
    // Lines between paragraphs are no columns, and the strokes of a large character have no text between them.
    (grid.columns > 1 || grid.vertical.joined().contains(true)) && grid.holds(oneOf: text)
  }
  .sorted { ($0.area.top, $0.area.left) < ($1.area.top, $1.area.left) }
}

extension Grid {
  /// Whether one of some texts lies in one of the cells.
  fileprivate func holds(oneOf text: AreaIndex) -> Bool {
    cells().contains { cell in
      let room = area(of: cell).inset(by: -2)
      return text.inside(room).contains { room.clipping($0) == $0 }
    }
  }

  /// Whether no column line runs inside: a table ruled only horizontally, or the head of one.
  fileprivate var isOpen: Bool {
    isAligned || columns == 1 || rows == 1 || !vertical.contains { $0.dropFirst().dropLast().contains(true) }
  }
}

/// The tables that lines show, and what they were found by: all inks, or all of which the pale and coloured ones draw no text, or
/// black alone when seals and coloured marks confuse, or of black what is not faint beside the rest. `black` is what black alone shows, where it was looked at.
private func ruledTables(_ pages: Pages) -> (layout: Layout, grids: [Grid], black: Layout?) {
  let layout = findLayout(pages)
  var best = (layout: layout, grids: findGrids(layout))
  guard doubts(best) > 0 || best.grids.isEmpty else { return (layout, best.grids, nil) }
  let (all, black) = (slots(best.grids), findLayout(pages, inks: .black))
  var looks = [{ black }, { black.withoutFaintStrokes(on: pages.brightest) }]
  let pale = PaleColour(pages)
  if layout.hasText(in: pale) { looks.insert({ findLayout(pages, without: pale) }, at: 0) }
  for look in looks where doubts(best) > 0 {
    let layout = look()
    let fewer = (layout: layout, grids: findGrids(layout))
    // Pale coloured lines are not to be seen in black: a part of the table has no doubts, and yet is only a part.
    if !fewer.grids.isEmpty, doubts(fewer) < doubts(best), slots(fewer.grids) * 10 >= all * 4 { best = fewer }
  }
  return (best.layout, best.grids, black)
}

extension Layout {
  /// Whether so much of its text is pale and coloured that it may be pieces of lines.
  fileprivate func hasText(in pale: PaleColour) -> Bool { text.count { pale.fills($0.area) } * 20 > text.count }
}

private func doubts(_ look: (layout: Layout, grids: [Grid])) -> Int {
  look.grids.map { $0.doubts(look.layout) }.reduce(0, +)
}

private func slots(_ grids: [Grid]) -> Int { grids.map { $0.rows * $0.columns }.reduce(0, +) }
