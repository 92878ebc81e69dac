/// What the characters of a picture cover, as sums over rectangles (Crow's summed-area table, SIGGRAPH 1984).
///
/// Every character is counted with a line's height and with the room to its neighbour in a word, so that a word is one
/// stretch, and its area tells how many characters it has.
struct TextCover {
  /// Where the text lies, with some room around it.
  let area: Area
  /// The usual height of a character, in pixels.
  let textHeight: Int
  private let sums: [Int32]

  init(_ glyphs: [Area], textHeight: Int) {
    let text = glyphs.extent ?? Area(left: 0, top: 0, right: 0, bottom: 0)
    let textHeight = max(textHeight, TextCover.usualHeight(glyphs))
    area = text.inset(by: -textHeight)
    self.textHeight = textHeight
    let (width, height) = (area.width, area.height)
    var cover = [Bool](repeating: false, count: width * height)
    for glyph in glyphs {
      let box = TextCover.grown(glyph, textHeight)
      for y in max(0, box.top - area.top)..<min(height, box.bottom - area.top) {
        for x in max(0, box.left - area.left)..<min(width, box.right - area.left) { cover[y * width + x] = true }
      }
    }
    var sums = [Int32](repeating: 0, count: (width + 1) * (height + 1))
    for y in 0..<height {
      var row: Int32 = 0
      for x in 0..<width {
        row += cover[y * width + x] ? 1 : 0
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row
      }
    }
    self.sums = sums
  }

  /// The height that three in ten of the characters exceed, light ones on dark heads included.
  private static func usualHeight(_ glyphs: [Area]) -> Int {
    let heights = glyphs.filter { $0.width <= 2 * $0.height && $0.height <= 3 * $0.width }.map(\.height).sorted()
    return heights.isEmpty ? 0 : heights[heights.count * 7 / 10]
  }

  /// A flat character such as 一 takes a line's height; between the characters of a word a quarter of it is free.
  private static func grown(_ glyph: Area, _ textHeight: Int) -> Area {
    let room = max(1, textHeight / 8)
    let missing = max(0, textHeight - glyph.height) / 2
    return Area(
      left: glyph.left - room, top: glyph.top - missing, right: glyph.right + room, bottom: glyph.bottom + missing)
  }

  /// The number of covered pixels of a rectangle.
  func pixels(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int) -> Int {
    let (width, height) = (area.width, area.height)
    let (x0, x1) = (min(max(0, left - area.left), width), min(max(0, right - area.left), width))
    let (y0, y1) = (min(max(0, top - area.top), height), min(max(0, bottom - area.top), height))
    guard x0 < x1, y0 < y1 else { return 0 }
    let stride = width + 1
    return Int(sums[y1 * stride + x1] - sums[y0 * stride + x1] - sums[y1 * stride + x0] + sums[y0 * stride + x0])
  }

  /// About how many Han characters stand in a rectangle; a digit counts half.
  func characters(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int) -> Double {
    // A character of height h takes about 1.2 h of its line, and its neighbours' rooms overlap.
    Double(pixels(left, top, right, bottom)) / (1.2 * Double(textHeight * textHeight))
  }

  func characters(in area: Area) -> Double { characters(area.left, area.top, area.right, area.bottom) }

  /// About how many characters there are.
  var characters: Double { characters(in: area) }

  /// Where text is thinnest between two stretches of it: the middles of the valleys in the profile of columns between
  /// two rows, with both ends of the area.
  func valleys(ofColumnsBetween top: Int, _ bottom: Int) -> [Int] {
    valleys(area.left..<area.right) { pixels($0, top, $0 + 1, bottom) }
  }

  /// The same for rows between two columns.
  func valleys(ofRowsBetween left: Int, _ right: Int) -> [Int] {
    valleys(area.top..<area.bottom) { pixels(left, $0, right, $0 + 1) }
  }

  /// The white between two columns that parts text above from text below, of some rows at least.
  func gaps(ofRowsBetween left: Int, _ right: Int, least: Int) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var last: Int?
    for y in area.top..<area.bottom where pixels(left, y, right, y + 1) > 0 {
      if let last, y - last > least { gaps.append(last + 1..<y) }
      last = y
    }
    return gaps
  }

  private func valleys(_ span: Range<Int>, _ profile: (Int) -> Int) -> [Int] {
    let levels = span.map(profile)
    var places: [Int] = []
    var start = 0
    while start < levels.count {
      var end = start
      while end + 1 < levels.count, levels[end + 1] == levels[start] { end += 1 }
      let isLower = start == 0 || levels[start - 1] > levels[start]
      if isLower, end + 1 == levels.count || levels[end + 1] > levels[start] {
        places.append(span.lowerBound + (start + end + 1) / 2)
      }
      start = end + 1
    }
    return places
  }
}
