import GovDocument

/// A known form with one more row or column than it has.
struct AddedLine {
  let template: TableTemplate
  /// The labels on both sides of what was added, by their places among the cells: where they are read, nothing was added elsewhere.
  let neighbours: [Int]
}

extension TableTemplate {
  /// The ways to add one row to the figures of a form: between which rows, and whether the labels of the groups there go on over it.
  var withAddedRows: [AddedLine] {
    let figures = cells.filter(\.isFigure)
    guard let first = figures.map(\.row).min(), let left = figures.map(\.column).min() else { return [] }
    return (first...rows).flatMap { place in
      let growths = [
        [], cells.indices.filter { cells[$0].row + cells[$0].rowSpan == place && cells[$0].rowSpan > 1 },
        cells.indices.filter { cells[$0].row == place && cells[$0].rowSpan > 1 },
      ]
      return growths.indices.filter { $0 == 0 || !growths[$0].isEmpty }.map { growth in
        withRow(at: place, growing: Set(growths[growth]), labelsEnd: left)
      }
    }
  }

  /// The same with one column more.
  var withAddedColumns: [AddedLine] {
    let turned = transposed
    return turned.withAddedRows.map { added in
      let back = added.template.transposed
      let neighbours = added.neighbours.map { added.template.cells[$0].transposed }
      return AddedLine(template: back, neighbours: back.cells.indices.filter { neighbours.contains(back.cells[$0]) })
    }
  }

  /// Rows become columns.
  private var transposed: TableTemplate {
    TableTemplate(identifier: identifier, rows: columns, columns: rows, cells: cells.map(\.transposed))
  }

  private func withRow(at place: Int, growing: Set<Int>, labelsEnd: Int) -> AddedLine {
    var isCovered = [Bool](repeating: false, count: columns)
    var grown: [TemplateCell] = []
    var neighbours: Set<TemplateCell> = []
    for (index, cell) in cells.enumerated() {
      let end = cell.row + cell.rowSpan
      let goesOn = growing.contains(index) || cell.row < place && end > place
      let moved = TemplateCell(
        row: cell.row >= place && !goesOn ? cell.row + 1 : cell.row, column: cell.column,
        rowSpan: cell.rowSpan + (goesOn ? 1 : 0), columnSpan: cell.columnSpan, content: cell.content)
      grown.append(moved)
      if goesOn {
        for column in cell.column..<cell.column + cell.columnSpan { isCovered[column] = true }
      } else if cell.rowSpan == 1, cell.row == place || end == place, case .label = cell.content {
        neighbours.insert(moved)
      }
    }
    for column in 0..<columns where !isCovered[column] {
      // What names the row stands in one cell before its figures.
      if column > 0, column < labelsEnd, !isCovered[column - 1] { continue }
      let end = column < labelsEnd ? (column..<labelsEnd).first { isCovered[$0] } ?? labelsEnd : column + 1
      grown.append(TemplateCell(row: place, column: column, columnSpan: end - column, content: .empty))
    }
    grown.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    return AddedLine(
      template: TableTemplate(identifier: identifier, rows: rows + 1, columns: columns, cells: grown),
      neighbours: grown.indices.filter { neighbours.contains(grown[$0]) })
  }
}

extension TemplateCell {
  fileprivate var isFigure: Bool { if case .figure = content { true } else { false } }

  fileprivate var transposed: TemplateCell {
    TemplateCell(row: column, column: row, rowSpan: columnSpan, columnSpan: rowSpan, content: content)
  }
}
