import GovDocument
import GovForms

/// Decides tables without equations: figures whose blanks were lost stay open unless only one column can hold them,
/// and what the readers of a picture disagree about stays doubtful.
func settleWithoutEquations(_ board: inout Board) {
  for floating in board.floats {
    let ways = placements(of: floating.entries.count, into: floating.squares.count).filter { way in
      zip(floating.entries, way).allSatisfy { entry, slot in
        board.squares[floating.squares[slot]].canHold(entry.text)
      }
    }
    let all = ways.isEmpty ? placements(of: floating.entries.count, into: floating.squares.count) : ways
    spread(floating, ways: all, likeliest: all.first ?? [], on: &board)
  }
  for index in board.squares.indices where board.squares[index].isInDoubt {
    board.squares[index].doubt(board.squares[index].choices)
  }
}

extension Square {
  /// Whether a printed text can stand in the column: a sign only where the form prints a change, a unit of money only
  /// where it prints an amount, which in turn is never signed.
  fileprivate func canHold(_ text: String) -> Bool {
    if case .unreadable = parse(text) { return false }
    return true
  }
}
