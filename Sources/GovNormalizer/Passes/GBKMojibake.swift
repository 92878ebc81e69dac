import GovEncoding

extension RepairPass {
  /// Class 15: 鏀垮簻淇℃伅 → 政府信息; 锟斤拷 → U+FFFD.
  ///
  /// **Cause.** UTF-8 was decoded as GBK: three bytes became one and a half characters. Where a byte had no partner, or a
  /// pair no character, bytes are lost. 锟斤拷 is what two U+FFFD become on this way.
  ///
  /// **Known by** characters that are hardly ever met side by side, and a run that is UTF-8 again in four bytes of five
  /// when it is encoded back. Only characters of three bytes say so: 每周對鏈接 is valid UTF-8 too, of Cyrillic and Syriac
  /// letters.
  ///
  /// **Undone** by encoding it back. A byte that had no partner, a pair that has no character, and 80, which begins no
  /// pair, are lost in the way of the decoder (`TornEvidence`): a `TornCharacter` lists what the bytes that are left allow,
  /// and the language model chooses by what stands on both sides. A line that ends with a mark of 、's block ends with 。,
  /// and within a line `LostMark` helps to tell them. Where a decoder swallowed a byte below 40, a digit in most cases,
  /// and where nothing can be read, stands U+FFFD, and a finding.
  static let gbkMojibake = RepairPass(
    name: "gbk-mojibake",
    cause: "UTF-8 bytes had been read as GBK.",
    diagnosis: { evidence in
      let count = evidence.counts.gbkRuns
      return count == 0 ? nil : Diagnosis(count: count, confidence: 0.97)
    },
    changes: { text, evidence, _ in
      GBKMojibake.changes(text, by: evidence.torn.decoder, .repair(evidence.document)).changes
    })
}

enum GBKMojibake {
  /// The runs and what they are, and what they show of the decoder, which need not be known for that.
  static func changes(
    _ text: ByteText, by decoder: TornEvidence.Decoder = .swallowing, _ purpose: TornUTF8.Purpose
  ) -> (changes: [Change], torn: TornEvidence) {
    var changes: [Change] = []
    var torn = TornEvidence()
    forEachRun(text, 0..<text.count, by: .gbk(decoder), purpose) { range, decoding in
      guard let decoding else { return }
      changes.append(Change(range, decoding.text, chosen: decoding.chosen))
      torn.add(decoding.torn)
    }
    return (changes, torn)
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

  /// Whether some run of the line around `index` was read so, and where the line ends.
  static func searchLine(_ text: ByteText, around index: Int) -> (isRead: Bool, end: Int) {
    var (start, end) = (index, index)
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    while end < text.count, text[end] != 0x0A { end += 1 }
    var isRead = false
    forEachRun(text, start..<end, by: .gbk(.swallowing), .evidence) { isRead = isRead || $1 != nil }
    return (isRead, end)
  }

  /// Calls `body` with every run of a range, which ends with a line, and what it is when it is encoded back; `nil` where
  /// it is what it shows.
  private static func forEachRun(
    _ text: ByteText, _ range: Range<Int>, by decoder: TornUTF8.Decoder, _ purpose: TornUTF8.Purpose,
    _ body: (Range<Int>, TornUTF8?) -> Void
  ) {
    var bytes: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard text[index] >= 0x80 else {
        index += 1
        continue
      }
      let run = run(text, at: index, by: decoder, purpose, &bytes)
      body(index..<run.end, run.decoding)
      index = max(run.end, index + text.scalar(at: index).length)
    }
  }

  /// The run of non-ASCII characters and question marks from `index` on, and what it is when it is encoded back; `bytes`
  /// is room for its bytes.
  private static func run(
    _ text: ByteText, at index: Int, by decoder: TornUTF8.Decoder, _ purpose: TornUTF8.Purpose,
    _ bytes: inout [UInt8]
  ) -> (end: Int, decoding: TornUTF8?) {
    bytes.removeAll(keepingCapacity: true)
    var torn = TornEvidence()
    var end = index
    while end < text.count, text[end] != 0x0A {
      let scalar = text.scalar(at: end)
      if scalar.value == 0x3F || scalar.value == 0xFFFD {
        bytes.append(TornUTF8.lost)
        torn.questions += scalar.value == 0x3F ? 1 : 0
        torn.replacements += scalar.value == 0x3F ? 0 : 1
      } else if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if scalar.value == 0x20AC {
        let isPair = isPair(text, behind: end + scalar.length, bytes)
        bytes += isPair ? [0xA2, 0xE3] : [0x80]
        torn.euros += isPair ? 0 : 1
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
    guard TornUTF8(bytes, by: decoder, .probe).isUTF8 else { return (end, nil) }
    return (end, TornUTF8(bytes, by: decoder, purpose, torn))
  }

  /// Whether a € before `index` and behind `bytes` is the pair A2E3 of GB 18030 and not the byte 80 of code page 936: A2 ends
  /// a character, and the one that E3 begins goes on behind it.
  private static func isPair(_ text: ByteText, behind index: Int, _ bytes: [UInt8]) -> Bool {
    let needsTwo = bytes.last.map { 0xE0..<0xF0 ~= $0 } ?? false
    let isBehindLostLead = bytes.count > 1 && bytes.last == TornUTF8.lost && bytes[bytes.count - 2] & 0xC0 == 0x80
    if needsTwo || isBehindLostLead { return false }
    let next = text.scalar(at: index).value
    if next == 0x3F || next == 0xFFFD { return true }
    guard let value = Unicode.Scalar(next), let pair = GBK.pair(for: value) else { return false }
    return pair.lead & 0xC0 == 0x80
  }
}
