import GovDocument

// Where the text of a table contradicts its boundaries.
extension PageReader {
  /// The boxes of text whose middles lie in an area.
  func glyphs(in area: Area) -> [Area] { characters.inside(area) }

  /// Whether the characters of a line, in any order, leave a gap of more than so many pixels.
  func hasGap(_ glyphs: [Area], widerThan room: Int) -> Bool {
    let line = glyphs.sorted { $0.left < $1.left }
    var reached = line.first?.right ?? 0
    return line.contains { glyph in
      defer { reached = max(reached, glyph.right) }
      return glyph.left - reached > room
    }
  }

  /// Boundaries of columns that cut characters, across which text goes on with no more room than inside a word, or that few rows
  /// have and that part off a piece too narrow for a column, or nothing from a word they touch: such a one is a stroke of a
  /// character or the rim of a seal.
  func cuts(_ structure: Structure, _ texts: [[Area]]) -> [StructureDoubt.Extent] {
    if structure.cells.count(where: { isCut(structure.area(of: $0)) }) >= 3 { return [.table] }
    var found = cutsAtEnds(structure)
    var closeOnes: [Int] = []
    for boundary in structure.xs.indices.dropFirst().dropLast() {
      let besides = beside(boundary, structure)
      let isMinor = besides.count * 10 <= (structure.ys.count - 1) * 3
      let room = isMinor ? layout.textHeight / 2 : max(2, layout.textHeight / 4)
      let close = besides.count { textGap(texts[$0.left], texts[$0.right]).map { $0 <= room } ?? false }
      let isStroke = besides.contains {
        isAtEndOfText(
          structure.xs[boundary], texts[$0.left], texts[$0.right], textHeight: layout.textHeight)
      }
      if isMinor, close > 0 || isStroke || isNarrow(besides, structure) { found.append(.columns(from: boundary - 1)) }
      closeOnes += [Int](repeating: boundary, count: close)
    }
    // One close pair is a long word; two are a boundary in the wrong place.
    if closeOnes.count >= 2 { found += Set(closeOnes).sorted().map { .columns(from: $0 - 1) } }
    return found
  }

  /// The outer boundaries beyond which a word goes on: of a table without a frame the lines may end before its text does. A 1 that
  /// is cut off so is too thin to be text of the picture.
  private func cutsAtEnds(_ structure: Structure) -> [StructureDoubt.Extent] {
    let (area, room) = (structure.area, max(3, layout.textHeight / 4))
    let marks = layout.text.map(\.area) + layout.bars
    let rows = marks.filter { $0.top + $0.bottom > 2 * area.top && $0.top + $0.bottom < 2 * area.bottom }
    func goesOn(_ place: Int) -> Bool {
      let (before, after) = (
        rows.filter { $0.left + $0.right < 2 * place }, rows.filter { $0.left + $0.right >= 2 * place }
      )
      return after.contains { mark in
        before.contains {
          mark.left - $0.right <= room && mark.top < $0.bottom && $0.top < mark.bottom && mark.left - $0.left > 3
        }
      }
    }
    return (goesOn(area.left) ? [.table] : []) + (goesOn(area.right) ? [.columns(from: structure.xs.count - 2)] : [])
  }

  /// The cells that end, and those that begin, at a boundary of columns, in each row where both do.
  func beside(_ boundary: Int, _ structure: Structure) -> [(left: Int, right: Int)] {
    let owners = slotOwners(structure.cells, rows: structure.ys.count - 1, columns: structure.xs.count - 1)
    return structure.cells.enumerated().compactMap { index, cell in
      guard cell.column + cell.columnSpan == boundary else { return nil }
      let next = owners[cell.row][boundary]
      return next >= 0 && structure.cells[next].column == boundary ? (index, next) : nil
    }
  }

  private func isNarrow(_ besides: [(left: Int, right: Int)], _ structure: Structure) -> Bool {
    besides.contains { pair in
      [pair.left, pair.right].contains { structure.area(of: structure.cells[$0]).width < 2 * layout.textHeight }
    }
  }

  /// The pixels between the last character of one cell and the first of the next, on one line; `nil` when there are none.
  func textGap(_ before: [Area], _ after: [Area]) -> Int? {
    guard let end = before.max(by: { $0.right < $1.right }), let start = after.min(by: { $0.left < $1.left }),
      start.top < end.bottom, end.top < start.bottom
    else { return nil }
    return start.left - end.right
  }

  /// What a gap in a line of a cell concerns: in a cell over several columns, where one of their boundaries would run, the cell
  /// alone; in one without lines at its sides, all columns from there on, for one may be missing.
  func parted(_ cell: GridCell, _ glyphs: [Area], _ structure: Structure) -> StructureDoubt.Extent? {
    let inner = structure.xs[cell.column + 1..<cell.column + cell.columnSpan]
    let lines = Dictionary(grouping: glyphs) { ($0.top + $0.bottom) / max(2, 3 * layout.textHeight) }
    if inner.isEmpty {
      let isOpen = !isRuled(structure.area(of: cell)) && lines.values.contains(where: hasWideGap)
      return isOpen ? .columns(from: cell.column) : nil
    }
    let isParted = inner.contains { x in
      lines.values.contains { line in
        let (before, after) = (line.filter { $0.left < x }, line.filter { $0.left >= x })
        guard let end = before.map(\.right).max(), let start = after.map(\.left).min() else { return false }
        return end < x && start - end > layout.textHeight && before.count + after.count >= 4
      }
    }
    return isParted ? .cell(cell) : nil
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

  /// Whether a cell over several rows has a line of text in each, apart as the rows are.
  func isStacked(_ cell: GridCell, _ glyphs: [Area], _ structure: Structure) -> Bool {
    guard cell.rowSpan >= 2 else { return false }
    let rows = (cell.row..<cell.row + cell.rowSpan).map { row in
      glyphs.filter { $0.top + $0.bottom > 2 * structure.ys[row] && $0.top + $0.bottom < 2 * structure.ys[row + 1] }
    }
    return zip(rows, rows.dropFirst()).allSatisfy { above, below in
      guard let end = above.map(\.bottom).max(), let start = below.map(\.top).min() else { return false }
      return start - end > layout.textHeight * 7 / 10
    }
  }
}
