/// The search for what a shifted run was, item by item.
///
/// The shown text names the bytes of every pair; joined and read again, one byte on, they are the true text. Where a
/// byte is unknown (an orphan, a pair that vanished) every character that the known byte next to it allows is tried,
/// and the language model says how well it fits. A hypothesis always knows which byte it waits for, so the shift ends
/// by itself where the bytes say so.
struct Lattice {
  /// What the document's characters look like, for characters that the mirror cannot have written.
  enum Style {
    case traditional, simplified, unknown

    /// What a document of that style does not hold.
    var forbidden: Han.Kind {
      switch self {
      case .traditional: .simplifiedOnly
      case .simplified: .traditionalOnly
      case .unknown: []
      }
    }
  }

  private(set) var beam: Beam
  private let steps: Steps

  /// Starts in step with the shown text, behind what stands before the run.
  init(context: LanguageModel.Context, brackets: OpenBrackets, document: DocumentModel, candidates: CandidateShelf) {
    beam = Beam(context: context, brackets: brackets, document: document)
    steps = Steps(candidates)
  }

  /// Whether every hypothesis has its boundaries where the shown text has them.
  var isInStep: Bool { beam.hypotheses.allSatisfy { $0.pending == .none } }

  /// Reads one more item.
  ///
  /// - Parameters:
  ///   - before: The last byte of the item before it.
  ///   - isLast: Whether the line ends behind it: what it swallowed was a tag or a line feed.
  mutating func read(_ item: ShownItem, before: UInt8?, isLast: Bool) {
    addVanished()
    beam.advance { [steps] beam, hypothesis in
      switch item.bytes {
      case .pair(let lead, let trail): steps.readPair(lead, trail, shown: item.scalar, hypothesis, &beam)
      case .single(let byte, let folded):
        steps.readSingle(byte, folded: folded, isJunk: item.isJunk, hypothesis, &beam)
      case .annotated(let byte, let reading): steps.readTrail(byte, read: reading, hypothesis, &beam)
      case .orphan(let swallowed):
        steps.readOrphan(swallowed, shown: item.scalar, before: before, isLast: isLast, hypothesis, &beam)
      case .foreign: if hypothesis.pending == .none { beam.emit(item.scalar, hypothesis) }
      }
    }
  }

  /// Ends the line: a byte that still waits has lost its partner.
  mutating func finish() {
    beam.advance { [steps] beam, hypothesis in steps.end(hypothesis, &beam) }
  }

  /// Adds, for the likeliest hypotheses out of step, that one or two pairs vanished here.
  private mutating func addVanished() {
    beam.grow(rounds: 2) { [steps] beam, hypothesis in steps.vanish(behind: hypothesis, &beam) }
  }
}
