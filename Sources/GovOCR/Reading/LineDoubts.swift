import GovDocument

// What lies beside a table or crosses it, and what is too narrow or too bare for a part of it.
extension PageReader {
  /// Text in columns or a coloured band above, where the heads would be, or below.
  func rowsOutside(_ structure: Structure) -> [StructureDoubt.Extent] {
    let (table, reach) = (structure.area, layout.textHeight * 2)
    let above = Area(left: table.left, top: table.top - reach, right: table.right, bottom: table.top - 3)
    let below = Area(left: table.left, top: table.bottom + 3, right: table.right, bottom: table.bottom + reach)
    // The text of a missed row is as far away as rows are high.
    var row = above
    row.top = min(above.top, table.top - usualRow(structure))
    if isInColumns(row, of: structure) { return [.table] + columnsOutside(table) }
    let places: [(area: Area, extent: StructureDoubt.Extent)] = [(above, .table), (below, .outside)]
    return places.filter { isColumned($0.area) || isBand($0.area) }.map(\.extent) + columnsOutside(table)
  }

  /// Text beside the table at both sides of which rows go on: in most of what is as high as a line of it.
  private func columnsOutside(_ table: Area) -> [StructureDoubt.Extent] {
    let reach = layout.textHeight * 3
    let beside = [
      Area(left: table.left - reach, top: table.top, right: table.left - 3, bottom: table.bottom),
      Area(left: table.right + 3, top: table.top, right: table.right + reach, bottom: table.bottom),
    ]
    let lines = max(1, table.height / max(1, 3 * layout.textHeight))
    let isColumn = beside.contains { area in
      let heights = Set(glyphs(in: area).map { ($0.top + $0.bottom) / max(2, 3 * layout.textHeight) })
      return heights.count >= 2 && heights.count * 2 >= lines || heights.count == 1 && lines == 1
    }
    return isColumn ? [.table] : []
  }

  /// Whether text stands there in stretches that gaps part, over the greater part of the width: a title has no gaps.
  private func isColumned(_ area: Area) -> Bool {
    let glyphs = glyphs(in: area)
    guard let extent = glyphs.extent else { return false }
    return extent.width * 2 > area.width && hasGap(glyphs, widerThan: layout.textHeight * 2)
  }

  private func usualRow(_ structure: Structure) -> Int {
    let heights = zip(structure.ys, structure.ys.dropFirst()).map { $1 - $0 }.sorted()
    return heights.isEmpty ? 0 : heights[heights.count / 2]
  }

  /// Whether text stands there in the columns of a table: most have one, and what is white between two is no space of a sentence.
  private func isInColumns(_ area: Area, of structure: Structure) -> Bool {
    let (glyphs, xs) = (glyphs(in: area), structure.xs)
    let texts = zip(xs, xs.dropFirst()).map { left, right in
      glyphs.filter { $0.left + $0.right >= 2 * left && $0.left + $0.right < 2 * right }.extent
    }
    guard texts.count >= 3, texts.count(where: { $0 != nil }) * 3 >= 2 * texts.count else { return false }
    let seen = texts.compactMap { $0 }
    return zip(seen, seen.dropFirst()).allSatisfy { ($1.left - $0.right) * 3 >= 2 * layout.textHeight }
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

  /// Strokes that run from one side of a cell to the other, away from its edges: boundaries that were missed. The second edge
  /// of a line, and what runs through text, bounds nothing.
  func linesInside(_ structure: Structure) -> [StructureDoubt.Extent] {
    let (room, slack) = (layout.textHeight * 7 / 10, max(4, layout.textHeight / 3))
    return structure.cells.flatMap { cell -> [StructureDoubt.Extent] in
      let area = structure.area(of: cell)
      let isCrossed = layout.horizontal.contains {
        $0.from <= area.left + slack && $0.to >= area.right - slack && $0.place > area.top + room
          && $0.place < area.bottom - room && !runsThroughText(row: $0)
      }
      let isDivided = layout.vertical.contains {
        $0.from <= area.top + slack && $0.to >= area.bottom - slack && $0.place > area.left + room
          && $0.place < area.right - room && !runsThroughText(column: $0.place, of: area)
      }
      return (isCrossed ? [.rows(from: cell.row)] : []) + (isDivided ? [.columns(from: cell.column)] : [])
    }
  }

  /// Whether a horizontal stroke runs through characters, or touches them, as those do that are strokes of characters.
  private func runsThroughText(row stroke: Segment) -> Bool {
    layout.text.map(\.area).count { glyph in
      glyph.left >= stroke.from && glyph.right <= stroke.to && glyph.top - 1 <= stroke.place
        && glyph.bottom + 1 >= stroke.place
    } >= 2
  }

  /// Whether a vertical stroke of a cell stands in a word, or right at its end and parts it from nothing: it is a stroke of a
  /// character, or the rim of a seal.
  private func runsThroughText(column place: Int, of area: Area) -> Bool {
    let strokes = layout.strokes(in: area)
    if strokes.contains(where: { $0.left - 2 <= place && place <= $0.right + 1 }) { return true }
    let (glyphs, room) = (glyphs(in: area), roomInWord(textHeight: layout.textHeight))
    let before = glyphs.filter { $0.left + $0.right < 2 * place }.map(\.right).max()
    let after = glyphs.filter { $0.left + $0.right >= 2 * place }.map(\.left).min()
    if let before, let after { return after - before <= room }
    return before.map { place - $0 <= room } ?? after.map { $0 - place <= room } ?? false
  }

  /// Rows and columns too narrow for a line of text in which nothing was read for sure.
  func emptySlivers(_ structure: Structure, _ readings: [CellReading]) -> [StructureDoubt.Extent] {
    func isEmpty(_ holds: (GridCell) -> Bool) -> Bool {
      let inside = zip(structure.cells, readings).filter { holds($0.0) }.map(\.1)
      return inside.contains { $0.text.isEmpty } && inside.allSatisfy { $0.text.isEmpty || $0.status != .read }
    }
    let rows = (0..<structure.ys.count - 1).filter { row in
      structure.ys[row + 1] - structure.ys[row] < layout.textHeight * 13 / 10
        && isEmpty { $0.row == row && $0.rowSpan == 1 }
    }
    let columns = (0..<structure.xs.count - 1).filter { column in
      structure.xs[column + 1] - structure.xs[column] < layout.textHeight * 2
        && isEmpty { $0.column == column && $0.columnSpan == 1 }
    }
    return rows.map { .rows(from: $0) } + columns.map { .columns(from: $0) }
  }

  /// Whether the first row, but for its first cell, has nothing but figures that are no years.
  func hasFiguresForHeads(_ structure: Structure, _ readings: [CellReading]) -> Bool {
    let heads = zip(structure.cells, readings).filter { $0.0.row == 0 && $0.0.column > 0 }.map(\.1.text)
    return heads.count >= 2 && heads.allSatisfy { isFigure($0) && !isYear($0) }
  }

  private func isYear(_ text: String) -> Bool { text.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20")) }

  /// Whether lines are drawn at both sides of a cell; where only text parts the columns, an empty cell may belong to the next.
  func isRuled(_ area: Area) -> Bool {
    [area.left, area.right].allSatisfy { x in
      layout.vertical.contains { abs($0.place - x) <= 6 && $0.from < area.bottom && $0.to > area.top }
    }
  }
}
