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
  /// pair of GBK, with the byte behind it: the language model chooses among the 64 that the last byte may have been.
  /// Where two bytes follow that have lost their lead, it went with the 80 before them. A line that ends with a mark of
  /// 、's block ends with 。. What cannot be read becomes U+FFFD, and a finding.
  static let gbkMojibake = RepairPass(
    name: "gbk-mojibake",
    cause: "UTF-8 bytes had been read as GBK.",
    diagnosis: { evidence in
      let count = evidence.counts.gbkRuns
      return count == 0 ? nil : Diagnosis(count: count, confidence: 0.97)
    },
    changes: { text, _, _ in
      var changes: [Change] = []
      var index = 0
      while index < text.count {
        guard text[index] >= 0x80 else {
          index += 1
          continue
        }
        let run = GBKMojibake.run(text, at: index)
        if let decoded = run.decoded { changes.append(Change(index..<run.end, decoded)) }
        index = max(run.end, index + text.scalar(at: index).length)
      }
      return changes
    })
}

enum GBKMojibake {
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

  /// The run of non-ASCII characters and question marks from `index` on, and what it is when it is encoded back.
  static func run(_ text: ByteText, at index: Int) -> (end: Int, decoded: [UInt8]?) {
    var bytes: [UInt8] = []
    var end = index
    while end < text.count, text[end] != 0x0A {
      let scalar = text.scalar(at: end)
      guard let value = Unicode.Scalar(scalar.value) else { break }
      if scalar.value == 0x3F || scalar.value == 0xFFFD {
        bytes.append(lost)
      } else if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if scalar.value == 0x20AC {
        bytes.append(0x80)
      } else if let pair = GBK.pair(for: value) ?? GB18030.pair(forPrivateUse: value) {
        bytes += [pair.lead, pair.trail]
      } else {
        break
      }
      end += scalar.length
    }
    return (end, Decoding(bytes, isProbe: true).isUTF8 ? Decoding(bytes, isProbe: false).text : nil)
  }

  /// The scalar of three bytes of UTF-8.
  private static func scalar(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
  }

  /// Stands for a byte that is lost; UTF-8 never has it.
  private static let lost: UInt8 = 0xFF

  /// The bytes of a run, read as UTF-8 with holes.
  private struct Decoding {
    private(set) var text: [UInt8] = []
    /// Whether bytes are only counted, which tells healthy text cheaply.
    private let isProbe: Bool
    private var good = 0
    private var bad = 0
    private var context = (edgeToken, edgeToken)

    init(_ bytes: [UInt8], isProbe: Bool) {
      self.isProbe = isProbe
      var index = 0
      while index < bytes.count { index += read(bytes, at: index) }
    }

    /// Whether four bytes of five are UTF-8.
    var isUTF8: Bool { good >= 6 && good >= 4 * bad }

    /// Reads one character; returns the number of its bytes.
    private mutating func read(_ bytes: [UInt8], at index: Int) -> Int {
      let byte = bytes[index]
      if byte < 0x80 {
        append(UInt32(byte))
        return 1
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard byte >= 0xC2, byte <= 0xF4 else { return lose(byte == lost ? 0 : 1) }
      var known = 1
      while known < length, index + known < bytes.count, bytes[index + known] & 0xC0 == 0x80 { known += 1 }
      if known == length {
        append(bytes[index..<index + length].withUnsafeBufferPointer { ByteText($0).scalar(at: 0).value })
        good += length
        return length
      }
      guard length == 3 else { return lose(known) + known - 1 }
      return readTorn(bytes, at: index, known: known)
    }

    /// Reads a character of three bytes of which only the first `known` are there.
    private mutating func readTorn(_ bytes: [UInt8], at index: Int, known: Int) -> Int {
      func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
      let isTorn = byte(known) == lost
      guard known == 2 || isTorn else { return lose(known) + known - 1 }
      good += known
      if known == 1, byte(2) & 0xC0 == 0x80 {
        append(GBKMojibake.scalar(byte(0), 0x80, byte(2)))
        return 3
      }
      if known == 2, isTorn, byte(3) & 0xC0 == 0x80, byte(4) & 0xC0 == 0x80 {
        append(GBKMojibake.scalar(byte(0), byte(1), 0x80))
        choose([0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF].map { GBKMojibake.scalar($0, byte(3), byte(4)) })
        good += 2
        return 5
      }
      let base = GBKMojibake.scalar(byte(0), known == 2 ? byte(1) : 0x80, 0x80)
      let isAtEnd = index + known + 1 >= bytes.count
      choose(base == 0x3000 && isAtEnd ? [0x3002] : (base..<base + 64).map { $0 })
      return known + (isTorn ? 1 : 0)
    }

    /// Appends the likeliest of the characters that a lost byte allows.
    private mutating func choose(_ candidates: [UInt32]) {
      if !isProbe, let best = candidates.min(by: { cost($0) < cost($1) }) { append(best) }
    }

    private func cost(_ scalar: UInt32) -> Int { LanguageModel.cost(context.0, context.1, token(scalar)) }

    private mutating func lose(_ count: Int) -> Int {
      bad += count
      append(0xFFFD)
      return 1
    }

    private mutating func append(_ scalar: UInt32) {
      guard !isProbe else { return }
      text.append(scalar: scalar)
      context = (context.1, token(scalar))
    }
  }
}
