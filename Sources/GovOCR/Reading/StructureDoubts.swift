import GovDocument

/// What speaks against the rows and columns of a table of which no form is known.
///
/// A row that was missed moves every figure below it, and each is read perfectly: readers cannot know. What a missed or an
/// invented boundary leaves behind can be seen.
enum StructureDoubt: String {
  /// Lines end in the open, are half there, or contradict the text.
  case unclearLines = "its lines are not clear"
  /// Text in columns, or a coloured band, directly above or below: a row lies outside.
  case rowOutside = "a row seems to lie outside of it"
  /// A row or column without anything in it, much narrower than the others.
  case emptySliver = "an empty row or column is no wider than a line of text"
  /// Characters lie across the boundaries of columns.
  case cutCharacters = "boundaries run through characters"
  /// The text of one cell lies in several columns, parted where they are parted.
  case textOfSeveralColumns = "the text of several columns stands in one cell"
  /// The text of one cell lies in several rows, line by line.
  case textOfSeveralRows = "the text of several rows stands in one cell"
  /// A line crosses a cell and is no boundary.
  case lineInside = "a line that bounds no cell crosses one"
  /// Figures stand where the heads of columns belong.
  case noHeads = "its columns have figures for heads"
}

extension PageReader {
  /// The first thing that is wrong with a table; `nil` when nothing is. Of a form only the boundaries can be in doubt that
  /// were put where no line was.
  func structureDoubt(_ structure: Structure, _ readings: [CellReading]) -> StructureDoubt? {
    if hasEmptySliver(structure, readings) { return .emptySliver }
    guard structure.template == nil else { return nil }
    if structure.doubts > 0 { return .unclearLines }
    if hasRowOutside(structure.area) { return .rowOutside }
    if hasLineInside(structure) { return .lineInside }
    let texts = structure.cells.map { cell in glyphs(in: structure.area(of: cell)) }
    if isCutSomewhere(structure, texts) { return .cutCharacters }
    if zip(structure.cells, texts).contains(where: { isParted($0, $1, structure) }) { return .textOfSeveralColumns }
    if zip(structure.cells, texts).contains(where: { isStacked($0, $1, structure) }) { return .textOfSeveralRows }
    if hasFiguresForHeads(structure, readings) { return .noHeads }
    return nil
  }

  private func hasRowOutside(_ table: Area) -> Bool {
    let reach = layout.textHeight * 2
    let above = Area(left: table.left, top: table.top - reach, right: table.right, bottom: table.top - 3)
    let below = Area(left: table.left, top: table.bottom + 3, right: table.right, bottom: table.bottom + reach)
    return [above, below].contains { isColumned($0) || isBand($0) }
  }

  /// Whether text stands there in stretches that gaps part, over the greater part of the width: a title has no gaps.
  private func isColumned(_ area: Area) -> Bool {
    let glyphs = layout.text.filter { area.holds($0.area) }.map(\.area).sorted { $0.left < $1.left }
    guard let first = glyphs.first, let last = glyphs.map(\.right).max() else { return false }
    var (reached, gaps) = (first.right, 0)
    for glyph in glyphs {
      if glyph.left - reached > layout.textHeight * 2 { gaps += 1 }
      reached = max(reached, glyph.right)
    }
    return gaps >= 1 && (last - first.left) * 2 > area.width
  }

  private func glyphs(in cell: Area) -> [Area] {
    layout.text.map(\.area).filter { cell.holds($0) }
  }

  /// Whether characters are cut, text goes on across a boundary with no more room than inside a word, or a boundary that few
  /// rows have parts off a piece too narrow for a column: such a one is a stroke of a character or the rim of a seal.
  private func isCutSomewhere(_ structure: Structure, _ texts: [[Area]]) -> Bool {
    if structure.cells.count(where: { isCut(structure.area(of: $0)) }) >= 3 { return true }
    var closeSomewhere = 0
    for boundary in structure.xs.indices.dropFirst().dropLast() {
      let besides = beside(boundary, structure)
      let isMinor = besides.count * 10 <= (structure.ys.count - 1) * 3
      let room = isMinor ? layout.textHeight / 2 : max(2, layout.textHeight / 4)
      let close = besides.count { textGap(texts[$0.left], texts[$0.right]).map { $0 <= room } ?? false }
      if isMinor, close > 0 || isNarrow(besides, structure) { return true }
      closeSomewhere += close
    }
    return closeSomewhere >= 2
  }

  /// The cells that end, and those that begin, at a boundary of columns, in each row where both do.
  private func beside(_ boundary: Int, _ structure: Structure) -> [(left: Int, right: Int)] {
    structure.cells.indices.compactMap { index in
      let cell = structure.cells[index]
      guard cell.column + cell.columnSpan == boundary else { return nil }
      let next = structure.cells.firstIndex {
        $0.column == boundary && $0.row <= cell.row && $0.row + $0.rowSpan > cell.row
      }
      return next.map { (index, $0) }
    }
  }

  private func isNarrow(_ besides: [(left: Int, right: Int)], _ structure: Structure) -> Bool {
    besides.contains { pair in
      [pair.left, pair.right].contains { structure.area(of: structure.cells[$0]).width < 2 * layout.textHeight }
    }
  }

  /// The pixels between the last character of one cell and the first of the next, on one line; `nil` when there are none.
  private func textGap(_ before: [Area], _ after: [Area]) -> Int? {
    guard let end = before.max(by: { $0.right < $1.right }), let start = after.min(by: { $0.left < $1.left }),
      start.top < end.bottom, end.top < start.bottom
    else { return nil }
    return start.left - end.right
  }

  /// Whether a line of a cell over several columns has a gap where a boundary of columns would run.
  private func isParted(_ cell: GridCell, _ glyphs: [Area], _ structure: Structure) -> Bool {
    let inner = structure.xs[cell.column + 1..<cell.column + cell.columnSpan]
    let lines = Dictionary(grouping: glyphs) { ($0.top + $0.bottom) / max(2, 3 * layout.textHeight) }
    if inner.isEmpty { return !isRuled(structure.area(of: cell)) && lines.values.contains(where: hasWideGap) }
    return inner.contains { x in
      lines.values.contains { line in
        let (before, after) = (line.filter { $0.left < x }, line.filter { $0.left >= x })
        guard let end = before.map(\.right).max(), let start = after.map(\.left).min() else { return false }
        return end < x && start - end > layout.textHeight && before.count + after.count >= 4
      }
    }
  }

  /// Whether a stroke runs from one side of a cell to the other, away from its edges.
  private func hasLineInside(_ structure: Structure) -> Bool {
    let (room, slack) = (layout.textHeight / 2, max(4, layout.textHeight / 3))
    return structure.cells.map(structure.area).contains { cell in
      layout.horizontal.contains {
        $0.from <= cell.left + slack && $0.to >= cell.right - slack && $0.place > cell.top + room
          && $0.place < cell.bottom - room
      }
        || layout.vertical.contains {
          $0.from <= cell.top + slack && $0.to >= cell.bottom - slack && $0.place > cell.left + room
            && $0.place < cell.right - room
        }
    }
  }

  /// Whether a cell over several rows has a line of text in each, apart as the rows are.
  private func isStacked(_ cell: GridCell, _ glyphs: [Area], _ structure: Structure) -> Bool {
    guard cell.rowSpan >= 2 else { return false }
    let rows = (cell.row..<cell.row + cell.rowSpan).map { row in
      glyphs.filter { $0.top + $0.bottom > 2 * structure.ys[row] && $0.top + $0.bottom < 2 * structure.ys[row + 1] }
    }
    return zip(rows, rows.dropFirst()).allSatisfy { above, below in
      guard let end = above.map(\.bottom).max(), let start = below.map(\.top).min() else { return false }
      return start - end > layout.textHeight * 7 / 10
    }
  }

  /// Whether words of two characters and more stand further apart than words do.
  private func hasWideGap(_ line: [Area]) -> Bool {
    let glyphs = line.sorted { $0.left < $1.left }
    guard glyphs.count >= 4 else { return false }
    return (2...glyphs.count - 2).contains { index in
      let end = glyphs[..<index].map(\.right).max() ?? 0
      return glyphs[index].left - end > layout.textHeight
    }
  }

  /// Whether lines are drawn at both sides of a cell; where only text parts the columns, an empty cell may belong to the next.
  func isRuled(_ area: Area) -> Bool {
    [area.left, area.right].allSatisfy { x in
      layout.vertical.contains { abs($0.place - x) <= 6 && $0.from < area.bottom && $0.to > area.top }
    }
  }

  /// Whether the ground is another one than the paper of the picture, over the whole width of the table and no further.
  private func isBand(_ area: Area) -> Bool {
    let page = pages.darkest
    let inner = area.inset(by: 2).clipped(width: page.width, height: page.height)
    guard inner.height >= layout.textHeight, inner.width > 20 else { return false }
    let paper = middle(page)
    let columns = stride(from: inner.left, to: inner.right, by: max(1, inner.width / 60)).map { x in
      Area(left: x, top: inner.top, right: x + 1, bottom: inner.bottom)
    }
    return columns.count { abs(middle(page.crop($0)) - paper) > 40 } * 10 > columns.count * 8
  }

  private func middle(_ page: Raster) -> Int {
    let greys = GreyCounts(page)
    return greys.level(greys.total / 2)
  }

  private func hasEmptySliver(_ structure: Structure, _ readings: [CellReading]) -> Bool {
    let rows = structure.ys.count - 1
    let columns = structure.xs.count - 1
    func isEmpty(_ holds: (GridCell) -> Bool) -> Bool {
      let inside = zip(structure.cells, readings).filter { holds($0.0) }.map(\.1)
      return inside.contains { $0.text.isEmpty } && inside.allSatisfy { $0.text.isEmpty || $0.status != .read }
    }
    return (0..<rows).contains { row in
      structure.ys[row + 1] - structure.ys[row] < layout.textHeight * 13 / 10
        && isEmpty { $0.row == row && $0.rowSpan == 1 }
    }
      || (0..<columns).contains { column in
        structure.xs[column + 1] - structure.xs[column] < layout.textHeight * 2
          && isEmpty { $0.column == column && $0.columnSpan == 1 }
      }
  }

  /// Whether the first row, but for its first cell, has nothing but figures that are no years.
  private func hasFiguresForHeads(_ structure: Structure, _ readings: [CellReading]) -> Bool {
    let heads = zip(structure.cells, readings).filter { $0.0.row == 0 && $0.0.column > 0 }.map(\.1.text)
    return heads.count >= 2 && heads.allSatisfy { isFigure($0) && !isYear($0) }
  }

  private func isYear(_ text: String) -> Bool { text.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20")) }
}
