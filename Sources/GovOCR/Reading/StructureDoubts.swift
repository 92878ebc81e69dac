import GovDocument

/// What speaks against the rows and columns of a table of which no form is known.
///
/// A row that was missed moves every figure below it, and each is read perfectly: readers cannot know. What a missed or an
/// invented boundary leaves behind can be seen.
enum StructureDoubt: String {
  /// Text in columns, or a coloured band, directly above or below: a row lies outside.
  case rowOutside = "a row seems to lie outside of it"
  /// A row or column without anything in it, much narrower than the others.
  case emptySliver = "an empty row or column is no wider than a line of text"
  /// Characters lie across the boundaries of columns.
  case cutCharacters = "boundaries run through characters"
  /// The text of one cell lies in several columns, parted where they are parted.
  case textOfSeveralColumns = "the text of several columns stands in one cell"
  /// Figures stand where the heads of columns belong.
  case noHeads = "its columns have figures for heads"
}

extension PageReader {
  /// The first thing that is wrong with a table as its lines show it; `nil` when nothing is.
  func structureDoubt(_ structure: Structure, _ readings: [CellReading]) -> StructureDoubt? {
    guard structure.template == nil else { return nil }
    let whole = structure.cells.map(structure.area).reduce(structure.area(of: structure.cells[0])) { $0.union($1) }
    if hasRowOutside(whole) { return .rowOutside }
    if hasEmptySliver(structure, readings) { return .emptySliver }
    if structure.cells.count(where: { isCut(structure.area(of: $0)) }) >= 3 { return .cutCharacters }
    let texts = structure.cells.map { cell in glyphs(in: structure.area(of: cell)) }
    if hasSplitWords(structure, texts) { return .cutCharacters }
    if zip(structure.cells, texts).contains(where: { isParted($0, $1, structure) }) { return .textOfSeveralColumns }
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

  /// Whether text goes on across boundaries, in two places, with no more room than inside a word.
  private func hasSplitWords(_ structure: Structure, _ texts: [[Area]]) -> Bool {
    let room = max(2, layout.textHeight / 4)
    var count = 0
    for (index, cell) in structure.cells.enumerated() {
      guard let end = texts[index].max(by: { $0.right < $1.right }) else { continue }
      let next = structure.cells.firstIndex {
        $0.column == cell.column + cell.columnSpan && $0.row <= cell.row && $0.row + $0.rowSpan > cell.row
      }
      guard let next, let start = texts[next].min(by: { $0.left < $1.left }) else { continue }
      let isBeside = start.top < end.bottom && end.top < start.bottom
      if isBeside, start.left - end.right <= room { count += 1 }
    }
    return count >= 2
  }

  /// Whether a line of a cell over several columns has a gap where a boundary of columns would run.
  private func isParted(_ cell: GridCell, _ glyphs: [Area], _ structure: Structure) -> Bool {
    let inner = structure.xs[cell.column + 1..<cell.column + cell.columnSpan]
    let lines = Dictionary(grouping: glyphs) { ($0.top + $0.bottom) / max(2, 3 * layout.textHeight) }
    return inner.contains { x in
      lines.values.contains { line in
        let (before, after) = (line.filter { $0.left < x }, line.filter { $0.left >= x })
        guard let end = before.map(\.right).max(), let start = after.map(\.left).min() else { return false }
        return end < x && start - end > layout.textHeight && before.count + after.count >= 4
      }
    }
  }

  /// Whether the ground is another one than the paper of the picture, over the whole width of the table and no further.
  private func isBand(_ area: Area) -> Bool {
    let page = pages.darkest
    let inner = area.inset(by: 2).clipped(width: page.width, height: page.height)
    guard inner.height >= layout.textHeight, inner.width > 20 else { return false }
    let paper = Int(middle(page))
    let columns = stride(from: inner.left, to: inner.right, by: max(1, inner.width / 60)).map { x in
      Area(left: x, top: inner.top, right: x + 1, bottom: inner.bottom)
    }
    return columns.count { abs(Int(middle(page.crop($0))) - paper) > 40 } * 10 > columns.count * 8
  }

  private func middle(_ page: Raster) -> UInt8 {
    var counts = [Int](repeating: 0, count: 256)
    for value in page.pixels { counts[Int(value)] += 1 }
    var seen = 0
    for (level, count) in counts.enumerated() {
      seen += count
      if seen * 2 > page.pixels.count { return UInt8(level) }
    }
    return 255
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
