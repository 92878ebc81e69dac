/// The horizontal strokes of a table whose columns no stroke parts: none, a few, or one below each row.
struct AlignedRules {
  /// Their heights, from top to bottom.
  let places: [Int]
  /// From the first to the last column of pixels over which one of them runs; that of the text when there is none.
  let ends: Range<Int>
  let textHeight: Int
  private let left: Int
  private let right: Int

  /// The strokes that run over half of a text, and no further than a line of text above or below it.
  init(_ layout: Layout, around text: Area) {
    textHeight = layout.textHeight
    let reach = 2 * layout.textHeight
    let strokes = layout.horizontal.filter { stroke in
      stroke.place > text.top - reach && stroke.place < text.bottom + reach
        && (min(stroke.to, text.right) - max(stroke.from, text.left)) * 2 > text.width
        && stroke.from > text.left - 3 * reach && stroke.to < text.right + 3 * reach
    }
    let (first, last) = (strokes.map(\.from).min() ?? text.left, strokes.map(\.to).max() ?? text.right)
    ends = first..<max(first, last)
    left = min(text.left, first)
    right = max(text.right, last)
    var places: [Int] = []
    for stroke in strokes.sorted(by: { $0.place < $1.place }) where stroke.place - (places.last ?? -reach) > reach / 3 {
      places.append(stroke.place)
    }
    self.places = places
  }

  func has(_ place: Int) -> Bool { places.contains(place) }

  /// Whether strokes part most of the rows from the next: then what no stroke parts is one row.
  func part(_ rows: [PhraseLine]) -> Bool {
    let parted = zip(rows, rows.dropFirst()).count { place(between: $0.middle, $1.middle) != nil }
    return parted > 0 && parted * 10 >= 6 * (rows.count - 1)
  }

  /// Whether strokes run above the first row and below the last one.
  func frame(_ text: Area) -> Bool {
    places.contains { $0 <= text.top + 2 } && places.contains { $0 >= text.bottom - 2 }
  }

  /// The first stroke between two heights.
  func place(between upper: Int, _ lower: Int) -> Int? { places.first { $0 > upper && $0 < lower } }

  /// The stroke nearest to a height, when that stands no further than half a line from it.
  func place(at height: Int) -> Int? { places.first { abs($0 - height) * 2 <= textHeight } }

  func boundary(between above: PhraseLine, _ below: PhraseLine) -> Int {
    place(between: above.middle, below.middle) ?? (above.area.bottom + below.area.top) / 2
  }

  /// The table round a text: to the strokes above and below, else with some room.
  func area(around text: Area) -> Area {
    let room = textHeight / 2
    return Area(
      left: min(left, text.left - room), top: places.last { $0 <= text.top + 2 } ?? text.top - room,
      right: max(right, text.right + room), bottom: places.first { $0 >= text.bottom - 2 } ?? text.bottom + room)
  }
}
