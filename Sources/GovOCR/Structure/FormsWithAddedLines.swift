import GovDocument

// Agencies add rows and columns of their own to a form: 备注, or a case that the form does not name. Laid over such a table it fits
// nearly as well as over its own, and takes two rows or two columns for one.
extension PageReader {
  /// A candidate of whose likeliest form a row or column is parted by a line, with text on both sides of it, with the same form with a
  /// row or column more before the others; itself where the labels do not say that it is.
  ///
  /// Where a form that is not parted fits nearly as well, it is the one, or their labels tell.
  mutating func withAddedLine(_ candidate: TableCandidate) throws(PictureError) -> TableCandidate {
    guard let first = candidate.forms.first, let template = first.structure.template else { return candidate }
    let marks = AreaIndex(layout.text.map(\.area) + layout.bars)
    let near = candidate.forms.filter { $0.cost < first.cost + nearlyAsGood }
    let parted = near.map { $0.structure.parted(layout, marks) }
    guard parted.allSatisfy({ $0 != .none }) else { return candidate }
    let ways = parted[0] == .row ? template.withAddedRows : template.withAddedColumns
    guard let form = try likeliest(of: ways, in: first.structure.area, of: candidate.characters) else {
      return candidate
    }
    var candidate = candidate
    candidate.forms = [form] + candidate.forms.filter { $0.structure.parted(layout, marks) == .none }
    return candidate
  }

  /// The way to add a line to a form that text and lines agree with best, and whose labels beside it are read; `nil` without one.
  private mutating func likeliest(
    of ways: [AddedLine], in area: Area, of total: Double
  ) throws(PictureError) -> FormFit? {
    let rules = RuledStretches(layout)
    let glyphs = layout.text.map(\.area)
    let plans = ways.map { FormPlan($0.template) }
    var found: [(fit: FormFit, way: AddedLine)] = []
    for grid in self.found.drawn where !grid.isAligned && grid.area.isHalf(of: area) && grid.area.size <= mostPixels {
      let cover = TextCover(glyphs.filter(grid.area.holds), textHeight: layout.textHeight)
      for (plan, form) in fits(grid, to: plans) {
        guard let way = ways.first(where: { $0.template == plan.template }) else { continue }
        found.append((FormFit(plan, xs: form.xs, ys: form.ys, cover, rules, of: total), way))
      }
    }
    let best = found.map(\.fit.cost).min() ?? 0
    var likeliest: (fit: FormFit, read: Int)?
    // What is printed in the new line nobody knows, so how far a label beside it goes is for the lines to say.
    let byLines = found.sorted { $0.fit.cost - $0.fit.agreement < $1.fit.cost - $1.fit.agreement }
    for (fit, way) in byLines.prefix(mostWays)
    where fit.cost < best + nearlyAsGood && fit.agreement > 0.8 {
      let known = KnownCells(fit.structure, pages, text: characters)
      var read = 0
      for index in way.neighbours where try isConfirmed(index, known) { read += 1 }
      if read == way.neighbours.count, read > likeliest?.read ?? 0 { likeliest = (fit, read) }
    }
    return likeliest?.fit
  }

  private mutating func isConfirmed(_ index: Int, _ known: KnownCells) throws(PictureError) -> Bool {
    try read(
      known.inks[index], as: known.structure.contents[index], among: known.vocabulary,
      usualContrast: known.usualContrast
    ).status == .read
  }
}

/// The ways to add a line whose labels are read; each way has two or three.
private let mostWays = 12

/// What of a form a line parts.
private enum PartedLine { case none, row, column }

extension Structure {
  /// Whether a line runs through the cells of most figures of some row or column, and parts their texts or the head above them.
  fileprivate func parted(_ layout: Layout, _ marks: AreaIndex) -> PartedLine {
    let room = layout.textHeight * 7 / 10
    let hasRow = hasParted(by: \.row) { cell, isCrossed in
      let inside = marks.inside(cell)
      return layout.horizontal.between(cell.top + room, cell.bottom - room).contains { stroke in
        stroke.covers(cell.left..<cell.right)
          && (isCrossed
            || inside.contains { $0.bottom <= stroke.place + 1 } && inside.contains { $0.top >= stroke.place - 1 })
      }
    }
    if hasRow { return .row }
    let hasColumn = hasParted(by: \.column) { cell, isCrossed in
      let inside = marks.inside(cell)
      return layout.vertical.between(cell.left + room, cell.right - room).contains { stroke in
        stroke.covers(cell.top..<cell.bottom)
          && (isCrossed
            || inside.contains { $0.right <= stroke.place + 1 } && inside.contains { $0.left >= stroke.place - 1 })
      }
    }
    return hasColumn ? .column : .none
  }

  /// - Parameter isParted: Whether a line runs through an area between texts, or runs through it at all.
  private func hasParted(
    by line: KeyPath<GridCell, Int>, _ isParted: (_ area: Area, _ orCrossed: Bool) -> Bool
  ) -> Bool {
    let span = line == \.row ? \GridCell.rowSpan : \GridCell.columnSpan
    let single = cells.indices.filter { cells[$0][keyPath: span] == 1 }
    return Dictionary(grouping: single) { cells[$0][keyPath: line] }.values.contains { some in
      let figures = some.filter { if case .figure = contents[$0] { true } else { false } }
      func isMost(_ orCrossed: Bool) -> Bool {
        figures.count { isParted(area(of: cells[$0]), orCrossed) } * 2 > figures.count
      }
      guard figures.count >= 3, isMost(true) else { return false }
      return isMost(false) || some.contains { !figures.contains($0) && isParted(area(of: cells[$0]), false) }
    }
  }
}

extension Segment {
  /// Whether it runs along nearly all of a stretch.
  fileprivate func covers(_ stretch: Range<Int>) -> Bool {
    (min(to, stretch.upperBound) - max(from, stretch.lowerBound)) * 10 >= stretch.count * 9
  }
}
