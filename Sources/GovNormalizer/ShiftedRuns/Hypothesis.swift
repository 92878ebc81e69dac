/// One way to read a shifted run up to some item.
struct Hypothesis {
  /// The byte that waits for its partner.
  var pending: Pending
  /// What the true text so far says about its next token, and which of its brackets are open.
  var context: LanguageModel.Context
  var brackets: OpenBrackets
  /// What it costs: -4 ln P of the true text and of what must have happened to it.
  var cost: Int
  /// The place of its last character in the `Trace`; -1 when there is none.
  var trace: Int

  /// A byte that has been read and belongs to the next character.
  enum Pending: Hashable {
    /// None: the true text and the shown one have their boundaries in the same places.
    case none
    /// A known lead byte.
    case lead(UInt8)
    /// A lead byte of which nothing is known.
    case anyLead
    /// A lead byte that the byte 80 before it took along, so that one "?" shows for both.
    case takenLead
    /// The trail byte, unknown, of a pair that vanished; its lead byte is known.
    case vanished(UInt8)
  }

  /// A number that is the same for hypotheses with the same future.
  var key: UInt64 { Hypothesis.key(pending, context.first, context.second) }

  /// The key of a hypothesis that waits for `pending` behind the two tokens.
  @inline(__always)
  static func key(_ pending: Pending, _ first: Token, _ second: Token) -> UInt64 {
    UInt64(pending.number) << 32 | UInt64(first) << 16 | UInt64(second)
  }
}

extension Hypothesis.Pending {
  /// All numbers are below.
  static let count = 0x300

  /// A number for each.
  var number: UInt16 {
    switch self {
    case .none: 0
    case .lead(let byte): UInt16(byte)
    case .anyLead: 0x100
    case .takenLead: 0x101
    case .vanished(let byte): 0x200 | UInt16(byte)
    }
  }
}

/// A character of the true text.
struct RestoredCharacter {
  let scalar: UInt32
  /// Whether a byte of it is unknown, so that it was chosen among several.
  let isChosen: Bool
}

/// The characters of all hypotheses, each with the one before it: a tree, read from the leaves.
struct Trace {
  private var nodes: [(character: RestoredCharacter, parent: Int)] = []

  /// Adds a character behind `parent`; returns its place.
  mutating func append(_ character: RestoredCharacter, after parent: Int) -> Int {
    nodes.append((character, parent))
    return nodes.count - 1
  }

  /// The characters up to a place, first to last.
  func characters(upTo place: Int) -> [RestoredCharacter] {
    var result: [RestoredCharacter] = []
    var place = place
    while place >= 0 {
      result.append(nodes[place].character)
      place = nodes[place].parent
    }
    return result.reversed()
  }
}
