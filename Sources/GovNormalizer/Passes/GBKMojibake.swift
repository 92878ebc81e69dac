import GovEncoding

extension RepairPass {
  /// Class 15: 鏀垮簻淇℃伅 → 政府信息; 锟斤拷 → U+FFFD.
  ///
  /// **Cause.** UTF-8 was decoded as GBK: three bytes became one and a half characters. Where a byte had no partner, or a
  /// pair no character, bytes are lost. 锟斤拷 is what two U+FFFD become on this way.
  ///
  /// **Known by** characters that are hardly ever met side by side, and a run that is UTF-8 again in four bytes of five
  /// when it is encoded back.
  ///
  /// **Undone** by encoding it back. A "?" is a byte that is missing at the end of a character, or 80, which begins no
  /// pair of GBK, with the byte behind it: the language model chooses among the 64 that the last byte may have been, by
  /// what stands on both sides. Where two bytes follow that have lost their lead, it went with the 80 before them. A line
  /// that ends with a mark of 、's block ends with 。. What cannot be read becomes U+FFFD, and a finding.
  static let gbkMojibake = RepairPass(
    name: "gbk-mojibake",
    cause: "UTF-8 bytes had been read as GBK.",
    diagnosis: { evidence in
      let count = evidence.counts.gbkRuns
      return count == 0 ? nil : Diagnosis(count: count, confidence: 0.97)
    },
    changes: { text, evidence, _ in GBKMojibake.changes(text, document: evidence.document) })
}

enum GBKMojibake {
  /// The runs and what they are; without a document's own words, what is lost is not chosen but left out as U+FFFD.
  static func changes(_ text: ByteText, document: DocumentModel?) -> [Change] {
    var changes: [Change] = []
    var bytes: [UInt8] = []
    var index = 0
    while index < text.count {
      guard text[index] >= 0x80 else {
        index += 1
        continue
      }
      let run = GBKMojibake.run(text, at: index, document: document, &bytes)
      if let decoded = run.decoded { changes.append(Change(index..<run.end, decoded)) }
      index = max(run.end, index + text.scalar(at: index).length)
    }
    return changes
  }

  /// Whether a run may begin at `index`: three rare characters within the next six, or 锟斤拷.
  static func mayBegin(_ text: ByteText, at index: Int) -> Bool {
    var position = index
    var rare = 0
    for _ in 0..<6 {
      let scalar = text.scalar(at: position)
      if Han.range.contains(scalar.value), Han.cost(scalar.value) >= rarity { rare += 1 }
      position += scalar.length
    }
    return rare >= 3 || text.has("锟斤拷", at: index)
  }

  /// 1 in 60,000 characters (4 ln 60,000).
  static let rarity = 44

  /// The run of non-ASCII characters and question marks from `index` on, and what it is when it is encoded back; `bytes`
  /// is room for its bytes.
  private static func run(
    _ text: ByteText, at index: Int, document: DocumentModel?, _ bytes: inout [UInt8]
  ) -> (end: Int, decoded: [UInt8]?) {
    bytes.removeAll(keepingCapacity: true)
    var end = index
    while end < text.count, text[end] != 0x0A {
      let scalar = text.scalar(at: end)
      if scalar.value == 0x3F || scalar.value == 0xFFFD {
        bytes.append(lost)
      } else if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if scalar.value == 0x20AC {
        bytes += isPair(text, behind: end + scalar.length) ? [0xA2, 0xE3] : [0x80]
      } else if let value = Unicode.Scalar(scalar.value),
        let pair = GB18030.pair(for: value)
      {
        bytes.append(pair.lead)
        bytes.append(pair.trail)
      } else {
        break
      }
      end += scalar.length
    }
    guard Decoding(bytes, .probe).isUTF8 else { return (end, nil) }
    return (end, Decoding(bytes, document.map { .repair($0) } ?? .evidence).text)
  }

  /// Whether a € before `index` is the pair A2E3 of GB 18030 and not the byte 80 of code page 936: then a character
  /// goes on behind it.
  private static func isPair(_ text: ByteText, behind index: Int) -> Bool {
    let next = text.scalar(at: index).value
    if next == 0x3F || next == 0xFFFD { return true }
    guard let value = Unicode.Scalar(next), let pair = GBK.pair(for: value) else { return false }
    return pair.lead & 0xC0 == 0x80
  }

  /// The scalar of three bytes of UTF-8.
  private static func scalar(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
  }

  /// Stands for a byte that is lost; UTF-8 never has it.
  private static let lost: UInt8 = 0xFF

  /// The bytes of a run, read as UTF-8 with holes.
  private struct Decoding {
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
        append(bytes[index..<index + length].withUnsafeBufferPointer { ByteText($0).scalar(at: 0).value })
        good += length
        return length
      }
      guard length == 3 else { return lose(known) + known - 1 }
      return readTorn(at: index, known: known)
    }

    /// Reads a character of three bytes of which only the first `known` are there.
    private mutating func readTorn(at index: Int, known: Int) -> Int {
      let next = index + known
      let isTorn = byte(next) == lost
      guard known == 2 || isTorn else { return lose(known) + known - 1 }
      good += known
      if known == 1, byte(next + 1) & 0xC0 == 0x80 {
        append(GBKMojibake.scalar(bytes[index], 0x80, byte(next + 1)))
        return 3
      }
      if known == 2, isTorn, byte(next + 1) & 0xC0 == 0x80, byte(next + 2) & 0xC0 == 0x80 {
        append(GBKMojibake.scalar(bytes[index], bytes[index + 1], 0x80))
        choose(leads.map { GBKMojibake.scalar($0, byte(next + 1), byte(next + 2)) }, before: next + 3)
        good += 2
        return 5
      }
      if known == 2, isTorn, byte(next + 1) == lost {
        append(GBKMojibake.scalar(bytes[index], bytes[index + 1], 0x80))
        choose(leads.flatMap { lead in (0x80..<0xC0).map { GBKMojibake.scalar(lead, 0x80, $0) } }, before: next + 2)
        return 4
      }
      let base = GBKMojibake.scalar(bytes[index], known == 2 ? bytes[index + 1] : 0x80, 0x80)
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
        let costs = candidates.map { cost($0, before: behind, document) }
        if let best = costs.indices.min(by: { costs[$0] < costs[$1] }) { append(candidates[best]) }
      }
    }

    /// The tokens of at most two characters that stand whole from `index` on.
    private func wholeCharacters(from index: Int) -> [Token] {
      var tokens: [Token] = []
      var index = index
      if index >= bytes.count { return [edgeToken] }
      while tokens.count < 2, byte(index) >= 0xE0, byte(index) < 0xF0, byte(index + 1) & 0xC0 == 0x80,
        byte(index + 2) & 0xC0 == 0x80
      {
        tokens.append(token(GBKMojibake.scalar(bytes[index], bytes[index + 1], bytes[index + 2])))
        index += 3
      }
      return tokens
    }

    private func cost(_ scalar: UInt32, before behind: [Token], _ document: DocumentModel) -> Int {
      var (context, brackets) = (context, brackets)
      let first = token(scalar)
      var cost = brackets.read(first) + unusualMemberCost(scalar) + context.read(first, told: document)
      for token in behind { cost += brackets.read(token) + context.read(token, told: document) }
      return cost
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

    private mutating func append(_ scalar: UInt32) {
      if isProbe { return }
      text.append(scalar: scalar)
      context.read(token(scalar))
      _ = brackets.read(token(scalar))
    }
  }
}
