import GovEncoding

/// GBK's pairs as the search for shifted runs needs them: by number, with all that the search asks of a character.
///
/// Made once, when the first shifted run is met; a document without one never pays for it.
final class PairTable: Sendable {
  static let shared = PairTable()

  /// The number of a pair, `lead << 8 | trail`.
  typealias Code = UInt16

  /// The number of a pair.
  @inline(__always)
  static func code(_ lead: UInt8, _ trail: UInt8) -> Code { Code(lead) << 8 | Code(trail) }

  /// A character of GBK.
  struct Entry: BitwiseCopyable, Sendable {
    /// The character; 0 where the pair has none.
    let scalar: UInt16
    /// What the language model counts it as.
    let token: Token
    /// What it costs as the first one of a word.
    let initial: UInt8
    /// The class of words that it begins.
    let wordClass: WordClass.Number
    /// What it costs more than other members of its class.
    let unusual: UInt8
    let kind: Han.Kind
    /// Whether it is tried where a byte is guessed: of Han characters only the likely ones are.
    let isLikely: Bool
    /// The number of its group, when it is likely and its trail byte is 80 or above.
    fileprivate(set) var group: UInt16 = 0
  }

  /// The likely characters that the language model counts as one token.
  struct Group: Sendable {
    let token: Token
    /// Where they stand in `codes`.
    let codes: Range<Int>
  }

  /// For every number of a pair the character.
  private let entries: Fixed<Entry>
  /// The likely characters whose trail byte is 80 or above, those of one token side by side.
  let codes: [Code]
  let groups: [Group]
  /// The tokens of the groups.
  let groupTokens: [Token]
  /// For every lead byte the trail bytes, 81 and above, with which it is no character: such a pair vanishes.
  private let vanishing: [[UInt8]]
  /// The bytes that begin some vanishing pair.
  let vanishingLeads: [UInt8]
  /// For every lead byte a number that those share which vanish with the same trail bytes.
  private let vanishingKinds: [Int]

  private init() {
    var entries = [Entry](repeating: Entry(), count: 0x10000)
    var vanishing = [[UInt8]](repeating: [], count: 256)
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        if let scalar = GBK.scalar(lead: lead, trail: trail) {
          entries[Int(PairTable.code(lead, trail))] = Entry(scalar)
        } else if trail >= 0x81 {
          vanishing[Int(lead)].append(trail)
        }
      }
    }
    (codes, groups) = PairTable.grouped(entries)
    groupTokens = groups.map(\.token)
    for (number, group) in groups.enumerated() {
      for code in codes[group.codes] { entries[Int(code)].group = UInt16(number) }
    }
    self.entries = Fixed(entries)
    self.vanishing = vanishing
    vanishingLeads = (UInt8(0x81)...0xFE).filter { !vanishing[Int($0)].isEmpty }
    let different = Set(vanishing).sorted { $0.count < $1.count }
    vanishingKinds = vanishing.map { different.firstIndex(of: $0) ?? 0 }
  }

  private static func grouped(_ entries: [Entry]) -> (codes: [Code], groups: [Group]) {
    let likely = entries.indices.filter { entries[$0].scalar != 0 && entries[$0].isLikely && $0 & 0xFF >= 0x80 }
    let sorted = likely.map { UInt32(entries[$0].token) << 16 | UInt32($0) }.sorted()
    var groups: [Group] = []
    var start = 0
    for index in sorted.indices where index + 1 == sorted.count || sorted[index] >> 16 != sorted[index + 1] >> 16 {
      groups.append(Group(token: Token(sorted[index] >> 16), codes: start..<index + 1))
      start = index + 1
    }
    return (sorted.map { Code(truncatingIfNeeded: $0) }, groups)
  }

  /// The character of a pair; `nil` for a pair without one.
  @inline(__always)
  func character(_ code: Code) -> Entry? {
    let entry = entries.elements[Int(code)]
    return entry.scalar == 0 ? nil : entry
  }

  /// The character of a pair; `nil` for a pair without one.
  @inline(__always)
  func character(_ lead: UInt8, _ trail: UInt8) -> Entry? { character(PairTable.code(lead, trail)) }

  /// A number, less than 127, that `lead` shares with those that vanish with the same trail bytes.
  func vanishingKind(of lead: UInt8) -> Int { vanishingKinds[Int(lead)] }

  /// The trail bytes with which `lead` vanishes.
  func vanishingTrails(of lead: UInt8) -> [UInt8] { vanishing[Int(lead)] }
}

extension PairTable.Entry {
  /// No character.
  fileprivate init() {
    (scalar, token, initial, wordClass, unusual, kind, isLikely) = (0, otherToken, 0, 0, 0, [], false)
  }

  fileprivate init(_ scalar: Unicode.Scalar) {
    self.scalar = UInt16(truncatingIfNeeded: scalar.value)
    token = GovNormalizer.token(scalar.value)
    initial = UInt8(LanguageModel.initialCost(token))
    wordClass = WordClass.atStart(token)
    unusual = UInt8(unusualMemberCost(scalar.value))
    kind = Han.kind(scalar.value)
    isLikely = kind.contains(.likely) || !Han.range.contains(scalar.value)
  }

  /// The price of the character for its script and its rarity, in a document without characters of a `forbidden` kind.
  @inline(__always)
  func price(forbidden: Han.Kind) -> Int {
    forbidden.isDisjoint(with: kind) ? Int(unusual) : PairTable.Entry.wrongScript
  }

  /// A character that the mirror's conversion would have changed: e to the 6th.
  private static let wrongScript = 24
}
