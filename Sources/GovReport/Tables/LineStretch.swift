import GovDocument

/// Neighbouring blocks that may be lines of a table, in pieces.
struct LineStretch {
  /// The first of the blocks.
  let start: Int
  private(set) var pieces: [LinePiece] = []
  /// For each block how many pieces there are up to its end.
  private(set) var ends: [Int] = []
  /// For each piece the label that begins with it, and of how many pieces it is; empty before they are looked up.
  private(set) var labels: [(label: Int, count: Int)?] = []

  /// Where the pieces of a block begin.
  func firstPiece(of block: Int) -> Int { block == 0 ? 0 : ends[block - 1] }

  /// All stretches of a document, whose tables of several rows are taken for lines too if they lost their spans.
  ///
  /// - Parameter kinds: The tables that are looked for: labels of the statistics read like headings of sections.
  static func all(in blocks: [Block], kinds: [TableKind], withTables: Bool) -> [LineStretch] {
    var stretches: [LineStretch] = []
    var open = LineStretch(start: 0)
    for (index, block) in blocks.enumerated() {
      let isHeading = sectionKind(block) != nil && !(kinds.contains(.statistics) && namesStatistics(block))
      if !isHeading, let pieces = linePieces(block, withTables: withTables) {
        open.pieces += pieces
        open.ends.append(open.pieces.count)
      } else {
        stretches.append(open)
        open = LineStretch(start: index + 1)
      }
    }
    return (stretches + [open]).filter { $0.pieces.count > 1 }
  }

  private init(start: Int) {
    self.start = start
  }

  /// The stretch with its labels, none of which reaches over a figure: it would fold the number of a page away.
  var labelled: LineStretch {
    var stretch = self
    let areFigures = pieces.map { isFigureText($0.text) }
    stretch.labels = pieces.indices.map { start in
      let words = pieces.indices[start...].prefix(4).prefix { !areFigures[$0] }
      return longestLabel(words.map { pieces[$0].text })
    }
    return stretch
  }

  /// Whether more of a table stands outside of its blocks: a label between the last figure and them, or a figure behind.
  func goesOn(beyond blocks: Range<Int>, kind: TableKind) -> Bool {
    let (first, end) = (firstPiece(of: blocks.lowerBound), firstPiece(of: blocks.upperBound))
    if end < pieces.count, isFigureText(pieces[end].text) { return true }
    let words = labels.indices[..<first].suffix(mostHeads).reversed().prefix { !isFigureText(pieces[$0].text) }
    return words.contains { index in
      labels[index].map { LabelBook.statutory.labels[$0.label].roles.contains { $0.table == kind } } ?? false
    }
  }
}

/// Whether a block is a label of the statistics, with or without what its row prints: 四、行政复议数量 件 3.
private func namesStatistics(_ block: Block) -> Bool {
  let text: String
  switch block {
  case .heading(_, let prose), .paragraph(let prose): text = prose.text
  case .list, .table, .image: return false
  }
  let words = text.unicodeScalars.split(whereSeparator: isSpace).map { String($0) }
    .prefix { !isUnitText($0) && !isFigureText($0) }
  return exactMatch(words.joined()).map { LabelBook.statutory.labels[$0].onlyTable == .statistics } ?? false
}

/// The pieces that a block may give to a table that came as lines; `nil` for one that ends it: a sentence, a picture, a table of
/// more than one row that is no text table.
private func linePieces(_ block: Block, withTables: Bool) -> [LinePiece]? {
  let texts: [Prose]
  switch block {
  case .heading(_, let prose), .paragraph(let prose): texts = [prose]
  case .list(let items): texts = items
  case .table(let table):
    guard withTables || table.rows == 1, table.image == nil, table.caption == nil else { return nil }
    return table.cells.compactMap { LinePiece(cell: $0.content) }
  case .image: return nil
  }
  guard !texts.contains(where: { $0.text.utf8.count > longestLine || isSentence($0.text) }) else { return nil }
  return texts.flatMap(LinePiece.pieces)
}

/// How many pieces before a table may be its heads: table 3 has 15 and their groups.
private let mostHeads = 20

/// The most UTF-8 bytes of a text that is cells: all of table 2 in one, blanks included.
private let longestLine = 10_000
