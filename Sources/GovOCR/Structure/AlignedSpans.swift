// Which cells of an aligned table go over several rows or columns.
extension Grid {
  /// Says which pieces of the boundaries part cells: strokes do where there are some, else the texts.
  mutating func part(_ found: AlignedRows, _ rules: AlignedRules, textHeight: Int) {
    for boundary in ys.indices where !rules.has(ys[boundary]) {
      horizontal[boundary] = [Bool](repeating: true, count: columns)
    }
    let texts = found.texts
    vertical = texts.map { boundaries(beside: $0.map { $0.left..<$0.right }) }
    joinHeads(texts, textHeight: textHeight)
    joinValues(texts, textHeight)
    for (row, phrase) in found.between { if let column = column(of: phrase) { horizontal[row + 1][column] = false } }
    joinLabels(found, rules)
  }

  /// How many texts a boundary beside their row cuts: a sentence whose commas stand where columns would be parted is no row of heads.
  func cutTexts(_ texts: [[Area]], textHeight: Int) -> Int {
    let room = textHeight / 2
    return zip(vertical, texts).map { pieces, row in
      let drawn = xs.indices.filter { pieces[$0] }.map { xs[$0] }
      return row.count { text in drawn.contains { text.left + room < $0 && $0 < text.right - room } }
    }
    .reduce(0, +)
  }

  private func column(of phrase: Area) -> Int? {
    xs.lastIndex { $0 <= (phrase.left + phrase.right) / 2 }.flatMap { $0 < columns ? $0 : nil }
  }

  /// Lets the heads above the first full row span the columns over which they are centred.
  private mutating func joinHeads(_ texts: [[Area]], textHeight: Int) {
    let filled = texts.map { row in Set(row.compactMap(column)) }
    guard let full = filled.firstIndex(where: { $0.count == columns }), full > 0, full <= 3 else { return }
    let children = (0..<columns).map { column in
      texts[full...].joined().filter { $0.left >= xs[column] && $0.right <= xs[column + 1] }.extent
    }
    for row in 0..<full {
      let own = texts[row].filter { phrase in !texts[row + 1].contains(phrase) }
      let free = (0..<columns).filter { column in
        !texts[row].contains { texts[row + 1].contains($0) && self.column(of: $0) == column }
      }
      for run in consecutive(free) { joinHeads(row, own, run, children, textHeight) }
    }
  }

  private mutating func joinHeads(
    _ row: Int, _ texts: [Area], _ run: Range<Int>, _ children: [Area?], _ textHeight: Int
  ) {
    let heads = texts.filter { column(of: $0).map(run.contains) ?? false }
    guard !heads.isEmpty, heads.count < run.count else { return }
    // A corner may be empty; then the heads stand each over a column, or over groups beside it.
    let options = run.prefix(2).compactMap { centred(heads, over: $0..<run.upperBound, children, textHeight) }
    guard let best = options.min(by: { $0.offset < $1.offset }), let start = best.groups.first?.lowerBound else {
      return
    }
    for boundary in start + 1..<run.upperBound {
      vertical[row][boundary] = best.groups.contains { $0.lowerBound == boundary }
    }
  }

  /// The columns that each head spans, so that together they span all; `nil` when one is not centred over its own.
  private func centred(
    _ heads: [Area], over run: Range<Int>, _ children: [Area?], _ textHeight: Int
  ) -> (groups: [Range<Int>], offset: Int)? {
    var offset = 0
    var start = run.lowerBound
    var groups: [Range<Int>] = []
    for (index, head) in heads.enumerated() {
      let latest = run.upperBound - (heads.count - 1 - index)
      guard start < latest else { return nil }
      let ends = index + 1 == heads.count ? run.upperBound..<run.upperBound + 1 : start + 1..<latest + 1
      let options = ends.compactMap { end in
        children[start..<end].compactMap { $0 }.extent.map {
          (end: end, offset: abs($0.left + $0.right - head.left - head.right) / 2, width: $0.width)
        }
      }
      guard let best = options.min(by: { $0.offset < $1.offset }),
        best.offset <= max(textHeight * 3 / 2, best.width / 8)
      else { return nil }
      offset += best.offset
      groups.append(start..<best.end)
      start = best.end
    }
    return (groups, offset)
  }

  /// Lets the labels of the first column span the rows at whose middle they stand, when that accounts for all of its rows.
  private mutating func joinLabels(_ found: AlignedRows, _ rules: AlignedRules) {
    // Twice the row, so that a label between two rows has a whole number.
    let single = found.rows.indices.filter { row in
      !vertical[row][1] || found.rows[row].phrases.contains { column(of: $0) == 0 }
    }
    .map { 2 * $0 }
    let places = (single + found.between.filter { column(of: $0.phrase) == 0 }.map { 2 * $0.row + 1 }).sorted()
    for start in 0..<min(2, rows) {
      var first = start
      var groups: [Range<Int>] = []
      for place in places where place >= 2 * start {
        guard place - first >= first else { break }
        groups.append(first..<place - first + 1)
        first = place - first + 1
      }
      guard first == rows, groups.contains(where: { $0.count > 1 }) else { continue }
      for boundary in groups.flatMap({ $0.dropFirst() }) where !rules.has(ys[boundary]) {
        horizontal[boundary][0] = false
      }
      return
    }
  }

  /// Lets a text span the empty columns beside it when it is centred over all of them, and stands otherwise than the texts
  /// of its column do.
  private mutating func joinValues(_ texts: [[Area]], _ textHeight: Int) {
    var inColumn = [[(row: Int, text: Area)]](repeating: [], count: columns)
    for (row, texts) in texts.enumerated() {
      for text in texts { if let column = column(of: text) { inColumn[column].append((row, text)) } }
    }
    for row in texts.indices { joinValues(row, texts[row], inColumn, textHeight) }
  }

  private mutating func joinValues(
    _ row: Int, _ texts: [Area], _ inColumn: [[(row: Int, text: Area)]], _ textHeight: Int
  ) {
    let filled = Set(texts.compactMap(column))
    for phrase in texts {
      guard let column = column(of: phrase), vertical[row][column], vertical[row][column + 1] else { continue }
      let isInLine = inColumn[column].contains {
        $0.row != row && $0.text.isAligned(with: phrase, within: textHeight / 2)
      }
      guard !isInLine else { continue }
      let left = (0...column).reversed().prefix { $0 == column || !filled.contains($0) }.last ?? column
      let right = (column..<columns).prefix { $0 == column || !filled.contains($0) }.last ?? column
      let offset = abs(xs[left] + xs[right + 1] - phrase.left - phrase.right) / 2
      guard left < right, offset <= textHeight * 3 / 2 else { continue }
      for boundary in left + 1...right { vertical[row][boundary] = false }
    }
  }

  private func consecutive(_ columns: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for column in columns {
      if let last = runs.last, last.upperBound == column {
        runs[runs.count - 1] = last.lowerBound..<column + 1
      } else {
        runs.append(column..<column + 1)
      }
    }
    return runs
  }
}

extension Area {
  /// Whether two texts begin, end or have their middles in one column of pixels.
  fileprivate func isAligned(with other: Area, within slack: Int) -> Bool {
    abs(left - other.left) <= slack || abs(right - other.right) <= slack
      || abs(left + right - other.left - other.right) <= 2 * slack
  }
}
