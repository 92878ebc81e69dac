/// What one item of the shown text makes of one hypothesis.
struct Steps {
  private let forbidden: Han.Kind
  private let pairs = PairTable.shared

  /// The steps in a document whose characters look like `style`.
  init(style: Lattice.Style) {
    forbidden =
      switch style {
      case .traditional: .simplifiedOnly
      case .simplified: .traditionalOnly
      case .unknown: []
      }
  }

  func readPair(_ lead: UInt8, _ trail: UInt8, shown: UInt32, _ hypothesis: Hypothesis, _ beam: inout Beam) {
    guard hypothesis.pending != .none else {
      beam.emit(shown, .none, hypothesis)
      return
    }
    forEachLead(hypothesis) { first, guess in
      guard let character = character(first, lead, guessed: guess > 0) else { return }
      beam.emit(character.scalar, .lead(trail), hypothesis, price: guess + character.price)
    }
  }

  func readSingle(
    _ byte: UInt8, folded: (lead: UInt8, trail: UInt8)?, _ hypothesis: Hypothesis, _ beam: inout Beam
  ) {
    guard hypothesis.pending != .none else {
      beam.emit(UInt32(byte), .none, hypothesis)
      return
    }
    guard byte >= 0x40 else {
      if let folded { readPair(folded.lead, folded.trail, shown: UInt32(byte), hypothesis, &beam) }
      return
    }
    readTrail(byte, read: nil, hypothesis, &beam)
  }

  /// Completes the waiting byte with a trail byte that shows as ASCII; `reading` is the one written behind it.
  func readTrail(_ byte: UInt8, read reading: Pinyin?, _ hypothesis: Hypothesis, _ beam: inout Beam) {
    forEachLead(hypothesis) { first, guess in
      guard let character = character(first, byte, guessed: guess > 0), reading?.reads(character.scalar) ?? true else {
        return
      }
      beam.emit(character.scalar, .none, hypothesis, price: guess + character.price)
    }
  }

  /// Ends the line: a byte that still waits has lost its partner.
  func end(_ hypothesis: Hypothesis, _ beam: inout Beam) {
    if hypothesis.pending == .none {
      beam.keep(hypothesis)
    } else {
      complete(hypothesis, price: Price.lostTrail, &beam)
    }
  }

  /// Reads a question mark: an orphan, or the pair of ？ that NFKC folded.
  func readOrphan(
    _ swallowed: ShownItem.Swallowed, shown scalar: UInt32, before: UInt8?, isLast: Bool, _ hypothesis: Hypothesis, _ beam: inout Beam
  ) {
    if case .ampersand = swallowed {
      if case .vanished = hypothesis.pending { return }
    } else if scalar == 0x3F, hypothesis.pending != .none {
      var folded = hypothesis
      folded.cost += Price.folded
      readPair(0xA3, 0xBF, shown: scalar, folded, &beam)
    }
    switch (swallowed, hypothesis.pending) {
    case (.annotation(let reading), .none):
      guard let before else { return }
      forEachOrphan(behind: before, read: reading) { orphan, character in
        beam.wait(.lead(orphan), hypothesis, price: LanguageModel.singleCost(token(character.scalar)) / 2)
      }
    case (.annotation(let reading), .lead(let lead)):
      forEachOrphan(behind: lead, read: reading) { _, character in
        beam.emit(character.scalar, .none, hypothesis, price: character.price)
      }
    case (.annotation, _): return
    case (.junk, .none):
      beam.wait(.anyLead, hypothesis, price: 0)
      beam.emit(0x3F, .none, hypothesis)
    case (.junk, _): complete(hypothesis, &beam)
    case (.ampersand, .none), (.unknown, .none): beam.emit(0x3F, .none, hypothesis)
    case (.ampersand, _): complete(hypothesis, price: Price.entity, behind: 0x26, &beam)
    case (.unknown, _):
      complete(hypothesis, behind: isLast ? nil : 0xFFFD, atEnd: isLast, &beam)
      completeWith80(hypothesis, &beam)
    }
  }

  /// Completes the waiting byte with 80, which begins no pair of GBK and took the next character's lead byte along.
  private func completeWith80(_ hypothesis: Hypothesis, _ beam: inout Beam) {
    guard case .lead(let lead) = hypothesis.pending, let character = character(lead, 0x80, guessed: true) else { return }
    beam.emit(character.scalar, .takenLead, hypothesis, price: character.price + Price.guess)
  }

  /// Calls `body` with every lead byte that may be waiting, and the price of assuming it, 0 for a known one.
  private func forEachLead(_ hypothesis: Hypothesis, _ body: (UInt8, Int) -> Void) {
    switch hypothesis.pending {
    case .none: return
    case .lead(let byte): body(byte, 0)
    case .anyLead:
      for byte in UInt8(0x81)...0xFE { body(byte, byte == 0xA1 ? Price.guess : Price.unusualOrphan) }
    case .takenLead:
      for byte in UInt8(0x81)...0xFE { body(byte, Price.guess) }
    case .vanished(let lead):
      for byte in pairs.vanishingTrails(of: lead) { body(byte, Price.guess) }
    }
  }

  /// Calls `body` with every orphan that makes a character of that reading with the byte before it.
  private func forEachOrphan(
    behind lead: UInt8, read reading: Pinyin, _ body: (UInt8, (scalar: UInt32, price: Int)) -> Void
  ) {
    for orphan in UInt8(0x81)...0xFE {
      guard let character = character(lead, orphan, guessed: false), reading.reads(character.scalar) else { continue }
      body(orphan, character)
    }
  }

  /// Completes the waiting byte with every trail byte that an orphan can be, and `behind` behind it.
  private func complete(
    _ hypothesis: Hypothesis, price: Int = 0, behind: UInt32? = nil, atEnd: Bool = false, _ beam: inout Beam
  ) {
    forEachLead(hypothesis) { lead, guess in
      for trail in UInt8(0x81)...0xFE {
        guard let character = character(lead, trail, guessed: true) else { continue }
        let unusual = behind == 0x26 && lead == 0xA1 && trail != 0xA1 ? Price.noSpace : 0
        beam.emit(
          character.scalar, .none, hypothesis, price: price + guess + character.price + unusual, behind: behind,
          atEnd: atEnd)
      }
    }
  }

  func vanish(behind hypothesis: Hypothesis, _ beam: inout Beam) {
    if hypothesis.pending == .anyLead || hypothesis.pending == .takenLead { return }
    forEachLead(hypothesis) { lead, guess in
      for trail in pairs.vanishingLeads {
        guard let character = character(lead, trail, guessed: true) else { continue }
        beam.emit(
          character.scalar, .vanished(trail), hypothesis, price: guess + character.price + Price.vanished)
      }
    }
  }

  /// The character of a pair, and the price of its script; where a byte is guessed, only ordinary characters are tried.
  private func character(_ lead: UInt8, _ trail: UInt8, guessed: Bool) -> (scalar: UInt32, price: Int)? {
    guard let found = pairs.character(lead, trail) else { return nil }
    if guessed, !found.kind.contains(.ordinary), Han.range.contains(found.scalar) { return nil }
    let unusual = found.scalar < 0x4E00 || found.scalar > 0x9FFF ? unusualMemberCost(found.scalar) : 0
    return (found.scalar, forbidden.isDisjoint(with: found.kind) ? unusual : Price.wrongScript)
  }

  /// What must have happened, as -4 ln of its probability.
  private enum Price {
    /// Nothing: whether a pair vanishes follows from the true text, whose own probability is what counts.
    static let vanished = 0
    /// Nothing beyond the language model, but not the same as a byte that is shown.
    static let guess = 1
    /// A question mark that is one.
    static let folded = 4
    /// What an entity without its ampersand says for the shift that swallowed it.
    static let entity = -64
    /// Before an entity of white space stands another white space, A1A1.
    static let noSpace = 48
    /// An orphan before punctuation is A1 (。 or 　) in most cases.
    static let unusualOrphan = 8
    /// A line that ends in the middle of a pair.
    static let lostTrail = 12
    /// A character that the mirror's conversion would have changed.
    static let wrongScript = 24
  }
}
