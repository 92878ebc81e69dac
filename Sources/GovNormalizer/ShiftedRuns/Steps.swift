/// What one item of the shown text makes of one hypothesis.
struct Steps {
  let candidates: CandidateShelf
  let pairs = PairTable.shared

  /// The steps among these candidates.
  init(_ candidates: CandidateShelf) { self.candidates = candidates }

  func readPair(_ lead: UInt8, _ trail: UInt8, shown: UInt32, _ hypothesis: Hypothesis, _ beam: inout Beam) {
    switch hypothesis.pending {
    case .none: beam.emit(shown, hypothesis)
    case .lead(let first):
      guard let character = pairs.character(first, lead) else { return }
      let price = candidates.price(of: character)
      beam.emit(character, .lead(trail), hypothesis, price: price, ahead: .init(hypothesis.context))
    case .anyLead, .takenLead, .vanished:
      explore(hypothesis, trail: .known(lead), price: 0, &beam) { beam, choice in
        beam.emit(choice, .lead(trail), hypothesis)
      }
    }
  }

  func readSingle(
    _ byte: UInt8, folded: (lead: UInt8, trail: UInt8)?, isJunk: Bool, _ hypothesis: Hypothesis, _ beam: inout Beam
  ) {
    guard hypothesis.pending != .none else {
      beam.emit(UInt32(byte), hypothesis)
      return
    }
    if isJunk { beam.keep(hypothesis) }
    guard byte >= 0x40 else {
      if let folded { readPair(folded.lead, folded.trail, shown: UInt32(byte), hypothesis, &beam) }
      return
    }
    readTrail(byte, read: nil, hypothesis, &beam)
  }

  /// Completes the waiting byte with a trail byte that shows as ASCII; `reading` is the one written behind it.
  func readTrail(_ byte: UInt8, read reading: Pinyin?, _ hypothesis: Hypothesis, _ beam: inout Beam) {
    let ahead = LanguageModel.Ahead(hypothesis.context)
    forEachLead(hypothesis) { first, guess in
      guard let character = character(first, byte, guessed: guess > 0), reading?.reads(UInt32(character.scalar)) ?? true
      else {
        return
      }
      let price = guess + candidates.price(of: character)
      beam.emit(character, .none, hypothesis, price: price, isChosen: guess > 0, ahead: ahead)
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
    _ swallowed: ShownItem.Swallowed, shown scalar: UInt32, before: UInt8?, isLast: Bool, _ hypothesis: Hypothesis,
    _ beam: inout Beam
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
        beam.wait(.lead(orphan), hypothesis, price: LanguageModel.singleCost(character.token) / 2)
      }
    case (.annotation(let reading), .lead(let lead)):
      forEachOrphan(behind: lead, from: 0x80, read: reading) { _, character in
        let price = candidates.price(of: character)
        beam.emit(character, .none, hypothesis, price: price, ahead: .init(hypothesis.context))
      }
    case (.annotation, _): return
    case (.junk, .none):
      beam.wait(.anyLead, hypothesis, price: 0)
      beam.emit(0x3F, hypothesis)
    case (.junk, _): complete(hypothesis, &beam)
    case (.ampersand, .none), (.unknown, .none): beam.emit(0x3F, hypothesis)
    case (.nothing, .none): beam.emit(scalar, hypothesis)
    case (.nothing, _): complete(hypothesis, atEnd: isLast, &beam)
    case (.ampersand, _): complete(hypothesis, price: Price.entity, behind: 0x26, &beam)
    case (.unknown, _):
      completeSwallowing(isLast, hypothesis, &beam)
      completeWith80(hypothesis, &beam)
    }
  }

  /// Completes the waiting byte with an orphan, and puts U+FFFD in the place of what that swallowed: a digit in most cases.
  /// At the end of a line it was the "<" of a tag or the line feed.
  private func completeSwallowing(_ isLast: Bool, _ hypothesis: Hypothesis, _ beam: inout Beam) {
    if isLast {
      complete(hypothesis, atEnd: true, &beam)
    } else {
      complete(hypothesis, price: Price.unknownDigit, behind: 0xFFFD, &beam)
    }
  }

  /// Completes the waiting byte with 80, which begins no pair of GBK and took the next character's lead byte along.
  private func completeWith80(_ hypothesis: Hypothesis, _ beam: inout Beam) {
    switch hypothesis.pending {
    case .none, .anyLead, .takenLead: return
    case .lead, .vanished: break
    }
    let ahead = LanguageModel.Ahead(hypothesis.context)
    forEachLead(hypothesis) { lead, guess in
      guard let character = character(lead, 0x80, guessed: true) else { return }
      let price = guess + candidates.price(of: character) + Price.guess
      beam.emit(character, .takenLead, hypothesis, price: price, isChosen: true, ahead: ahead)
    }
  }

  /// Calls `body` with every lead byte that may be waiting, and the price of assuming it, 0 for a known one.
  func forEachLead(_ hypothesis: Hypothesis, _ body: (UInt8, Int) -> Void) {
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

  /// Calls `body` with every orphan, from `first` on, that makes a character of that reading with the byte before it.
  private func forEachOrphan(
    behind lead: UInt8, from first: UInt8 = 0x81, read reading: Pinyin, _ body: (UInt8, PairTable.Entry) -> Void
  ) {
    for orphan in first...0xFE {
      guard let character = character(lead, orphan, guessed: false), reading.reads(UInt32(character.scalar)) else {
        continue
      }
      body(orphan, character)
    }
  }

  /// Completes the waiting byte with every trail byte that an orphan can be, and `behind` behind it.
  private func complete(
    _ hypothesis: Hypothesis, price: Int = 0, behind: UInt32? = nil, atEnd: Bool = false, _ beam: inout Beam
  ) {
    explore(hypothesis, trail: .any, price: price, &beam) { beam, choice in
      let isSymbol = choice.code >> 8 == 0xA1 && choice.code != 0xA1A1
      let unusual = behind == 0x26 && isSymbol ? Price.noSpace : 0
      beam.emit(choice, .none, hypothesis, extra: unusual, behind: behind, atEnd: atEnd)
    }
  }

  /// Adds that a pair vanished whose first byte completes the waiting one.
  func vanish(behind hypothesis: Hypothesis, _ beam: inout Beam) {
    if hypothesis.pending == .anyLead || hypothesis.pending == .takenLead { return }
    explore(hypothesis, trail: .vanishing, price: Price.vanished, &beam) { beam, choice in
      beam.emit(choice, .vanished(UInt8(truncatingIfNeeded: choice.code)), hypothesis)
    }
  }

  /// The character of a pair; where a byte is guessed, only likely ones are tried.
  @inline(__always)
  private func character(_ lead: UInt8, _ trail: UInt8, guessed: Bool) -> PairTable.Entry? {
    guard let found = pairs.character(lead, trail), !guessed || found.isLikely else { return nil }
    return found
  }

  /// What must have happened, as -4 ln of its probability.
  private enum Price {
    /// Nothing: whether a pair vanishes follows from the true text, whose own probability is what counts.
    static let vanished = 0
    /// Nothing beyond the language model, but not the same as a byte that is shown.
    static let guess = 1
    /// Which of the ten digits it was, ln 10.
    static let unknownDigit = 9
    /// A question mark that is one.
    static let folded = 4
    /// What an entity without its ampersand says for the shift that swallowed it.
    static let entity = -64
    /// Before an entity of white space stands another white space, A1A1.
    static let noSpace = 48
    /// An orphan before punctuation is A1 (。 or 　) in most cases, which the language model knows but for the rest.
    static let unusualOrphan = 4
    /// A line that ends in the middle of a pair.
    static let lostTrail = 12
  }
}
