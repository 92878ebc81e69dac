import GovDocument
import GovForms

/// A layout of a form that is filled with pieces of lines, cell after cell in reading order.
struct FormFilling {
  private let template: TableTemplate
  /// What each cell of the layout may take.
  private let wanted: [Wanted]
  /// What stands in each cell; nothing in an empty one.
  private var contents: [ArraySlice<LinePiece>]
  private var next = 0

  private enum Wanted {
    /// A label, as the book has it.
    case label(Int)
    /// The figure that the report has there; a blank one takes nothing.
    case figure(String)
    /// The unit of the row, or the dash that a row without figures prints for it and for its figure.
    case unit
    case nothing
  }

  /// An empty layout; `nil` when it has no place for a figure of the report.
  init?(_ template: TableTemplate, board: Board) {
    self.template = template
    contents = [ArraySlice<LinePiece>](repeating: [], count: template.cells.count)
    // The list of the statistics alone has units; elsewhere a dash is a figure.
    let blank: Wanted = board.kind == .statistics ? .unit : .nothing
    wanted = template.cells.map { cell in
      switch cell.content {
      case .label(let text): exactMatch(text).map { .label($0) } ?? (isUnitText(text) ? .unit : .nothing)
      case .figure(let identifier): board.printed(identifier).map { .figure($0) } ?? blank
      case .empty: blank
      }
    }
    let figures = wanted.count { if case .figure = $0 { true } else { false } }
    guard figures == board.squares.count(where: { !$0.entry.isBlank }) else { return nil }
  }

  /// Puts the piece at an index into the next cell that takes it: a figure, a label of several, or a label with its figure.
  ///
  /// - Returns: The number of pieces taken, 0 when the first fits no cell.
  mutating func take(_ stretch: LineStretch, at index: Int) -> Int {
    let piece = stretch.pieces[index]
    if let (cell, text) = nextFigure {
      if piece.text == text { return put([piece], into: cell) }
      if let torn = piece.split(before: text), let label = longestLabel([torn.head.text]) {
        guard let before = nextCell(for: label.label) else { return 0 }
        _ = put([torn.head], into: before)
        return put([torn.figure], into: cell)
      }
      if let next = stretch.pieces.dropFirst(index + 1).first, partsFigures(piece, next), next.text == text {
        return 1 + put([next], into: cell)
      }
    }
    if let cell = unitCell, isUnitText(piece.text) || isUnitDash(piece.text) { return put([piece], into: cell) }
    guard let found = stretch.labels[index], let cell = nextCell(for: found.label) else { return 0 }
    return put(stretch.pieces[index..<index + found.count], into: cell)
  }

  /// Whether a piece is a slash before a figure, in one line with it; on a line of its own it is a cell.
  private func partsFigures(_ piece: LinePiece, _ figure: LinePiece) -> Bool {
    isSlash(piece.text) && piece.isInLine(with: figure)
  }

  /// The next figure that is still to come.
  private var nextFigure: (cell: Int, text: String)? {
    for cell in wanted.indices.dropFirst(next) {
      if case .figure(let text) = wanted[cell] { return (cell, text) }
    }
    return nil
  }

  /// The cell for a unit behind the label that came last, in its row.
  private var unitCell: Int? {
    guard next > 0, let cell = wanted.indices.dropFirst(next).first, case .unit = wanted[cell],
      template.cells[cell].row == template.cells[next - 1].row
    else { return nil }
    return cell
  }

  /// The next cell that takes a label, before the next figure.
  private func nextCell(for label: Int) -> Int? {
    for cell in wanted.indices.dropFirst(next) {
      switch wanted[cell] {
      case .figure: return nil
      case .label(let official) where LabelBook.statutory.isSame(label, official): return cell
      case .label, .unit, .nothing: continue
      }
    }
    return nil
  }

  private mutating func put(_ pieces: ArraySlice<LinePiece>, into cell: Int) -> Int {
    contents[cell] = pieces
    next = cell + 1
    return pieces.count
  }

  /// Whether every figure has come, with two rows and three of four labels of the rows that the page prints, and half of each.
  var isComplete: Bool {
    guard nextFigure == nil else { return false }
    let rows = printedRows
    let labels = wanted.indices.filter { isLabel($0) && rows.contains(template.cells[$0].row) }
    guard rows.count > 1, labels.count(where: { contents[$0].isEmpty }) * 4 <= labels.count else { return false }
    return Dictionary(grouping: labels) { template.cells[$0].row }.values.allSatisfy { row in
      row.count { contents[$0].isEmpty } * 2 <= row.count
    }
  }

  /// Whether the first thing that is printed stands behind another label of its row.
  var beginsInsideOfRow: Bool {
    guard let first = contents.firstIndex(where: { !$0.isEmpty }) else { return false }
    return wanted.indices[..<first].contains { isLabel($0) && template.cells[$0].row == template.cells[first].row }
  }

  /// The number of labels that the page does not print.
  var emptyLabels: Int { wanted.indices.count { isLabel($0) && contents[$0].isEmpty } }

  private func isLabel(_ cell: Int) -> Bool {
    if case .label = wanted[cell] { true } else { false }
  }

  /// The rows of which something is printed; a label over several rows alone does not say which.
  private var printedRows: Set<Int> {
    Set(zip(template.cells, contents).compactMap { !$1.isEmpty && $0.rowSpan == 1 ? $0.row : nil })
  }

  /// The printed rows as a table; `nil` where a label would stand in none of them, or a repair reaches beyond its cell.
  var table: Table? {
    guard let origin = contents.lazy.compactMap(\.first).first?.origin else { return nil }
    let rows = printedRows.sorted()
    var cells: [Cell] = []
    for (cell, pieces) in zip(template.cells, contents) {
      let span = rows.indices.filter { (cell.row..<cell.row + cell.rowSpan).contains(rows[$0]) }
      if span.isEmpty && pieces.isEmpty { continue }
      guard let row = span.first, let content = pieces.isEmpty ? Prose("", origin: origin) : LinePiece.prose(of: pieces)
      else { return nil }
      cells.append(
        Cell(row: row, column: cell.column, rowSpan: span.count, columnSpan: cell.columnSpan, content: content))
    }
    return Table(rows: rows.count, columns: template.columns, cells: cells, origin: origin)
  }
}

extension LabelBook {
  /// Whether two labels are spellings of one: they name the same row or column, or are heads of which one is a part of the other.
  fileprivate func isSame(_ label: Int, _ other: Int) -> Bool {
    if label == other { return true }
    let shared = labels[label].roles.filter(labels[other].roles.contains)
    guard shared.allSatisfy({ if case .frame = $0 { true } else { false } }) else { return true }
    return !shared.isEmpty
      && (contains(spellings[label], spellings[other]) || contains(spellings[other], spellings[label]))
  }
}

extension Board {
  /// What is printed at the place that a layout calls `row/column`; `nil` for a blank.
  fileprivate func printed(_ identifier: String) -> String? {
    let names = identifier.split(separator: "/").map { Name(String($0)) }
    guard names.count == 2, let square = index[Slot(row: names[0], column: names[1])] else { return nil }
    return squares[square].entry.isBlank ? nil : trimmed(squares[square].entry.text)
  }
}
