// Words of cells over several columns in which a stroke of a character stands where a column begins in other rows.
extension Grid {
  /// The grid without the pieces of column boundaries that part nothing but the characters of one word.
  ///
  /// A cell over several columns has its text in its middle, and one character of that may have an upright stroke, as 门 and 阅
  /// have, right where other rows have a line. Two cells whose texts stand so near to the line between them have as little room at
  /// their other sides; a word that has room at both ends, and as much, is one text.
  func withoutCutWords(_ layout: Layout) -> Grid {
    guard columns > 1, rows > 1 else { return self }
    // The stroke may be a part of a character that touches no other.
    let marks = layout.text.map(\.area) + layout.bars
    let texts = rowTexts(marks.filter { area.holds($0) && $0.height * 2 > layout.textHeight })
    var grid = self
    for row in 0..<rows {
      for column in 1..<columns where grid.vertical[row][column] {
        guard let word = word(across: xs[column], texts[row], layout.textHeight),
          grid.isInMiddle(word, row: row, layout.textHeight),
          !layout.ground.isInked(column: xs[column], above: word, ys[row]..<ys[row + 1])
        else { continue }
        grid.vertical[row][column] = false
      }
    }
    return grid
  }

  /// The characters on both sides of a place that stand as near to each other as those of a word do. Digits are narrow, and of
  /// two figures that touch their line nobody could tell that they are two: one of the characters is broader.
  private func word(across x: Int, _ glyphs: [Area], _ textHeight: Int) -> Area? {
    let room = roomInWord(textHeight: textHeight)
    guard let before = glyphs.filter({ $0.left + $0.right < 2 * x }).max(by: { $0.right < $1.right }),
      let after = glyphs.filter({ $0.left + $0.right >= 2 * x }).min(by: { $0.left < $1.left }),
      after.left - before.right <= room, after.top < before.bottom, before.top < after.bottom,
      [before, after].contains(where: { $0.width * 10 >= textHeight * 7 })
    else { return nil }
    var word = before.union(after)
    let line = glyphs.filter { $0.top < word.bottom && $0.bottom > word.top }
    for glyph in line.filter({ $0.left >= after.left }).sorted(by: { $0.left < $1.left })
    where glyph.left - word.right <= 2 * room { word = word.union(glyph) }
    for glyph in line.filter({ $0.right <= before.right }).sorted(by: { $0.right > $1.right })
    where word.left - glyph.right <= 2 * room { word = word.union(glyph) }
    return word
  }

  /// Whether a word over one boundary or more stands in the middle between the nearest ones at its ends, with room at both.
  private func isInMiddle(_ word: Area, row: Int, _ textHeight: Int) -> Bool {
    guard
      let left = xs.indices.last(where: { ($0 == 0 || vertical[row][$0]) && xs[$0] <= word.left }),
      let right = xs.indices.first(where: { ($0 == columns || vertical[row][$0]) && xs[$0] >= word.right })
    else { return false }
    let (before, after) = (word.left - xs[left], xs[right] - word.right)
    return min(before, after) * 10 >= textHeight * 7 && abs(before - after) <= textHeight
  }
}

extension Ground {
  /// Whether an upright line is drawn above and below a word of a row, where the word has no strokes, or no room shows.
  fileprivate func isInked(column x: Int, above word: Area, _ row: Range<Int>) -> Bool {
    let stroke = Area(left: x - 1, top: row.lowerBound, right: x + 2, bottom: row.upperBound)
    let (first, last) = (row.lowerBound + 3, row.upperBound - 3)
    let rows = [first..<max(first, word.top - 2), word.bottom + 2..<max(word.bottom + 2, last)]
    let inks = rows.joined().map { contrast(of: stroke, at: $0) }.sorted()
    return inks.count < 2 || inks[inks.count / 2] > 20
  }
}
