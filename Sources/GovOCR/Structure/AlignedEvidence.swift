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
    if isProse { return false }
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

  /// Whether there are only long texts, but for the numbers of a list and what few rows have: sentences in which white happens to
  /// run down, at commas or where a seal covers them.
  private var isProse: Bool {
    // White within a line is no more than a word leaves: one text.
    var texts: [[Int?]] = []
    for column in 0...columns.places.count where column > 0 || !hasNumbersFirst {
      let widths = cells.map { $0[column] }
      if column > 0, columns.usualGaps[column - 1] < textHeight, let last = texts.last {
        texts[texts.count - 1] = zip(last, widths).map { one, other in one.map { $0 + (other ?? 0) } ?? other }
      } else {
        texts.append(widths)
      }
    }
    return texts.map { $0.compactMap { $0 }.sorted() }.allSatisfy { widths in
      widths.count * 2 < cells.count || widths[widths.count / 2] > 8 * textHeight
    }
  }

  /// Numbers or bullets before the items of a list.
  private var isList: Bool {
    widths.count == 2 && hasNumbersFirst && (widths[1].max() ?? 0) > 6 * textHeight
  }

  /// Whether the first column is as narrow as the numbers of a list, and as near to the next one.
  private var hasNumbersFirst: Bool {
    guard let widest = widths[0].max() else { return false }
    return widest <= 3 * textHeight && columns.gutters[0].count <= 2 * textHeight
  }
}
