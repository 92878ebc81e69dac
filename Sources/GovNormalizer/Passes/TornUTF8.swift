/// The bytes of a run, read as UTF-8 with holes.
struct TornUTF8 {
  /// What the bytes are read for.
  enum Purpose {
    /// They are only counted, until it is clear that they are no UTF-8, which tells healthy text cheaply.
    case probe
    /// What is lost is left out, so that a guess is never evidence.
    case evidence
    /// What is lost is chosen; what the decoder swallowed is marked.
    case repair(DocumentModel)
  }

  /// What read the bytes wrongly.
  enum Decoder {
    /// A decoder for GBK, of one kind or another.
    case gbk(TornEvidence.Decoder)
    /// One to which every byte is a character, but for some.
    case singleBytes(missing: [UInt8])
  }

  private(set) var text: [UInt8] = []
  /// Where in the text characters begin that were chosen and may be numerals.
  private(set) var chosen: [Int] = []
  /// What the bytes show of the decoder.
  private(set) var torn: TornEvidence
  private let purpose: Purpose
  private let bytes: [UInt8]
  private let decoder: Decoder
  private var good = 0
  private var bad = 0
  private var traditional = 0
  private var simplified = 0
  private var context = LanguageModel.Context.lineStart
  private var brackets = OpenBrackets()

  /// Reads bytes among which `lost` stands for what the decoder could not show.
  init(_ bytes: [UInt8], by decoder: Decoder, _ purpose: Purpose, _ torn: TornEvidence = TornEvidence()) {
    self.purpose = purpose
    self.decoder = decoder
    self.bytes = bytes
    self.torn = torn
    var index = 0
    while index < bytes.count {
      index += read(at: index)
      if isProbe, 4 * bad > good + bytes.count - index { return }
    }
  }

  /// Whether four bytes of five are UTF-8.
  var isUTF8: Bool { good >= 6 && good >= 4 * bad }

  /// Stands for a byte that is lost; UTF-8 never has it.
  static let lost: UInt8 = 0xFF

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// Reads one character; returns the number of its bytes.
  private mutating func read(at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 {
      append(UInt32(first))
      return 1
    }
    guard first >= 0xC2, first <= 0xF4 else { return lose(first == TornUTF8.lost ? 0 : 1) }
    if 0xE0..<0xF0 ~= first, let torn = tornCharacter(at: index) { return read(torn, at: index) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var known = 1
    while known < length, byte(index + known) & 0xC0 == 0x80 { known += 1 }
    guard known == length else { return lose(known) + known - 1 }
    let scalar = bytes[index..<index + length].withUnsafeBufferPointer { ByteText($0).scalar(at: 0).value }
    guard TornUTF8.isValid(scalar, length: length) else { return lose(length) + length - 1 }
    append(scalar)
    if TornUTF8.isTelling(scalar) { good += length }
    return length
  }

  /// Whether UTF-8 writes a scalar in so many bytes: ASCII in three may be a digit that no page has shown.
  private static func isValid(_ scalar: UInt32, length: Int) -> Bool {
    switch length {
    case 2: true
    case 3: scalar >= 0x800 && Unicode.Scalar(scalar) != nil
    default: 0x10000...0x10FFFF ~= scalar
    }
  }

  private func tornCharacter(at index: Int) -> TornCharacter? {
    switch decoder {
    case .gbk(let decoder): TornCharacter(bytes, at: index, decoder: decoder)
    case .singleBytes(let missing): TornCharacter(bytes, at: index, missing: missing)
    }
  }

  /// Reads a torn character; returns the number of its bytes.
  private mutating func read(_ torn: TornCharacter, at index: Int) -> Int {
    // What vanished without a sign is as likely in healthy text.
    let known = bytes[index..<index + torn.length].count { $0 != TornUTF8.lost }
    if torn.hasSign { good += known } else { bad += 1 }
    if let event = torn.event { self.torn[keyPath: event] += 1 }
    choose(torn, before: index + torn.length)
    if torn.isSwallowing, isRepair { append(0xFFFD) }
    return torn.length
  }

  /// Whether a character says that the bytes are UTF-8: Han characters, and the punctuation and signs beside them. Two
  /// bytes that make a letter of another script say nothing, since pairs of GBK make many of those.
  private static func isTelling(_ scalar: UInt32) -> Bool {
    0x2000..<0xA000 ~= scalar || 0xFF00..<0xFFF0 ~= scalar
  }

  /// Appends the likeliest of the characters that the lost bytes allow, judged with what stands whole behind it.
  private mutating func choose(_ torn: TornCharacter, before next: Int) {
    switch purpose {
    case .probe: return
    case .evidence: text.append(scalar: 0xFFFD)
    case .repair(let document):
      let behind = (torn.isSwallowing ? [0xFFFD] : []) + wholeCharacters(from: next)
      let gain = LostMark.isOpen(torn.candidates) ? LostMark(behind: text, bytes: bytes, from: next).gain : 0
      let first = likeliest(torn.candidates) {
        cost($0, before: torn.followers.isEmpty ? behind : [], document) - ($0.first == LostMark.stop ? gain : 0)
      }
      let choice = first.best.map { mayBeDigit($0.first, of: torn.candidates, before: behind) ? 0xFFFD : $0.first }
      append(choice ?? 0xFFFD, insteadOf: first.rivals.lazy.map(\.first))
      if let second = first.best?.second {
        append(TornUTF8.isDigit(second) ? 0xFFFD : second, insteadOf: first.rivals.lazy.compactMap(\.second))
      }
      if torn.followers.isEmpty { return }
      let follower = likeliest(torn.followers) { cost(($0, nil), before: behind, document) }
      let next = follower.best.map { TornUTF8.isDigit($0) ? 0xFFFD : $0 }
      append(next ?? 0xFFFD, insteadOf: follower.rivals)
    }
  }

  /// Whether a choice decides about a figure, which words say nothing about: it is a digit of full width, or a digit is among
  /// the candidates and what a figure has, or the mark of such a choice, stands beside it.
  private func mayBeDigit(
    _ choice: UInt32, of candidates: [TornCharacter.Candidate], before behind: [UInt32]
  ) -> Bool {
    if TornUTF8.isDigit(choice) { return true }
    guard candidates.contains(where: { TornUTF8.isDigit($0.first) }) else { return false }
    let last = text.withText { $0.scalar(before: $0.count).value }
    return TornUTF8.isOfFigure(last) || last == 0xFFFD || behind.first.map(TornUTF8.isOfFigure) ?? false
  }

  /// Whether a character of full width is a digit, a point or ％.
  private static func isOfFigure(_ scalar: UInt32) -> Bool { isDigit(scalar) || scalar == 0xFF0E || scalar == 0xFF05 }

  private static func isDigit(_ scalar: UInt32) -> Bool { 0xFF10...0xFF19 ~= scalar }

  /// The likeliest of some candidates, and those that are not much less likely.
  private func likeliest<Candidate>(
    _ candidates: [Candidate], _ cost: (Candidate) -> Int
  ) -> (best: Candidate?, rivals: [Candidate]) {
    let costs = candidates.map(cost)
    guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }) else { return (nil, []) }
    let rivals = costs.indices.filter { $0 != best && costs[$0] < costs[best] + TornUTF8.rivalry }
    return (candidates[best], rivals.map { candidates[$0] })
  }

  /// A choice is beyond doubt where nothing else is within e to the 6th.
  private static let rivalry = 24

  /// At most two characters that stand whole from `index` on, or the end of the line.
  private func wholeCharacters(from index: Int) -> [UInt32] {
    var scalars: [UInt32] = []
    var index = index
    if index >= bytes.count { return [0x0A] }
    while scalars.count < 2, index < bytes.count {
      if bytes[index] < 0x80 {
        scalars.append(UInt32(bytes[index]))
        index += 1
      } else if 0xE0..<0xF0 ~= bytes[index], byte(index + 1) & 0xC0 == 0x80, byte(index + 2) & 0xC0 == 0x80 {
        scalars.append(TornCharacter.scalar(bytes[index], bytes[index + 1], bytes[index + 2]))
        index += 3
      } else {
        break
      }
    }
    return scalars
  }

  private func cost(_ candidate: TornCharacter.Candidate, before behind: [UInt32], _ document: DocumentModel) -> Int {
    var (context, brackets) = (context, brackets)
    var cost = unusualCost(candidate.first) + (candidate.second.map(unusualCost) ?? 0)
    func read(_ scalar: UInt32) {
      cost += brackets.read(scalar) + context.read(tokenOfRestored(scalar), told: document)
    }
    read(candidate.first)
    if let second = candidate.second { read(second) }
    for scalar in behind { read(scalar) }
    return cost
  }

  /// What a character costs beyond its token: one of a script that the text so far does not have is e to the 6th dearer.
  private func unusualCost(_ scalar: UInt32) -> Int {
    guard Han.range.contains(scalar) else { return unusualMemberCost(scalar) }
    let foreign: Han.Kind = traditional > simplified ? .simplifiedOnly : .traditionalOnly
    return Han.kind(scalar).contains(foreign) ? 24 : 0
  }

  private mutating func lose(_ count: Int) -> Int {
    bad += count
    append(0xFFFD)
    return 1
  }

  private var isProbe: Bool {
    if case .probe = purpose { return true }
    return false
  }

  private var isRepair: Bool {
    if case .repair = purpose { return true }
    return false
  }

  /// Appends a choice. It may change a number where it is a numeral and might not be, or might be another one.
  private mutating func append(_ choice: UInt32, insteadOf rivals: some Sequence<UInt32>) {
    let isNumeral = ChosenNumbers.isPartOfNumber(choice)
    if rivals.contains(where: { $0 != choice && (isNumeral || ChosenNumbers.isPartOfNumber($0)) }) {
      chosen.append(text.count)
    }
    append(choice)
  }

  private mutating func append(_ scalar: UInt32) {
    if isProbe { return }
    if Han.range.contains(scalar) {
      let kind = Han.kind(scalar)
      traditional += kind.contains(.traditionalOnly) ? 1 : 0
      simplified += kind.contains(.simplifiedOnly) ? 1 : 0
    }
    text.append(scalar: scalar)
    context.read(tokenOfRestored(scalar))
    _ = brackets.read(scalar)
  }
}
