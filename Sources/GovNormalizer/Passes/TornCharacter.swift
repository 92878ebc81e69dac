import GovEncoding

/// A character of three bytes of UTF-8 of which a decoder lost some, and what it may have been.
struct TornCharacter {
  /// The character, and the next one where that lost its lead byte.
  typealias Candidate = (first: UInt32, second: UInt32?)

  let candidates: [Candidate]
  /// What the next character may have been, where nothing is left of it.
  private(set) var followers: [UInt32] = []
  /// How many bytes and signs there are of it.
  let length: Int
  /// Whether a sign stands for a lost byte; otherwise it vanished without one.
  let hasSign: Bool
  /// What of the text itself the decoder took along: a byte below 40.
  private(set) var isSwallowing = false
  /// What it says about the decoder.
  private(set) var event: WritableKeyPath<TornEvidence, Int>?

  private init(
    _ candidates: [Candidate], length: Int, hasSign: Bool = true, event: WritableKeyPath<TornEvidence, Int>? = nil
  ) {
    self.candidates = candidates.filter { TornCharacter.isCharacter($0.first) }
    (self.length, self.hasSign, self.event) = (length, hasSign, event)
  }

  /// What stands at `index`, where a lead byte E0–EF is, after a decoder of single bytes that has no characters for
  /// `missing` and shows a sign for each, or nothing; `nil` when nothing is lost there.
  init?(_ bytes: [UInt8], at index: Int, missing: [UInt8]) {
    let left = bytes[(index + 1)...].prefix(2).prefix { $0 & 0xC0 == 0x80 || $0 == TornUTF8.lost }
    let isSigned = left.contains(TornUTF8.lost)
    if left.count == 2, !isSigned { return nil }
    let known = left.map { $0 == TornUTF8.lost ? missing : [$0] }
    // What is no sign may have vanished on either side of what is left.
    let orders =
      switch known.count {
      case 2: [known]
      case 1: [known + [missing], [missing] + known]
      default: [[missing, missing]]
      }
    let scalars = orders.flatMap { order in
      order[0].flatMap { second in order[1].map { TornCharacter.scalar(bytes[index], second, $0) } }
    }
    self.init(scalars.map { ($0, nil) }, length: 1 + left.count, hasSign: isSigned)
  }

  /// What stands at `index`, where a lead byte E0–EF is, after a decoder for GBK; `nil` when nothing is lost there, or more
  /// than can be told.
  init?(_ bytes: [UInt8], at index: Int, decoder: TornEvidence.Decoder) {
    let place = Place(bytes: bytes, index: index, decoder: decoder)
    let torn: TornCharacter? =
      switch (place.goesOn(1), place.goesOn(2)) {
      case (true, true): place.joined
      case (true, false): place.isSign(2) ? place.withoutThird : place.withVanishedByte
      case (false, _): place.isSign(1) ? place.withoutSecond : place.withVanishedPair
      }
    guard let torn else { return nil }
    self = torn
  }

  /// The bytes of a run from a lead byte on.
  private struct Place {
    let bytes: [UInt8]
    let index: Int
    let decoder: TornEvidence.Decoder

    /// The byte so many behind the lead byte; 0 behind the end.
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    /// Whether a byte continues a character.
    func goesOn(_ offset: Int) -> Bool { byte(offset) & 0xC0 == 0x80 }
    func isSign(_ offset: Int) -> Bool { byte(offset) == TornUTF8.lost }
    private var lead: UInt8 { byte(0) }

    /// What has lost its third byte and has a sign for it.
    var withoutThird: TornCharacter? {
      if goesOn(3) {
        if goesOn(5) { return nil }
        return goesOn(4) ? withoutNextLead : isSign(4) ? withoutNextLeadAndThird : nil
      }
      if isSign(3) { return decoder == .single ? nil : withoutNextCharacter }
      if index + 3 >= bytes.count { return TornCharacter(lastThirds, length: 3) }
      let next = byte(3)
      let isTornByASCII = next < 0x40
      var torn = TornCharacter(
        thirds { third in
          switch decoder {
          case .swallowing, .pairwise: third > 0x80
          case .single: isTornByASCII || TornCharacter.isLost(third, before: next)
          }
        }, length: 3, event: isTornByASCII ? nil : \.thirds)
      torn.isSwallowing = decoder == .swallowing
      return torn
    }

    /// What may be the last character of a line; a mark of 、's block is 。 there.
    private var lastThirds: [Candidate] {
      lead == 0xE3 && byte(1) == 0x80 ? [(LostMark.stop, nil)] : thirds { _ in true }
    }

    /// What has lost its third byte, and the next character its lead byte: 80 took it along, or the two are no pair.
    private var withoutNextLead: TornCharacter {
      TornCharacter(
        joints(byte(3), byte(4)) { [decoder] in $0 == 0x80 ? decoder != .pairwise : decoder != .swallowing },
        length: 5, event: \.leadless)
    }

    /// The same, and the third byte of the next character has a sign of its own.
    private var withoutNextLeadAndThird: TornCharacter {
      let second = byte(3)
      let isLast = index + 5 >= bytes.count
      var torn = TornCharacter(thirdsBeforeLead, length: 5, event: \.leadless)
      torn.followers =
        isLast && second == 0x80
        ? [LostMark.stop]
        : TornCharacter.leads.flatMap { lead in continuing.map { TornCharacter.scalar(lead, second, $0) } }
          .filter(TornCharacter.isLikely)
      torn.isSwallowing = decoder == .swallowing && !isLast
      return torn
    }

    /// The third bytes that are lost together with the lead byte behind them.
    private var thirdsBeforeLead: [Candidate] {
      thirds {
        $0 == 0x80 ? decoder != .pairwise : decoder != .swallowing && TornCharacter.isLostBeforeLead($0)
      }
    }

    /// The same, and of the next character the other two bytes are lost as well, to a sign of their own.
    private var withoutNextCharacter: TornCharacter {
      var torn = TornCharacter(thirdsBeforeLead, length: 4, event: \.leadless)
      torn.followers = decoder == .swallowing ? TornCharacter.followersBehind80 : TornCharacter.followers
      return torn
    }

    /// What has a sign behind its lead byte.
    var withoutSecond: TornCharacter? {
      if goesOn(2) {
        if goesOn(3) { return nil }
        let third = byte(2)
        let seconds = continuing.filter { TornCharacter.isLost($0, before: third) }
        return TornCharacter(seconds.map { (TornCharacter.scalar(lead, $0, third), nil) }, length: 3, event: \.singles)
      }
      let isTwice = isSign(2)
      let pairs = TornCharacter.pairs.filter { second, _ in
        switch decoder {
        case .swallowing: second == 0x80
        case .pairwise: second > 0x80
        case .single: true
        }
      }
      return TornCharacter(
        likely(pairs), length: isTwice ? 3 : 2,
        event: isTwice ? \.singles : \.pairs)
    }

    /// What has lost its second or its third byte without a sign.
    var withVanishedByte: TornCharacter? {
      let known = byte(1)
      let next = byte(2)
      if lead == 0xE3, index + 2 >= bytes.count { return TornCharacter(lastThirds, length: 2, hasSign: false) }
      let seconds = continuing.filter { TornCharacter.isLost($0, before: known) }
      return TornCharacter(
        thirds { next < 0x40 || TornCharacter.isLost($0, before: next) } + likely(seconds.map { ($0, known) }),
        length: 2,
        hasSign: false)
    }

    /// What has lost both bytes without a sign.
    var withVanishedPair: TornCharacter? {
      if lead == 0xE3, index + 1 >= bytes.count {
        return TornCharacter([(LostMark.stop, nil)], length: 1, hasSign: false)
      }
      return TornCharacter(likely(TornCharacter.pairs.filter { $0.0 > 0x80 }), length: 1, hasSign: false)
    }

    /// Two characters that look like one with a byte too many: the last byte of the first and the lead byte of the second
    /// vanished.
    var joined: TornCharacter? {
      guard goesOn(3), !goesOn(4) else { return nil }
      return TornCharacter(joints(byte(2), byte(3)) { $0 > 0x80 }, length: 4, hasSign: false)
    }

    private var continuing: ClosedRange<UInt8> { 0x80...0xBF }

    /// The likely characters of the lead byte and the pairs.
    private func likely(_ pairs: [(UInt8, UInt8)]) -> [Candidate] {
      pairs.map { TornCharacter.scalar(lead, $0, $1) }.filter(TornCharacter.isLikely).map { ($0, nil) }
    }

    /// The characters of the lead byte, the byte behind it and a third one that satisfies `condition`.
    private func thirds(_ condition: (UInt8) -> Bool) -> [Candidate] {
      continuing.filter(condition).map { (TornCharacter.scalar(lead, byte(1), $0), nil) }
    }

    /// Two characters: the third byte of the first satisfies `condition` and is lost together with the lead byte of the
    /// second, of which the other bytes are known.
    private func joints(_ second: UInt8, _ third: UInt8, _ condition: (UInt8) -> Bool) -> [Candidate] {
      continuing.filter(condition).flatMap { last in
        TornCharacter.leads.filter { TornCharacter.isLost(last, before: $0) }.map {
          (TornCharacter.scalar(lead, byte(1), last), TornCharacter.scalar($0, second, third))
        }.filter { TornCharacter.isLikely($0.1) }
      }
    }
  }

  /// Whether a lead byte makes no character with the byte behind it, which is 80 or above.
  private static func isLost(_ byte: UInt8, before next: UInt8) -> Bool {
    byte == 0x80 || GBK.scalar(lead: byte, trail: next) == nil
  }

  /// The second and third bytes of characters that are no pair of GBK.
  private static let pairs: [(UInt8, UInt8)] = (UInt8(0x80)...0xBF).flatMap { second in
    (UInt8(0x80)...0xBF).filter { isLost(second, before: $0) }.map { (second, $0) }
  }

  private static func isLostBeforeLead(_ byte: UInt8) -> Bool { leads.contains { isLost(byte, before: $0) } }

  /// Likely characters of which the second and the third byte are no pair of GBK, and those of which the second is 80.
  private static let followers = leads.flatMap { lead in
    pairs.filter { $0.0 > 0x80 }.map { scalar(lead, $0, $1) }.filter(isLikely)
  }
  private static let followersBehind80 = leads.flatMap { lead in
    (UInt8(0x80)...0xBF).map { scalar(lead, 0x80, $0) }.filter(isLikely)
  }

  /// Whether a character is tried among hundreds: likely Han characters are, punctuation and its full-width forms.
  private static func isLikely(_ scalar: UInt32) -> Bool {
    if Han.range.contains(scalar) { return Han.kind(scalar).contains(.likely) }
    return 0x2010...0x2030 ~= scalar || 0x3000...0x3015 ~= scalar || 0xFF01...0xFF5E ~= scalar
  }

  /// Whether three bytes make a character that can be guessed: no ASCII in too many bytes, no letter or digit of a script that
  /// the language model does not know, nothing that is not seen, no half of a pair of UTF-16, no private use, and no
  /// compatibility ideograph.
  private static func isCharacter(_ scalar: UInt32) -> Bool {
    scalar >= 0x2010 && !(0x2028...0x202F ~= scalar) && !(0xD800...0xFAFF ~= scalar)
  }

  /// The first bytes of punctuation and of Han characters.
  private static let leads: [UInt8] = [0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF]

  /// The scalar of three bytes of UTF-8.
  static func scalar(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
  }
}
