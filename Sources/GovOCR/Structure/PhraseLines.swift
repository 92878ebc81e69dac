/// Phrases at one height, from left to right. A phrase is a stretch of characters that stand as near as those of a word.
struct PhraseLine {
  var phrases: [Area]

  init(_ phrases: [Area]) { self.phrases = phrases.sorted { $0.left < $1.left } }

  var area: Area { phrases.extent ?? Area(left: 0, top: 0, right: 0, bottom: 0) }
  var stretches: [Range<Int>] { phrases.map { $0.left..<$0.right } }

  /// The height of the line's middle: a comma or a descender moves that of one phrase, and hardly that of all.
  var middle: Int {
    let middles = phrases.map { $0.top + $0.bottom }.sorted()
    return middles.isEmpty ? 0 : middles[middles.count / 2] / 2
  }

  /// The widest white between two phrases, in pixels; 0 of one.
  var widestGap: Int { zip(phrases, phrases.dropFirst()).map { $1.left - $0.right }.max() ?? 0 }

  /// Whether no phrase stands above or below one of another line.
  func isBeside(_ other: PhraseLine) -> Bool {
    !phrases.contains { one in other.phrases.contains { $0.left < one.right && one.left < $0.right } }
  }
}

/// The lines of text that some characters make, from top to bottom.
///
/// - Parameters:
///   - marks: Points, signs and bars: they belong to a phrase where they stand near a character, a bar alone is a phrase.
///   - textHeight: The usual height of a character, in pixels.
func phraseLines(_ text: [Area], bars: [Area], points: [Area], textHeight: Int) -> [PhraseLine] {
  let phrases = phrases(text, bars: bars, points: points, textHeight: textHeight)
    .sorted { $0.top + $0.bottom < $1.top + $1.bottom }
  let slack = max(2, textHeight * 3 / 10)
  var lines: [(sum: Int, phrases: [Area])] = []
  for phrase in phrases {
    let middle = (phrase.top + phrase.bottom) / 2
    if let last = lines.last, middle - last.sum / last.phrases.count <= slack {
      lines[lines.count - 1] = (last.sum + middle, last.phrases + [phrase])
    } else {
      lines.append((middle, [phrase]))
    }
  }
  return withStrays(lines.map { PhraseLine($0.phrases) })
}

/// Puts what stands in the height of a line into it: a stroke of a character that touches no other.
private func withStrays(_ lines: [PhraseLine]) -> [PhraseLine] {
  var kept: [PhraseLine] = []
  for line in lines {
    if let last = kept.last {
      let (one, other) = (last.area, line.area)
      if (min(one.bottom, other.bottom) - max(one.top, other.top)) * 10 >= 6 * min(one.height, other.height) {
        kept[kept.count - 1] = PhraseLine(last.phrases + line.phrases)
        continue
      }
    }
    kept.append(line)
  }
  return kept
}

private func phrases(_ text: [Area], bars: [Area], points: [Area], textHeight: Int) -> [Area] {
  let solid = text.count + bars.count
  let glyphs = text + bars + points
  let near = max(2, textHeight * 45 / 100)
  var sets = DisjointSets(count: glyphs.count)
  // Only glyphs of one strip of the picture can be neighbours.
  var strips: [Int: [Int]] = [:]
  for index in glyphs.indices.sorted(by: { glyphs[$0].left < glyphs[$1].left }) {
    let glyph = glyphs[index]
    for strip in glyph.top / textHeight...glyph.bottom / textHeight {
      for other in strips[strip, default: []].suffix(12)
      where areNeighbours(glyphs[other], glyph, near) || areParts(glyphs[other], glyph, textHeight) {
        sets.join(other, index)
      }
      strips[strip, default: []].append(index)
    }
  }
  var areas: [Int: Area] = [:]
  for index in glyphs.indices {
    let root = sets.root(of: index)
    areas[root] = areas[root]?.union(glyphs[index]) ?? glyphs[index]
  }
  // The root is the least index of a set: points alone are grain, or dashes of a line.
  return areas.filter { $0.key < solid }.sorted { $0.key < $1.key }.map(\.value)
}

/// Whether one stands above the other as parts of one character do.
private func areParts(_ one: Area, _ other: Area, _ textHeight: Int) -> Bool {
  let (all, common) = (one.union(other), min(one.right, other.right) - max(one.left, other.left))
  return common * 2 >= min(one.width, other.width) && all.height * 4 <= textHeight * 5
    && (all.height - one.height - other.height) * 4 <= textHeight
}

/// Whether two characters stand beside each other on one line.
private func areNeighbours(_ one: Area, _ other: Area, _ near: Int) -> Bool {
  let common = min(one.bottom, other.bottom) - max(one.top, other.top)
  return other.left - one.right <= near && one.left - other.right <= near
    && common * 4 >= min(one.height, other.height)
}
