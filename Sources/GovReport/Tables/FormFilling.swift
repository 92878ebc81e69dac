import GovDocument
import GovForms

/// A layout of a form that is filled with pieces of lines, cell after cell in reading order.
struct FormFilling {
  private let template: TableTemplate
  /// What each cell of the layout may take.
  private let wanted: [Wanted]
  private var contents: [Prose?]
  private var next = 0

  private enum Wanted {
    /// A label, as the book has it.
    case label(Int)
    /// The figure that the report has there; a blank one takes nothing.
    case figure(String)
    case nothing
  }

  init(_ template: TableTemplate, board: Board) {
    self.template = template
    contents = [Prose?](repeating: nil, count: template.cells.count)
    wanted = template.cells.map { cell in
      switch cell.content {
      case .label(let text): exactMatch(text).map { .label($0) } ?? .nothing
      case .figure(let identifier): board.printed(identifier).map { .figure($0) } ?? .nothing
      case .empty: .nothing
      }
    }
  }

  /// Puts the piece at an index into the next cell that takes it: a figure, a label of several, or a label with its figure.
  ///
  /// - Returns: The number of pieces taken, 0 when the first fits no cell.
  mutating func take(_ stretch: LineStretch, at index: Int) -> Int {
    let piece = stretch.pieces[index]
    if let (cell, text) = nextFigure {
      if piece.text == text { return put([piece], into: cell) ? 1 : 0 }
      if let torn = piece.split(before: text), let label = longestLabel([torn.head.text]) {
        guard let before = nextCell(for: label.label), put([torn.head], into: before) else { return 0 }
        return put([torn.figure], into: cell) ? 1 : 0
      }
      if isSlash(piece.text) { return 1 }
    }
    guard let found = stretch.labels[index], let cell = nextCell(for: found.label) else { return 0 }
    return put(stretch.pieces[index..<index + found.count], into: cell) ? found.count : 0
  }

  /// The next figure that is still to come.
  private var nextFigure: (cell: Int, text: String)? {
    for cell in wanted.indices.dropFirst(next) {
      if case .figure(let text) = wanted[cell] { return (cell, text) }
    }
    return nil
  }

  /// The next cell that takes a label, before the next figure.
  private func nextCell(for label: Int) -> Int? {
    for cell in wanted.indices.dropFirst(next) {
      switch wanted[cell] {
      case .figure: return nil
      case .label(let official) where LabelBook.statutory.isSame(label, official): return cell
      case .label, .nothing: continue
      }
    }
    return nil
  }

  private mutating func put(_ pieces: ArraySlice<LinePiece>, into cell: Int) -> Bool {
    guard let prose = LinePiece.prose(of: pieces) else { return false }
    contents[cell] = prose
    next = cell + 1
    return true
  }

  /// Whether every figure has come, with two rows and three of four labels of the rows that the page prints.
  var isComplete: Bool {
    guard nextFigure == nil else { return false }
    let rows = printedRows
    let labels = wanted.indices.filter { isLabel($0) && rows.contains(template.cells[$0].row) }
    return rows.count > 1 && labels.count { contents[$0] == nil } * 4 <= labels.count
  }

  /// The number of labels that the page does not print.
  var emptyLabels: Int { wanted.indices.count { isLabel($0) && contents[$0] == nil } }

  private func isLabel(_ cell: Int) -> Bool {
    if case .label = wanted[cell] { true } else { false }
  }

  /// The rows of which something is printed; a label over several rows alone does not say which.
  private var printedRows: Set<Int> {
    Set(zip(template.cells, contents).compactMap { $1 != nil && $0.rowSpan == 1 ? $0.row : nil })
  }

  /// The printed rows as a table; `nil` where a label would stand in none of them.
  var table: Table? {
    guard let origin = contents.lazy.compactMap({ $0?.origin }).first else { return nil }
    let rows = printedRows.sorted()
    var cells: [Cell] = []
    for (cell, content) in zip(template.cells, contents) {
      let span = rows.indices.filter { (cell.row..<cell.row + cell.rowSpan).contains(rows[$0]) }
      guard let row = span.first else {
        guard content == nil else { return nil }
        continue
      }
      cells.append(
        Cell(
          row: row, column: cell.column, rowSpan: span.count, columnSpan: cell.columnSpan,
          content: content ?? Prose("", origin: origin)))
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
