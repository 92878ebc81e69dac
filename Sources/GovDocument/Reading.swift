/// How a cell's text was read from a picture: what each reader saw, and what was decided.
public struct Reading: Sendable, Hashable {
  /// What the readers proposed, the best first; what was seen first stays here whatever is decided later.
  public var candidates: [Candidate]
  /// How sure the decision is, 0.0 to 1.0.
  public var confidence: Double
  /// What was decided about the cell.
  public var status: Status
  /// Where the cell lies in the picture.
  public let box: Box

  /// Makes a reading of the cell at `box`.
  public init(candidates: [Candidate], confidence: Double, status: Status, box: Box) {
    self.candidates = candidates
    self.confidence = confidence
    self.status = status
    self.box = box
  }
}

/// One reader's proposal for a cell.
public struct Candidate: Sendable, Hashable {
  /// What the reader saw; empty for a blank cell.
  public var text: String
  /// How sure the reader was, 0.0 to 1.0.
  public var confidence: Double
  /// The reader's short name, such as `eng`.
  public var reader: String

  /// Makes a proposal.
  public init(text: String, confidence: Double, reader: String) {
    self.text = text
    self.confidence = confidence
    self.reader = reader
  }
}

/// How a value came to be what it is.
public enum Status: String, Sendable, Hashable, CaseIterable {
  /// The readers agree, or the text was there.
  case read
  /// Readers disagreed, and exactly one assignment of their candidates satisfies every equation that touches the cell.
  case reconciled
  /// No reader proposed it; the equations alone decide.
  case inferred
  /// A best guess; there are others.
  case doubtful
  /// Nothing could be made of it.
  case unreadable
  /// A person's value.
  case corrected

  /// Whether the value must carry a warning wherever it is shown.
  public var isWarning: Bool {
    switch self {
    case .inferred, .doubtful, .unreadable: true
    case .read, .reconciled, .corrected: false
    }
  }
}
