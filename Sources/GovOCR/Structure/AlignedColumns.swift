/// The columns of a table that no line parts: stretches of white that run down between its texts.
struct AlignedColumns {
  /// The places of the boundaries, the outer ones left out.
  private(set) var places: [Int] = []
  /// From where to where no text is, for each boundary.
  private(set) var gutters: [Range<Int>] = []
  /// For each boundary the usual white between two texts beside it.
  private(set) var usualGaps: [Int] = []
  private(set) var unclear = 0
  /// For each column whether it has nothing but points: the full stops of lines of one length.
  private var isOfPoints: [Bool] = []
  private let rows: [PhraseLine]

  init(_ rows: [PhraseLine], _ span: Range<Int>, textHeight: Int) {
    self.rows = rows
    let white = WhiteColumns(rows.map(\.stretches), span, textHeight: textHeight)
    (gutters, unclear) = (white.runs, white.unclear)
    settle(textHeight)
    while let extra = gutters.indices.first(where: { isInsideOfText($0, textHeight) || isUnderOneHead($0, textHeight) })
    {
      if !isInsideOfText(extra, textHeight) { unclear += 1 }
      gutters.remove(at: extra)
      settle(textHeight)
    }
  }

  /// Whether a boundary has a white no wider than a space or a bracket leaves, and a head goes over it: 〔2021〕12号 below 文号, and
  /// rarely two columns below the head of both.
  private func isUnderOneHead(_ boundary: Int, _ textHeight: Int) -> Bool {
    usualGaps[boundary] < textHeight
      && rows.first?.phrases.contains { $0.left < places[boundary] && $0.right > places[boundary] } ?? false
  }

  private mutating func settle(_ textHeight: Int) {
    places = gutters.map { ($0.lowerBound + $0.upperBound) / 2 }
    usualGaps = gutters.indices.map { boundary in
      let gaps = rows.compactMap { gap($0, at: places[boundary]) }.sorted()
      return gaps.isEmpty ? gutters[boundary].count : gaps[gaps.count / 2]
    }
    isOfPoints = [Bool](repeating: true, count: places.count + 1)
    for text in rows.flatMap(\.phrases) where max(text.width, text.height) * 2 > textHeight {
      isOfPoints[column(of: text)] = false
    }
  }

  private func gap(_ row: PhraseLine, at place: Int) -> Int? {
    guard let before = row.phrases.last(where: { $0.right <= place }),
      let after = row.phrases.first(where: { $0.left >= place })
    else { return nil }
    return after.left - before.right
  }

  /// Which column a phrase stands in, by its middle.
  func column(of phrase: Area) -> Int { places.count { $0 <= (phrase.left + phrase.right) / 2 } }

  /// Whether a column has nothing below the first row: letters of a head that stand apart.
  private func isOfHeadsAlone(_ column: Int) -> Bool {
    !rows.dropFirst().contains { $0.phrases.contains { self.column(of: $0) == column } }
  }

  /// Whether a boundary has a white no wider than a space or a bracket leaves, much less than others have, and parts off a column
  /// without a head: 〔2021〕12号, +49 123.
  private func isInsideOfText(_ boundary: Int, _ textHeight: Int) -> Bool {
    guard usualGaps[boundary] < textHeight, let head = rows.first else { return false }
    if isOfPoints[boundary] || isOfPoints[boundary + 1] { return true }
    if isOfHeadsAlone(boundary) || isOfHeadsAlone(boundary + 1) { return true }
    let others = usualGaps.indices.filter { $0 != boundary }.map { usualGaps[$0] }.sorted()
    guard !others.isEmpty, usualGaps[boundary] * 2 < others[others.count / 2] else { return false }
    let heads = Set(head.phrases.map(column))
    // The corner above the labels may be empty.
    return [boundary, boundary + 1].contains { $0 > 0 && !heads.contains($0) }
  }
}
