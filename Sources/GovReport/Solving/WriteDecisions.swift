import GovDocument

/// Writes what was decided about a picture's cells back to them: text with its record, status and confidence.
///
/// What the readers saw stays in the candidates.
func writeDecisions(_ board: Board, to document: inout Document) {
  let byBlock = Dictionary(grouping: board.squares.filter { $0.entry.reading != nil }) { $0.entry.address?.block ?? -1 }
  for (block, squares) in byBlock.sorted(by: { $0.key < $1.key }) {
    guard document.blocks.indices.contains(block), case .table(var table) = document.blocks[block] else { continue }
    for square in squares {
      guard let cell = square.entry.address?.cell, table.cells.indices.contains(cell) else { continue }
      table.updateCell(at: cell) { write(square, to: &$0) }
    }
    document.blocks[block] = .table(table)
  }
}

private func write(_ square: Square, to cell: inout Cell) {
  cell.reading?.status = square.status
  cell.reading?.confidence = square.confidence
  guard let text = square.decision, text != cell.content.text else { return }
  cell.content.apply([
    Edit(
      pass: "reconciliation", start: 0, end: cell.content.text.unicodeScalars.count, before: cell.content.text,
      after: text)
  ])
}
