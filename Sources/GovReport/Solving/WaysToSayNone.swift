import GovDocument

/// The figures that are nought to an equation: a blank, 0, and each mark for none.
///
/// So no equation tells them apart. It knows that 8 is none where the sum has no room for it; whether nothing, a 0 or a dash is
/// printed there, only the ink and the habit of who filled in the form can say.
struct WaysToSayNone {
  private var counts: [Figure: Int] = [:]

  /// How the squares that are read for sure say it.
  init(_ board: Board) {
    for square in board.squares where !square.isInDoubt && square.number == 0 { counts[square.figure, default: 0] += 1 }
  }

  /// Whether a figure may be taken that is nought: one that most other squares have for it. A 0 is ink that a reader saw.
  func confirm(_ figure: Figure) -> Bool {
    switch figure {
    case .blank, .statedNone: (counts[figure] ?? 0) * 2 > counts.values.reduce(0, +)
    case .count, .amount, .unreadable: true
    }
  }

  /// Whether 0 may be taken where no reader saw it: where nothing else is printed for none.
  var isAlwaysNought: Bool { counts[.count(0)] != nil && counts.count == 1 }
}
