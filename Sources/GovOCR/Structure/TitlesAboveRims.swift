// Titles and sentences right above the upper line of a table that only horizontal lines part.
extension AlignedRules {
  /// Whether a line of text stands above the upper rim of a table: a stroke runs right below it and none above, and one below
  /// the last row.
  ///
  /// The first row of a table without an upper rim has its heads above the columns, or far apart over groups of them. What
  /// goes on beyond the ends of the strokes is none, nor what runs over the white between columns with no more white in it than
  /// a sentence has at its commas.
  ///
  /// - Parameter rows: The lines below it, at least one.
  func isTitle(_ line: PhraseLine, above rows: [PhraseLine]) -> Bool {
    guard let next = rows.first, let text = rows.map(\.area).extent, let rim = place(between: line.middle, next.middle),
      places.first == rim, rim >= line.area.bottom - textHeight / 4, places.contains(where: { $0 >= text.bottom - 2 })
    else { return false }
    if line.area.right > ends.upperBound + textHeight / 2 || line.area.left < ends.lowerBound - textHeight / 2 {
      return true
    }
    guard line.widestGap <= 2 * textHeight else { return false }
    let columns = AlignedColumns(rows, text.left - 1..<text.right + 1, textHeight: textHeight)
    return line.phrases.contains { phrase in
      columns.gutters.contains { phrase.left < $0.lowerBound && phrase.right > $0.upperBound }
    }
  }
}
