/// A picture without its text, in which a line is looked for where one is expected.
///
/// A line that was found somewhere is followed here over its whole length: a stretch that is too pale, too broken or too
/// short to be found by itself is seen when one knows where to look.
struct Ground {
  /// The channels without text.
  let pages: [Raster]
  /// Where horizontal lines run, and of the picture with its rows as columns where vertical ones do.
  let flat, upright: LineMap
  private let text: [Area]
  /// The text by its rows, and the text by its columns: a line is asked for what hides it, and there are many of both.
  private let byRow, byColumn: AreaIndex

  init(_ channels: [Raster], text: [Area], reach: Int) {
    pages = channels.map { $0.erasing(text) }
    flat = LineMap(pages, reach: reach)
    upright = LineMap(pages.map { $0.transposed() }, reach: reach)
    self.text = text
    byRow = AreaIndex(text)
    byColumn = AreaIndex(text.map(\.transposed))
  }

  /// How a line of which the places along one axis are looked at shows: one mark for every pixel.
  enum Mark { case drawn, bare, hidden }

  /// The marks of a horizontal line at row `y` over some columns.
  func marks(row y: Int, from: Int, to: Int) -> [Mark] {
    let hidden = byRow.reaching(y - 1...y + 1).map { text[$0] }.filter { $0.top <= y + 1 && $0.bottom > y - 1 }
      .map { $0.left - 1..<$0.right + 1 }
    return marks(of: flat, at: y, from..<max(from, to), hidden)
  }

  /// The marks of a vertical line at column `x` over some rows.
  func marks(column x: Int, from: Int, to: Int) -> [Mark] {
    let hidden = byColumn.reaching(x - 1...x + 1).map { text[$0] }.filter { $0.left <= x + 1 && $0.right > x - 1 }
      .map { $0.top - 1..<$0.bottom + 1 }
    return marks(of: upright, at: x, from..<max(from, to), hidden)
  }

  /// How far a line may lie beside its place.
  private static let drift = 3

  private func marks(of map: LineMap, at place: Int, _ span: Range<Int>, _ hidden: [Range<Int>]) -> [Mark] {
    var marks = [Mark](repeating: .bare, count: span.count)
    for place in hidden.lazy.flatMap({ $0.clamped(to: span) }) { marks[place - span.lowerBound] = .hidden }
    let rows = max(0, place - Ground.drift)..<max(0, place + Ground.drift + 1)
    for row in rows.clamped(to: 0..<map.height) {
      for x in span.clamped(to: 0..<map.width) where map.votes[row * map.width + x] == 1 {
        marks[x - span.lowerBound] = .drawn
      }
    }
    return marks
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
