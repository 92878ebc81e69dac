/// The tables that no line parts into columns: their texts stand below each other, with white between.
///
/// - Parameter ruled: The tables that lines show, whose text is not looked at.
func alignedGrids(_ layout: Layout, beside ruled: [Grid]) -> [Grid] {
  func isFree(_ glyph: Area) -> Bool { !ruled.contains { $0.area.holds(glyph) } }
  let lines = phraseLines(
    layout.text.map(\.area).filter(isFree), bars: (layout.bars + layout.dots).filter(isFree),
    points: layout.points.filter(isFree),
    textHeight: layout.textHeight)
  return blocks(lines, textHeight: layout.textHeight).compactMap { alignedGrid($0, layout) }
}

/// Lines that stand close above each other, without those of running text between.
private func blocks(_ lines: [PhraseLine], textHeight: Int) -> [[PhraseLine]] {
  guard let extent = lines.map(\.area).extent else { return [] }
  var blocks: [[PhraseLine]] = [[]]
  for line in lines {
    if line.isRunningText(over: extent.width, textHeight: textHeight) {
      blocks.append([])
      continue
    }
    if let last = blocks[blocks.count - 1].last, line.area.top - last.area.bottom > 3 * textHeight { blocks.append([]) }
    blocks[blocks.count - 1].append(line)
  }
  return blocks
}

extension PhraseLine {
  /// Whether a line goes on over most of a width with no more white in it than punctuation leaves.
  fileprivate func isRunningText(over width: Int, textHeight: Int) -> Bool {
    let area = area
    // Letters without ascenders may be the usual ones of the picture, and this line one of Han.
    let textHeight = max(textHeight, phrases.map(\.height).sorted()[phrases.count / 2])
    return widestGap * 10 < 12 * textHeight && area.width >= 12 * textHeight && area.width * 10 >= 7 * width
      && phrases.map(\.width).reduce(0, +) * 10 >= 8 * area.width
      && phrases.contains { $0.width >= 9 * textHeight }
  }
}

/// The lines from the first to the last that white parts: a title, a unit or a note has one phrase, or has no more white than
/// punctuation leaves where the others have much (单位：件). One phrase in the place of a column,
/// as near as the rows are, is a row of which the other cells are empty; above the heads it has to be a part of them.
private func tableLines(_ lines: [PhraseLine], _ span: Range<Int>, _ layout: Layout) -> Range<Int>? {
  let textHeight = layout.textHeight
  guard var first = lines.firstIndex(where: { $0.phrases.count > 1 }),
    var last = lines.lastIndex(where: { $0.phrases.count > 1 }), first < last
  else { return nil }
  let white = lines[first...last].map(\.widestGap).sorted()[(last - first + 1) / 2]
  func isOneText(_ line: PhraseLine) -> Bool {
    let height = max(textHeight, line.area.height)
    return white >= 2 * height && line.widestGap * 10 < 12 * height && line.area.width * 2 < span.count
  }
  while first + 1 < last,
    isOneText(lines[first]) || isBesideTable(lines[first], Array(lines[first + 1...last]), textHeight)
  {
    first += 1
  }
  if first + 2 < last, isAboveRim(lines[first], Array(lines[first + 1...last]), layout) { first += 1 }
  while first + 1 < last, isOneText(lines[last]) { last -= 1 }
  let columns = AlignedColumns(Array(lines[first...last]), span, textHeight: textHeight)
  let steps = zip(lines[first...last], lines[first...last].dropFirst()).map { $1.middle - $0.middle }.sorted()
  let usual = steps[steps.count / 2]
  func isRow(_ line: PhraseLine, _ step: Int) -> Bool {
    let phrase = line.area
    return step * 10 <= usual * 13
      && !columns.gutters.contains { $0.lowerBound < phrase.right && phrase.left < $0.upperBound }
  }
  while last + 1 < lines.count, isRow(lines[last + 1], lines[last + 1].middle - lines[last].middle) { last += 1 }
  while first > 0 {
    let (line, step) = (lines[first - 1], lines[first].middle - lines[first - 1].middle)
    guard isRow(line, step), step * 10 <= usual * 7 || isBelowRule(line, layout) else { break }
    first -= 1
  }
  return first..<last + 1
}

/// Whether a stroke wider than a line of text runs right above it: the upper rim of a table. What stands above the rim, or above
/// heads without one and no nearer to them than the first line of a broken head is, is a title.
private func isBelowRule(_ line: PhraseLine, _ layout: Layout) -> Bool {
  layout.horizontal.contains { stroke in
    stroke.place <= line.area.top && stroke.place > line.area.top - 2 * layout.textHeight
      && stroke.from < line.area.left && stroke.to > line.area.right
  }
}

/// Whether a line goes on beyond all that follow, and over the white between their texts: a sentence with a comma in it.
private func isBesideTable(_ line: PhraseLine, _ rows: [PhraseLine], _ textHeight: Int) -> Bool {
  guard let extent = rows.map(\.area).extent, rows.count >= 2,
    line.area.left < extent.left - 2 * textHeight || line.area.right > extent.right + 2 * textHeight
  else { return false }
  let columns = AlignedColumns(rows, extent.left - 1..<extent.right + 1, textHeight: textHeight)
  return line.phrases.contains { phrase in columns.places.contains { $0 > phrase.left && $0 < phrase.right } }
}

/// Whether a line is a title or a sentence above the upper line of the rows below it.
private func isAboveRim(_ line: PhraseLine, _ rows: [PhraseLine], _ layout: Layout) -> Bool {
  guard let text = ([line] + rows).map(\.area).extent else { return false }
  return AlignedRules(layout, around: text).isTitle(line, above: rows)
}

private func alignedGrid(_ lines: [PhraseLine], _ layout: Layout) -> Grid? {
  guard let extent = lines.map(\.area).extent,
    let range = tableLines(lines, extent.left - 1..<extent.right + 1, layout),
    let text = lines[range].map(\.area).extent
  else { return nil }
  let rules = AlignedRules(layout, around: text)
  let found = AlignedRows(Array(lines[range]), rules)
  let rows = found.rows
  let area = rules.area(around: text)
  let columns = AlignedColumns(
    found.texts.map { PhraseLine($0) }, area.left..<area.right, textHeight: layout.textHeight)
  guard rows.count >= 2, !columns.places.isEmpty else { return nil }
  let evidence = AlignedEvidence(rows, columns, isRuled: rules.frame(text), textHeight: layout.textHeight)
  guard evidence.isTable else { return nil }
  let ys = [area.top] + zip(rows, rows.dropFirst()).map(rules.boundary) + [area.bottom]
  // Lines so crooked that one row begins above the end of the other are no rows.
  guard zip(ys, ys.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
  var grid = drawnGrid(xs: [area.left] + columns.places + [area.right], ys: ys, layout)
  grid.isAligned = true
  grid.unclear = columns.unclear + found.unclear
  grid.part(found, rules, textHeight: layout.textHeight)
  grid.unclear += grid.cutTexts(found.texts, textHeight: layout.textHeight)
  return grid
}
