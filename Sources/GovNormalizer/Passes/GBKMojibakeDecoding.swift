extension GBKMojibake {
  /// The bytes of a run, read as UTF-8 with holes.
  struct Decoding {
    /// What the bytes are read for.
    enum Purpose {
      /// They are only counted, until it is clear that they are no UTF-8, which tells healthy text cheaply.
      case probe
      /// What is lost is left out, so that a guess is never evidence.
      case evidence
      /// What is lost is chosen.
      case repair(DocumentModel)
    }

    private(set) var text: [UInt8] = []
    private let purpose: Purpose
    private let bytes: [UInt8]
    private var good = 0
    private var bad = 0
    private var context = LanguageModel.Context.lineStart
    private var brackets = OpenBrackets()

    init(_ bytes: [UInt8], _ purpose: Purpose) {
      self.purpose = purpose
      self.bytes = bytes
      var index = 0
      while index < bytes.count {
        index += read(at: index)
        if isProbe, 4 * bad > good + bytes.count - index { return }
      }
    }

    /// Whether four bytes of five are UTF-8.
    var isUTF8: Bool { good >= 6 && good >= 4 * bad }

    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// Reads one character; returns the number of its bytes.
    private mutating func read(at index: Int) -> Int {
      let first = bytes[index]
      if first < 0x80 {
        append(UInt32(first))
        return 1
      }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard first >= 0xC2, first <= 0xF4 else { return lose(first == lost ? 0 : 1) }
      var known = 1
      while known < length, byte(index + known) & 0xC0 == 0x80 { known += 1 }
      if known == length {
        let scalar = bytes[index..<index + length].withUnsafeBufferPointer { ByteText($0).scalar(at: 0).value }
        append(scalar)
        if Decoding.isTelling(scalar) { good += length }
        return length
      }
      guard length == 3 else { return lose(known) + known - 1 }
      return readTorn(at: index, known: known)
    }

    /// Whether a character says that the bytes are UTF-8: Han characters, and the punctuation and signs beside them. Two
    /// bytes that make a letter of another script say nothing, since pairs of GBK make many of those.
    private static func isTelling(_ scalar: UInt32) -> Bool {
      0x2000..<0xA000 ~= scalar || 0xFF00..<0xFFF0 ~= scalar
    }

    /// Reads a character of three bytes of which only the first `known` are there.
    private mutating func readTorn(at index: Int, known: Int) -> Int {
      let next = index + known
      let isTorn = byte(next) == lost
      guard known == 2 || isTorn else { return lose(known) + known - 1 }
      good += known
      if known == 1, byte(next + 1) & 0xC0 == 0x80 {
        append(Decoding.scalar(bytes[index], 0x80, byte(next + 1)))
        return 3
      }
      if known == 2, isTorn, byte(next + 1) & 0xC0 == 0x80, byte(next + 2) & 0xC0 == 0x80 {
        append(Decoding.scalar(bytes[index], bytes[index + 1], 0x80))
        choose(leads.map { Decoding.scalar($0, byte(next + 1), byte(next + 2)) }, before: next + 3)
        good += 2
        return 5
      }
      if known == 2, isTorn, byte(next + 1) == lost {
        append(Decoding.scalar(bytes[index], bytes[index + 1], 0x80))
        choose(leads.flatMap { lead in (0x80..<0xC0).map { Decoding.scalar(lead, 0x80, $0) } }, before: next + 2)
        return 4
      }
      let base = Decoding.scalar(bytes[index], known == 2 ? bytes[index + 1] : 0x80, 0x80)
      let isAtEnd = next + 1 >= bytes.count
      choose(base == 0x3000 && isAtEnd ? [0x3002] : (base..<base + 64).map { $0 }, before: next + (isTorn ? 1 : 0))
      return known + (isTorn ? 1 : 0)
    }

    /// The first bytes of punctuation and of Han characters.
    private var leads: [UInt8] { [0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF] }

    /// Appends the likeliest of the characters that a lost byte allows, judged with what stands whole behind it.
    private mutating func choose(_ candidates: [UInt32], before next: Int) {
      switch purpose {
      case .probe: return
      case .evidence: text.append(scalar: 0xFFFD)
      case .repair(let document):
        let behind = wholeCharacters(from: next)
        let isMark = candidates.contains(LostMark.stop) && candidates.contains(LostMark.pause)
        let gain = isMark ? LostMark(behind: text, bytes: bytes, from: next).gain : 0
        let costs = candidates.map { cost($0, before: behind, document) - ($0 == LostMark.stop ? gain : 0) }
        if let best = costs.indices.min(by: { costs[$0] < costs[$1] }) { append(candidates[best]) }
      }
    }

    /// At most two characters that stand whole from `index` on, or the end of the line.
    private func wholeCharacters(from index: Int) -> [UInt32] {
      var scalars: [UInt32] = []
      var index = index
      if index >= bytes.count { return [0x0A] }
      while scalars.count < 2, byte(index) >= 0xE0, byte(index) < 0xF0, byte(index + 1) & 0xC0 == 0x80,
        byte(index + 2) & 0xC0 == 0x80
      {
        scalars.append(Decoding.scalar(bytes[index], bytes[index + 1], bytes[index + 2]))
        index += 3
      }
      return scalars
    }

    private func cost(_ scalar: UInt32, before behind: [UInt32], _ document: DocumentModel) -> Int {
      var (context, brackets) = (context, brackets)
      var cost = unusualMemberCost(scalar)
      for scalar in [scalar] + behind { cost += brackets.read(scalar) + context.read(token(scalar), told: document) }
      return cost
    }

    private mutating func lose(_ count: Int) -> Int {
      bad += count
      append(0xFFFD)
      return 1
    }

    /// The scalar of three bytes of UTF-8.
    private static func scalar(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
      UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    }

    private var isProbe: Bool {
      if case .probe = purpose { return true }
      return false
    }

    private mutating func append(_ scalar: UInt32) {
      if isProbe { return }
      text.append(scalar: scalar)
      context.read(token(scalar))
      _ = brackets.read(scalar)
    }
  }
}
