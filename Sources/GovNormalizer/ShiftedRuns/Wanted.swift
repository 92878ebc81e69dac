/// Which characters may complete what a hypothesis waits for.
struct Wanted {
  /// The byte that waits.
  let pending: Hypothesis.Pending
  /// The trail byte that completes the character.
  let trail: Trail

  /// The trail byte of a character.
  enum Trail {
    /// Any from 80 on.
    case any
    /// One that begins a pair that vanishes.
    case vanishing
    /// A known one, behind a lead byte that is not known.
    case known(UInt8)
  }

  /// Numbers are below.
  static let count = 2 * kinds + 128 << 8
  /// How many kinds of bytes there are that wait: known lead bytes, then lead bytes of which nothing is known, two kinds,
  /// then trail bytes of pairs that vanished, by their lead bytes.
  private static let kinds = 0x180

  /// A number that is the same for the same characters.
  func number(_ pairs: PairTable) -> Int {
    let kind = kind(pairs)
    switch trail {
    case .any: return kind
    case .vanishing: return Wanted.kinds + kind
    case .known(let byte): return 2 * Wanted.kinds + max(0, kind - 0x100) << 8 + Int(byte)
    }
  }

  private func kind(_ pairs: PairTable) -> Int {
    switch pending {
    case .none: 0
    case .lead(let byte): Int(byte)
    case .anyLead: 0x100
    case .takenLead: 0x101
    case .vanished(let lead): 0x102 + pairs.vanishingKind(of: lead)
    }
  }

  /// The trail bytes that may complete a character.
  func trails(_ pairs: PairTable) -> [UInt8] {
    switch trail {
    case .any: Array(0x80...0xFE)
    case .vanishing: pairs.vanishingLeads
    case .known(let byte): [byte]
    }
  }
}
