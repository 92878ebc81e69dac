/// Areas by the rows of a picture in which they lie: a question about one place looks at few of them.
///
/// A picture of grain has a hundred thousand marks, and each is asked for what lies beside it.
struct AreaIndex {
  private let areas: [Area]
  /// For each strip of rows the numbers of the areas that reach into it, ascending.
  private var strips: [[Int]] = []

  /// The pixels of a strip: about a line of text.
  private static let height = 32

  init(_ areas: [Area]) {
    self.areas = areas
    for (index, area) in areas.enumerated() where !area.isEmpty {
      let last = AreaIndex.strip(area.bottom - 1)
      while strips.count <= last { strips.append([]) }
      for strip in AreaIndex.strip(area.top)...last { strips[strip].append(index) }
    }
  }

  /// The areas that may reach into some rows: all that do and some that are near, by their numbers, and a tall one several times.
  func reaching(_ rows: ClosedRange<Int>) -> some Sequence<Int> {
    let first = min(strips.count, AreaIndex.strip(rows.lowerBound))
    let end = min(strips.count, AreaIndex.strip(rows.upperBound) + 1)
    return strips[first..<end].joined()
  }

  /// Whether one of the areas holds the middle of another one.
  func holds(_ other: Area) -> Bool {
    let strip = AreaIndex.strip((other.top + other.bottom) / 2)
    return strip < strips.count && strips[strip].contains { areas[$0].holds(other) }
  }

  /// The areas whose middles lie in another one, in the order in which they were given.
  func inside(_ other: Area) -> [Area] {
    let last = min(strips.count - 1, AreaIndex.strip(other.bottom))
    let first = AreaIndex.strip(other.top)
    guard first <= last else { return [] }
    var found: [Int] = []
    for strip in first...last {
      // An area that reaches into several strips is asked in that of its middle.
      found += strips[strip].filter {
        AreaIndex.strip((areas[$0].top + areas[$0].bottom) / 2) == strip && other.holds(areas[$0])
      }
    }
    return found.sorted().map { areas[$0] }
  }

  /// What lies above the picture counts to its first strip.
  private static func strip(_ row: Int) -> Int { max(0, row) / height }
}
