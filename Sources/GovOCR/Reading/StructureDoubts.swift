import GovDocument

/// What speaks against the rows and columns of a table.
///
/// A row that was missed moves every figure below it, and each is read perfectly: readers cannot know. What a missed or an
/// invented boundary leaves behind can be seen.
struct StructureDoubt: Hashable {
  var reason: Reason
  var extent: Extent

  enum Reason: String {
    /// Lines end in the open, are half there, or contradict the text.
    case unclearLines = "its lines are not clear"
    /// The same of a table whose columns are parted by white.
    case unclearColumns = "it has no lines and its columns or rows are not clear"
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
    /// A side of the frame is bare beside the first or last row or column, though it runs beside the others.
    case outsideFrame = "a row or column lies outside of its frame"
    /// A side of the frame is bare, and characters end there.
    case cutOff = "the picture ends inside of it"
    /// Figures stand where the heads of columns belong.
    case noHeads = "its columns have figures for heads"
  }

  /// The cells that would be others, were the doubt right.
  enum Extent: Hashable {
    case table
    /// A boundary of rows is missed or invented: what is above keeps its place.
    case rows(from: Int)
    /// A boundary of columns is missed or invented: what is to the left keeps its place.
    case columns(from: Int)
    /// Pieces of boundaries that exist elsewhere: the cell alone.
    case cell(GridCell)
    /// What lies outside is missing; what is inside is what it is.
    case outside

    func holds(_ cell: GridCell) -> Bool {
      switch self {
      case .table: true
      case .rows(let first): cell.row + cell.rowSpan > first
      case .columns(let first): cell.column + cell.columnSpan > first
      case .cell(let doubted): cell == doubted
      case .outside: false
      }
    }
  }
}

extension PageReader {
  /// What is wrong with a table, the gravest reason first; empty when nothing is.
  func structureDoubts(_ structure: Structure, _ readings: [CellReading]) -> [StructureDoubt] {
    let slivers =
      emptySlivers(structure, readings).map { StructureDoubt(reason: .emptySliver, extent: $0) }
      + cutSides(structure, readings).map { StructureDoubt(reason: .cutOff, extent: $0) }
    guard structure.template == nil else { return slivers + formDoubts(structure, readings) }
    let texts = structure.cells.map { cell in glyphs(in: structure.area(of: cell)) }
    let found: [(StructureDoubt.Reason, [StructureDoubt.Extent])] = [
      (structure.isAligned ? .unclearColumns : .unclearLines, structure.doubts > 0 ? [.table] : []),
      (.rowOutside, rowsOutside(structure)),
      (.outsideFrame, rowsOutsideFrame(structure)),
      (.lineInside, linesInside(structure)),
      (.cutCharacters, cuts(structure, texts)),
      (.textOfSeveralColumns, zip(structure.cells, texts).compactMap { parted($0, $1, structure) }),
      (
        .textOfSeveralRows,
        zip(structure.cells, texts).filter { isStacked($0, $1, structure) }.map { .cell($0.0) }
      ),
      (.noHeads, hasFiguresForHeads(structure, readings) ? [.table] : []),
    ]
    return slivers + found.flatMap { reason, extents in extents.map { StructureDoubt(reason: reason, extent: $0) } }
  }

  /// The boundaries of a form are put where no line was seen, too. There two figures in one cell, or a text that goes on in the
  /// next one, show that they stand elsewhere, and then all of them may.
  private func formDoubts(_ structure: Structure, _ readings: [CellReading]) -> [StructureDoubt] {
    let open = structure.cells.indices.filter { !isRuled(structure.area(of: structure.cells[$0])) }
    if open.contains(where: { readings[$0].isParted }) {
      return [StructureDoubt(reason: .textOfSeveralColumns, extent: .table)]
    }
    let texts = structure.cells.map { cell in glyphs(in: structure.area(of: cell)) }
    let isCut = structure.xs.indices.dropFirst().dropLast().contains { boundary in
      beside(boundary, structure).contains { pair in
        (open.contains(pair.left) || open.contains(pair.right))
          && textGap(texts[pair.left], texts[pair.right]).map { $0 <= max(2, layout.textHeight / 4) } ?? false
      }
    }
    return isCut ? [StructureDoubt(reason: .cutCharacters, extent: .table)] : []
  }
}
