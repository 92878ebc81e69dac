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
