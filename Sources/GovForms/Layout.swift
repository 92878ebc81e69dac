import GovDocument

/// Drawing the layouts of a table from its labels: equal outer labels share a cell, short paths fill what is left.
extension FormTable {
  /// The layouts of the table, the official one first; identifiers such as `2021/requests`, `2021/review/lineFlat`.
  func templates(of form: FormIdentifier) -> [TableTemplate] {
    layouts.enumerated().map { index, layout in
      let name = "\(form.rawValue)/\(identifier)"
      return draw(layout, identifier: index == 0 ? name : "\(name)/\(layout.rawValue)")
    }
  }

  private func draw(_ layout: Layout, identifier: String) -> TableTemplate {
    switch layout {
    case .standard: standard(identifier)
    case .stacked: stacked(identifier, split: .last)
    case .stackedPadded: stacked(identifier, split: .padded)
    case .stackedHalves: stacked(identifier, split: .halves)
    case .line: line(identifier, paths: linePaths, growth: .bottom)
    case .lineTopHeavy: line(identifier, paths: linePaths, growth: .top)
    case .lineFlat: line(identifier, paths: linePaths.map { Array($0.suffix(2)) }, growth: .bottom)
    case .list: list(identifier)
    }
  }

  // MARK: Row labels on the left, column labels on top

  private func standard(_ identifier: String) -> TableTemplate {
    var cells: [TemplateCell] = []
    let part = parts[0]
    let header = part.columns.map { (part.banner.map { [$0] } ?? []) + $0.path }
    let top = depth(of: header)
    let left = depth(of: part.rows.map(\.path))
    cells.append(
      TemplateCell(
        row: 0, column: 0, rowSpan: top, columnSpan: left, content: part.corner.isEmpty ? .empty : .label(part.corner)))
    for run in runs(header, depth: top, growth: .bottom) {
      cells.append(
        TemplateCell(
          row: run.level, column: left + run.start, rowSpan: run.levels, columnSpan: run.length,
          content: .label(run.label)))
    }
    for run in runs(part.rows.map(\.path), depth: left, growth: .bottom) {
      cells.append(
        TemplateCell(
          row: top + run.start, column: run.level, rowSpan: run.length, columnSpan: run.levels,
          content: .label(run.label)))
    }
    for (row, formRow) in part.rows.enumerated() {
      for (column, formColumn) in part.columns.enumerated() {
        cells.append(
          TemplateCell(row: top + row, column: left + column, content: figure(formRow, formColumn)))
      }
    }
    return template(identifier, rows: top + part.rows.count, columns: left + part.columns.count, cells: cells)
  }

  // MARK: All figures in one line

  private var linePaths: [[String]] {
    parts[0].rows.flatMap { row in parts[0].columns.map { row.path + $0.path } }
  }

  private func line(_ identifier: String, paths: [[String]], growth: Growth) -> TableTemplate {
    let top = depth(of: paths)
    var cells = runs(paths, depth: top, growth: growth).map { run in
      TemplateCell(
        row: run.level, column: run.start, rowSpan: run.levels, columnSpan: run.length, content: .label(run.label))
    }
    var column = 0
    for formRow in parts[0].rows {
      for formColumn in parts[0].columns {
        cells.append(TemplateCell(row: top, column: column, content: figure(formRow, formColumn)))
        column += 1
      }
    }
    return template(identifier, rows: top + 1, columns: column, cells: cells)
  }

  // MARK: Parts below each other

  /// What a row does with the columns that it does not need.
  private enum Split { case last, padded, halves }

  private func stacked(_ identifier: String, split: Split) -> TableTemplate {
    let width = 1 + (parts.map(\.columns.count).max() ?? 0)
    var cells: [TemplateCell] = []
    var row = 0
    for part in parts {
      if let heading = part.heading {
        cells.append(TemplateCell(row: row, column: 0, columnSpan: width, content: .label(heading)))
        row += 1
      }
      let header = [part.corner] + part.columns.map(\.label)
      cells += spread(header.map { .label($0) }, row: row, width: width, split: split)
      row += 1
      for formRow in part.rows {
        let contents = [.label(formRow.path.last ?? "")] + part.columns.map { figure(formRow, $0) }
        cells += spread(contents, row: row, width: width, split: split)
        row += 1
      }
    }
    return template(identifier, rows: row, columns: width, cells: cells)
  }

  private func spread(_ contents: [TemplateCell.Content], row: Int, width: Int, split: Split) -> [TemplateCell] {
    let rest = width - contents.count
    var cells: [TemplateCell] = []
    var column = 0
    for (index, content) in contents.enumerated() {
      let span: Int
      switch split {
      case .halves where contents.count == 2: span = index == 0 ? width / 2 : width - width / 2
      case .padded: span = 1
      default: span = index == contents.count - 1 ? 1 + rest : 1
      }
      cells.append(TemplateCell(row: row, column: column, columnSpan: span, content: content))
      column += span
    }
    return cells + (column..<width).map { TemplateCell(row: row, column: $0, content: .empty) }
  }

  // MARK: A list with units

  private func list(_ identifier: String) -> TableTemplate {
    let part = parts[0]
    var cells: [TemplateCell] = [part.corner, "单位", part.columns[0].label].enumerated().map { column, label in
      TemplateCell(row: 0, column: column, content: .label(label))
    }
    for (index, row) in part.rows.enumerated() {
      cells += [
        TemplateCell(row: index + 1, column: 0, content: .label(row.path.last ?? "")),
        TemplateCell(row: index + 1, column: 1, content: row.unit.map { .label($0) } ?? .empty),
        TemplateCell(row: index + 1, column: 2, content: figure(row, part.columns[0])),
      ]
    }
    return template(identifier, rows: part.rows.count + 1, columns: 3, cells: cells)
  }

  // MARK: Labels that share a cell

  /// Which label of a short path is stretched.
  private enum Growth { case top, bottom }

  /// A label over neighbouring rows or columns.
  private struct Run {
    var label: String
    var level: Int
    var levels: Int
    var start: Int
    var length: Int
  }

  private func runs(_ paths: [[String]], depth: Int, growth: Growth) -> [Run] {
    var runs: [Run] = []
    for level in 0..<depth {
      var start = 0
      while start < paths.count {
        let prefix = paths[start].prefix(level + 1)
        let end = paths[start...].firstIndex { $0.prefix(level + 1) != prefix } ?? paths.count
        if level < paths[start].count {
          runs.append(run(paths[start], level: level, depth: depth, growth: growth, start: start, length: end - start))
        }
        start = end
      }
    }
    return runs
  }

  private func run(_ path: [String], level: Int, depth: Int, growth: Growth, start: Int, length: Int) -> Run {
    let slack = depth - path.count
    switch growth {
    case .bottom:
      let isLast = level == path.count - 1
      return Run(label: path[level], level: level, levels: isLast ? 1 + slack : 1, start: start, length: length)
    case .top:
      return Run(
        label: path[level], level: level == 0 ? 0 : level + slack, levels: level == 0 ? 1 + slack : 1, start: start,
        length: length)
    }
  }

  private func depth(of paths: [[String]]) -> Int { paths.map(\.count).max() ?? 0 }

  private func figure(_ row: FormRow, _ column: FormColumn) -> TemplateCell.Content {
    .figure("\(row.identifier)/\(column.identifier)")
  }

  private func template(_ identifier: String, rows: Int, columns: Int, cells: [TemplateCell]) -> TableTemplate {
    let ordered = cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    return TableTemplate(identifier: identifier, rows: rows, columns: columns, cells: ordered)
  }
}
