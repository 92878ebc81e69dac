// Rows and columns at the edge of a table that its frame leaves out.
extension PageReader {
  /// The outer rows and columns beside which a side of the frame is bare, though it runs beside the others.
  ///
  /// One line that runs on past the corner, into the edge of the picture or a stroke of the text there, puts a boundary where
  /// it ends, and a line of text above or below a table becomes a row. Tables without a frame have no side to compare with.
  func rowsOutsideFrame(_ structure: Structure) -> [StructureDoubt.Extent] {
    let (xs, ys, ground) = (structure.xs, structure.ys, layout.ground)
    let rows = unframed(ys, sides: [xs.first, xs.last]) { ground.marks(column: $0, from: $1, to: $2).share }
    let columns = unframed(xs, sides: [ys.first, ys.last]) { ground.marks(row: $0, from: $1, to: $2).share }
    return rows.map { .rows(from: $0) } + columns.map { .columns(from: $0) }
  }

  /// Which of the first and the last band between `places` has no line at a side where most of the bands have one.
  private func unframed(
    _ places: [Int], sides: [Int?], share: (_ side: Int, _ from: Int, _ to: Int) -> Double?
  ) -> [Int] {
    let bands = Array(zip(places, places.dropFirst()))
    guard bands.count >= 3 else { return [] }
    let margin = layout.textHeight / 4
    var found: Set<Int> = []
    for side in sides.compactMap({ $0 }) {
      let shares = bands.map { share(side, $0 + margin, max($0 + margin, $1 - margin)) }
      guard shares.count(where: { $0 ?? 0 > 0.75 }) * 3 >= 2 * bands.count else { continue }
      found.formUnion([0, bands.count - 1].filter { shares[$0] ?? 1 < 0.35 })
    }
    return found.sorted()
  }
}

// MARK: - Pictures that end inside a table

extension PageReader {
  /// The outer columns, and the last row, through which the picture was cut: the frame is bare there, though it is drawn on the other
  /// side, and a character ends right at it or a label there is not read. What is left of 196 may be a 1 that nothing is wrong with.
  func cutSides(_ structure: Structure, _ readings: [CellReading]) -> [StructureDoubt.Extent] {
    // The ends of lines are known within a few pixels.
    let (area, reach) = (structure.area, max(2, layout.textHeight / 4))
    // Of what was cut little may be left.
    let marks = (layout.text.map(\.area) + layout.bars + layout.points).filter { $0.height * 3 >= layout.textHeight }
    let inRows = marks.filter { $0.bottom > area.top && $0.top < area.bottom }
    let inColumns = marks.filter { $0.right > area.left && $0.left < area.right }
    func column(_ x: Int) -> Double { layout.vertical.share(of: area.top..<area.bottom, drawnAt: x) }
    func row(_ y: Int) -> Double { layout.horizontal.share(of: area.left..<area.right, drawnAt: y) }
    func hasUnread(_ holds: (GridCell) -> Bool) -> Bool {
      structure.contents.indices.contains(where: { index in
        guard case .label = structure.contents[index] else { return false }
        return readings[index].status != .read && holds(structure.cells[index])
      })
    }
    let (columns, rows) = (structure.xs.count - 1, structure.ys.count - 1)
    var found: [StructureDoubt.Extent] = []
    let isLast = { (cell: GridCell) in cell.columnSpan == 1 && cell.column == columns - 1 }
    if isBare(column(area.right), beside: column(area.left)),
      inRows.contains(where: { abs($0.right - area.right) <= reach }) || hasUnread(isLast)
    {
      found.append(.columns(from: columns - 1))
    }
    let isFirst = { (cell: GridCell) in cell.columnSpan == 1 && cell.column == 0 }
    if isBare(column(area.left), beside: column(area.right)),
      inRows.contains(where: { abs($0.left - area.left) <= reach }) || hasUnread(isFirst)
    {
      found += structure.cells.filter { $0.column == 0 }.map { .cell($0) }
    }
    if isBare(row(area.bottom), beside: row(area.top)),
      inColumns.contains(where: { abs($0.bottom - area.bottom) <= reach })
    {
      found.append(.rows(from: rows - 1))
    }
    return found
  }

  private func isBare(_ share: Double, beside other: Double) -> Bool { share < 0.35 && other > 0.75 }
}

extension [Segment] {
  /// How much of a stretch they draw at a place, 0 to 1. What is cut off at one line is itself dark along it, so marks would not do.
  fileprivate func share(of stretch: Range<Int>, drawnAt place: Int) -> Double {
    let drawn = between(place - 3, place + 3).map { stroke in
      ClosedRange(uncheckedBounds: (stroke.from, Swift.max(stroke.from, stroke.to)))
        .clamped(to: stretch.lowerBound...stretch.upperBound).count - 1
    }
    return Swift.min(1, Double(drawn.reduce(0, +)) / Double(Swift.max(1, stretch.count)))
  }
}
