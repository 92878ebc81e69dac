extension FormPlan {
  /// Moves the boundaries of a form onto lines that show near them.
  ///
  /// A boundary was put into white. A dashed or pale line that nobody would find is seen when one looks along the boundary,
  /// over the columns or rows in which the form draws it.
  func settledOnLines(_ form: Structure, _ cover: TextCover, _ ground: Ground) -> Structure {
    var form = form
    for row in form.ys.indices {
      let pieces = pattern.pieces(ofRow: row)
      form.ys[row] = nearestLine(row, form.ys, within: cover.textHeight * 3 / 2) {
        cut(row: row, at: $0, xs: form.xs, cover)
      } marks: { y in
        pieces.flatMap { ground.marks(row: y, from: form.xs[$0], to: form.xs[$0 + 1]) }
      }
    }
    for column in form.xs.indices {
      let pieces = pattern.pieces(ofColumn: column)
      form.xs[column] = nearestLine(column, form.xs, within: cover.textHeight * 3 / 2) {
        cut(column: column, at: $0, ys: form.ys, cover)
      } marks: { x in
        pieces.flatMap { ground.marks(column: x, from: form.ys[$0], to: form.ys[$0 + 1]) }
      }
    }
    return form
  }

  /// The boundary's own place when a line shows there or nowhere near, else the place that shows most of a line.
  private func nearestLine(
    _ index: Int, _ places: [Int], within reach: Int, cut: (Int) -> Double, marks: (Int) -> [Ground.Mark]
  ) -> Int {
    let place = places[index]
    let shown = 0.6
    guard marks(place).share ?? 0 < shown else { return place }
    // No further than half the way to the next boundary, so that their order stays.
    let low = max(place - reach, index > 0 ? (places[index - 1] + place) / 2 + 1 : 0)
    let high = min(place + reach, index + 1 < places.count ? (place + places[index + 1]) / 2 - 1 : Int.max)
    let limit = cut(place) + 0.01
    let near = stride(from: 4, through: reach, by: 4).flatMap { [place - $0, place + $0] }
      .filter { $0 >= low && $0 <= high && cut($0) <= limit }
      .map { (place: $0, share: marks($0).share ?? 0) }
    guard let best = near.max(by: { $0.share < $1.share }), best.share >= shown else { return place }
    return best.place
  }
}
