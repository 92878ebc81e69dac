/// What says that texts with white between them are a table, and not running text, a list or a few words side by side.
struct AlignedEvidence {
  /// For each row and column the width of its text, in pixels; `nil` where there is none.
  private let cells: [[Int?]]
  private let columns: AlignedColumns
  private let isRuled: Bool
  private let textHeight: Int
  /// The rows of which no text runs over a boundary.
  private let partedRows: Int

  /// - Parameter isRuled: Whether strokes run above and below.
  init(_ rows: [PhraseLine], _ columns: AlignedColumns, isRuled: Bool, textHeight: Int) {
    (self.columns, self.isRuled, self.textHeight) = (columns, isRuled, textHeight)
    partedRows = rows.count { row in
      !row.phrases.contains { phrase in columns.places.contains { $0 > phrase.left && $0 < phrase.right } }
    }
    cells = rows.map { row in
      var texts = [Area?](repeating: nil, count: columns.places.count + 1)
      for phrase in row.phrases {
        let column = columns.column(of: phrase)
        texts[column] = texts[column]?.union(phrase) ?? phrase
      }
      return texts.map { $0?.width }
    }
  }

  private var widths: [[Int]] {
    (0...columns.places.count).map { column in cells.compactMap { $0[column] } }
  }

  var isTable: Bool {
    let (rows, count) = (cells.count, columns.places.count + 1)
    let filledRows = cells.count { $0.count { $0 != nil } >= 2 }
    let filled = widths.map(\.count).reduce(0, +)
    guard filledRows * 10 >= rows * (isRuled ? 5 : 7), filled * 2 >= rows * count, !isRunningText, !isList else {
      return false
    }
    if isRuled { return rows >= 3 || count >= 3 }
    // Between the words of a line, and behind a comma, white is less than a character.
    let wide = columns.usualGaps.count { $0 >= textHeight }
    let isMeant = wide * 2 >= columns.usualGaps.count || (rows - 1) * (count - 1) >= 12
    guard partedRows >= 3, isMeant else { return false }
    return count > 2
      ? filled * 10 >= rows * count * (rows == 3 ? 8 : 5) : columns.gutters[0].count * 10 >= textHeight * 16
  }

  /// Columns of running text: most lines of all of them are as long as the column is wide.
  private var isRunningText: Bool {
    widths.allSatisfy { column in
      guard let widest = column.max(), widest > 8 * textHeight else { return false }
      return column.count { $0 * 100 >= widest * 85 } * 10 >= column.count * 6
    }
  }

  /// Numbers or bullets before the items of a list.
  private var isList: Bool {
    guard widths.count == 2, let widest = widths[0].max() else { return false }
    return widest <= 3 * textHeight && columns.gutters[0].count <= 2 * textHeight
      && (widths[1].max() ?? 0) > 6 * textHeight
  }
}
