/// A picture without its text, in which a line is looked for where one is expected.
///
/// A line that was found somewhere is followed here over its whole length: a stretch that is too pale, too broken or too
/// short to be found by itself is seen when one knows where to look.
struct Ground {
  /// The channels without text.
  let pages: [Raster]
  private let text: [Area]
  /// The text by its rows, and the text by its columns: a line is asked for what hides it, and there are many of both.
  private let byRow, byColumn: AreaIndex
  private let reach: Int
  private let thresholds: (flat: [Int], upright: [Int])

  init(_ channels: [Raster], text: [Area], reach: Int) {
    pages = channels.map { $0.erasing(text) }
    (self.text, self.reach) = (text, reach)
    byRow = AreaIndex(text)
    byColumn = AreaIndex(text.map(\.transposed))
    thresholds = (
      pages.map { LineMap.threshold($0.averagedAlongRows(reach: reach)) },
      pages.map { LineMap.threshold($0.transposed().averagedAlongRows(reach: reach)) }
    )
  }

  /// How a line of which the places along one axis are looked at shows: one mark for every pixel.
  enum Mark { case drawn, bare, hidden }

  /// The marks of a horizontal line at row `y` over some columns.
  func marks(row y: Int, from: Int, to: Int) -> [Mark] {
    let band = Area(left: from - reach, top: y - Ground.margin, right: to + reach, bottom: y + Ground.margin + 1)
    let hidden = byRow.reaching(y - 1...y + 1).map { text[$0] }.filter { $0.top <= y + 1 && $0.bottom > y - 1 }
      .map { $0.left - 1..<$0.right + 1 }
    return marks(
      pages.map { $0.crop(band) }, middle: y - max(0, band.top), offset: from - max(0, band.left),
      from..<max(from, to), hidden, thresholds.flat)
  }

  /// The marks of a vertical line at column `x` over some rows.
  func marks(column x: Int, from: Int, to: Int) -> [Mark] {
    let band = Area(left: x - Ground.margin, top: from - reach, right: x + Ground.margin + 1, bottom: to + reach)
    let hidden = byColumn.reaching(x - 1...x + 1).map { text[$0] }.filter { $0.left <= x + 1 && $0.right > x - 1 }
      .map { $0.top - 1..<$0.bottom + 1 }
    return marks(
      pages.map { $0.crop(band).transposed() }, middle: x - max(0, band.left), offset: from - max(0, band.top),
      from..<max(from, to), hidden, thresholds.upright)
  }

  /// What a line is compared with on either side, and how far it may lie beside its place.
  private static let margin = 12
  private static let drift = 3

  private func marks(
    _ bands: [Raster], middle: Int, offset: Int, _ span: Range<Int>, _ hidden: [Range<Int>], _ thresholds: [Int]
  ) -> [Mark] {
    let near = max(0, middle - Ground.drift)..<max(0, middle + Ground.drift + 1)
    let map = LineMap(bands, reach: reach, thresholds: thresholds, rows: near)
    var isHidden = [Bool](repeating: false, count: span.count)
    for place in hidden.lazy.flatMap({ $0.clamped(to: span) }) { isHidden[place - span.lowerBound] = true }
    return span.map { place in
      let x = place - span.lowerBound + offset
      guard x >= 0, x < map.width else { return .bare }
      if near.clamped(to: 0..<map.height).contains(where: { map.votes[$0 * map.width + x] == 1 }) { return .drawn }
      return isHidden[place - span.lowerBound] ? .hidden : .bare
    }
  }
}

extension [Ground.Mark] {
  /// The share of the pixels at which the line is drawn, of those that no text hides; `nil` when text hides most.
  var share: Double? {
    let seen = count { $0 != .hidden }
    guard seen * 3 >= count, seen > 0 else { return nil }
    return Double(count { $0 == .drawn }) / Double(seen)
  }
}
