import GovDocument
import GovForms

/// Puts tables that came as text back into their form, with its spans: what stands in the lines, or in the cells of a text
/// table that lost its spans, goes into the form's cells.
///
/// Only where nothing has to be guessed: every figure has one place, and the text is the cells of a layout of the form in
/// reading order, without anything between them. Labels that the page does not print stay empty.
///
/// - Returns: Whether blocks were replaced.
func rebuildTables(_ boards: [Board], in document: inout Document) -> Bool {
  let isText = document.source.format == .text
  let boards = boards.filter { $0.isCertain(inText: isText) }
  guard !boards.isEmpty else { return false }
  let stretches = LineStretch.all(in: document.blocks, kinds: boards.map(\.kind), withTables: isText)
  let found = boards.compactMap { board in
    let fillings = board.templates.compactMap { FormFilling($0, board: board) }
    let found = rebuild(board.kind, fillings, from: stretches.filter { $0.holdsFigure(of: board) })
    return found.map { (kind: board.kind, blocks: $0.blocks, table: $0.table) }
  }
  // From the last to the first, so that the places of the others stay.
  var end = document.blocks.endIndex
  var notes: [Finding] = []
  for (kind, blocks, table) in found.sorted(by: { $0.blocks.lowerBound > $1.blocks.lowerBound }) {
    guard blocks.upperBound <= end, !isInPlace(document.blocks[blocks], table) else { continue }
    document.blocks.replaceSubrange(blocks, with: [.table(table)])
    end = blocks.lowerBound
    let message = "\(kind.rawValue): came as text without its layout, and stands in the form's"
    notes.append(Finding(.note, .tableRebuilt, message, origin: table.origin))
  }
  document.findings += notes.reversed()
  return !notes.isEmpty
}

/// Whether a text table has everything in the rows and columns of the form.
private func isInPlace(_ blocks: ArraySlice<Block>, _ table: Table) -> Bool {
  guard blocks.count == 1, case .table(let printed)? = blocks.first else { return false }
  func places(_ table: Table) -> [[Int]] {
    table.cells.filter { !$0.content.text.isEmpty }.map { [$0.row, $0.column] }
  }
  return places(printed) == places(table)
}

/// Of all that blocks fill, wherever they begin, the layout with the fewest labels missing.
private func rebuild(
  _ kind: TableKind, _ fillings: [FormFilling], from stretches: [LineStretch]
) -> (blocks: Range<Int>, table: Table)? {
  var best: (filling: FormFilling, blocks: Range<Int>)?
  for stretch in stretches.map(\.labelled) {
    var start = 0
    while start < stretch.ends.count {
      let found = fillings.compactMap { fill($0, with: stretch, from: start) }
      for (filling, end) in found where filling.emptyLabels < best?.filling.emptyLabels ?? .max {
        // What stands before may be heads of the row.
        if filling.beginsInsideOfRow && stretch.firstPiece(of: start) > 0 { continue }
        if stretch.goesOn(beyond: start..<end, kind: kind) { continue }
        best = (filling, stretch.start + start..<stretch.start + end)
      }
      // What begins inside of what was found lacks the labels before it.
      start = found.map(\.end).max() ?? start + 1
    }
  }
  return best.flatMap { best in best.filling.table.map { (best.blocks, $0) } }
}

/// A layout filled with as many blocks as are its cells, and where these end; `nil` when they are not all of its figures.
private func fill(
  _ empty: FormFilling, with stretch: LineStretch, from start: Int
) -> (filling: FormFilling, end: Int)? {
  var filling = empty
  var best: (filling: FormFilling, end: Int)?
  var taken = stretch.firstPiece(of: start)
  guard taken < stretch.ends[start] else { return nil }
  for block in stretch.ends.indices.dropFirst(start).prefix(mostBlocks) {
    // A line of bars alone is no row, and none behind the last.
    if taken == stretch.ends[block] { continue }
    while taken < stretch.ends[block] {
      let step = filling.take(stretch, at: taken)
      guard step > 0 else { return best }
      taken += step
    }
    if taken == stretch.ends[block], filling.isComplete { best = (filling, block + 1) }
  }
  return best
}

/// How many blocks a table may be: table 2 has 200 cells, some over two lines.
private let mostBlocks = 500

extension LineStretch {
  /// Whether the first figure of a table comes from here.
  fileprivate func holdsFigure(of board: Board) -> Bool {
    guard let origin = board.squares.first(where: { !$0.entry.isBlank })?.entry.origin else { return false }
    return pieces.contains { $0.origin == origin }
  }
}

extension Board {
  /// The layouts of the table, which need not be one of the report's form: agencies fill in last year's.
  fileprivate var templates: [TableTemplate] {
    let form = StatutoryForm.all.first { form in
      form.tables.contains { $0.identifier == table.identifier && $0.rowIdentifiers == table.rowIdentifiers }
    }
    return form?.templates(of: table.identifier) ?? []
  }

  /// Whether the table came as text and every figure has a certain place; `inText` when tables of the document lost their spans.
  fileprivate func isCertain(inText: Bool) -> Bool {
    squares.contains { !$0.entry.isBlank }
      && squares.allSatisfy {
        $0.status == .read && !$0.entry.isFromPicture && (inText || $0.entry.address == nil)
      }
  }
}
