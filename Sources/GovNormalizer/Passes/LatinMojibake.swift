import GovEncoding

extension RepairPass {
  /// Class 16: Õþ¸®ÐÅÏ¢ → 政府信息; æ”¿åºœ, and the same once more: Ã¦â€\u{9D}Â¿ → 政府.
  ///
  /// **Cause.** GBK or UTF-8 was decoded as Latin-1 or Windows-1252, where every byte is a character; UTF-8 sometimes
  /// twice.
  ///
  /// **Known by** a run of such characters and ASCII, two of them or more, that is valid UTF-8 or GBK and becomes
  /// ordinary Chinese. café, naïve, Größe and ×××× do not.
  ///
  /// **Undone** exactly: the characters are the bytes. Where Windows-1252 has no character for a byte of UTF-8, and where a
  /// page lost the no-break space A0 or the soft hyphen AD, the language model chooses among those few.
  static let latinMojibake = RepairPass(
    name: "latin-mojibake",
    cause: "GBK or UTF-8 bytes had been read as Latin letters.",
    diagnosis: { evidence in
      let count = evidence.counts.latinRuns
      return count == 0 ? nil : Diagnosis(count: count, confidence: 0.99)
    },
    changes: { text, evidence, _ in
      var changes: [Change] = []
      var index = 0
      while index < text.count {
        guard let run = LatinMojibake.run(text, at: index, evidence.document) else {
          index += text[index] < 0x80 ? 1 : text.scalar(at: index).length
          continue
        }
        if let decoded = run.decoded { changes.append(Change(index..<run.end, decoded, chosen: run.chosen)) }
        index = run.end
      }
      return changes
    })
}

enum LatinMojibake {
  /// A run of characters that are bytes of Windows-1252 or Latin-1.
  struct Run {
    /// One past its last byte.
    let end: Int
    /// What it is in the right encoding; `nil` when it is what it shows.
    let decoded: [UInt8]?
    /// Where in that characters begin that were chosen.
    var chosen: [Int] = []
  }

  /// Whether a run may begin at the character of C2 or C3 at `index`: two of them side by side.
  static func mayBegin(_ text: ByteText, at index: Int) -> Bool {
    let next = text.scalar(at: index + 2).value
    return text[index + 2] >= 0x80 && Windows1252.byte(shownAs: next) != nil
  }

  /// The run that begins with the non-ASCII character at `index`; `nil` when it is no byte.
  static func run(_ text: ByteText, at index: Int, _ document: DocumentModel) -> Run? {
    guard text[index] >= 0x80, Windows1252.byte(shownAs: text.scalar(at: index).value) != nil else { return nil }
    var bytes: [UInt8] = []
    var end = index
    while end < text.count, text[end] != 0x0A {
      let scalar = text.scalar(at: end)
      guard let byte = scalar.value == 0xFFFD ? TornUTF8.lost : Windows1252.byte(shownAs: scalar.value) else { break }
      bytes.append(byte)
      end += scalar.length
    }
    if let decoded = decoded(bytes) { return Run(end: end, decoded: decoded) }
    let restored = restored(bytes, document)
    return Run(end: end, decoded: restored?.text, chosen: restored?.chosen ?? [])
  }

  /// The UTF-8 of what the bytes are; `nil` when they are Latin text after all.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(where: { $0 >= 0xC0 && $0 != 0xD7 && $0 != 0xF7 }) else { return nil }
    if bytes.withUnsafeBufferPointer({ firstInvalidUTF8(in: $0) }) == nil {
      return bytes.withText { isChinese($0) } ? bytes : again(bytes)
    }
    guard let text = decodedGBK(bytes), text.withText({ isChinese($0) }) else { return nil }
    return text
  }

  /// The bytes as UTF-8 of which some are lost; `nil` when they are no Chinese.
  private static func restored(_ bytes: [UInt8], _ document: DocumentModel) -> TornUTF8? {
    let bytes = withSigns(bytes)
    let decoder = TornUTF8.Decoder.singleBytes(missing: missing)
    guard TornUTF8(bytes, by: decoder, .probe).isUTF8 else { return nil }
    let restored = TornUTF8(bytes, by: decoder, .repair(document))
    return restored.text.withText { isChinese($0) } ? restored : nil
  }

  /// The bytes with the sign of a lost one for every "?", and A0 for every space, that stands inside a character.
  private static func withSigns(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var awaited = 0
    for index in bytes.indices {
      if 0xE0..<0xF0 ~= bytes[index] {
        awaited = 2
      } else if awaited > 0 {
        if bytes[index] == 0x3F { bytes[index] = TornUTF8.lost }
        if bytes[index] == 0x20 { bytes[index] = 0xA0 }
        awaited = bytes[index] < 0x80 ? 0 : awaited - 1
      }
    }
    return bytes
  }

  /// The bytes for which Windows-1252 has no character, and the soft hyphen, which pages do not show.
  private static let missing = Windows1252.unassigned + [0xAD]

  /// UTF-8 that is Latin text is decoded once more.
  private static func again(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(where: { $0 >= 0xC2 }) else { return nil }
    return bytes.withText { text in
      var inner: [UInt8] = []
      var index = 0
      while index < text.count {
        let scalar = text.scalar(at: index)
        guard let byte = Windows1252.byte(shownAs: scalar.value) else { return nil }
        inner.append(byte)
        index += scalar.length
      }
      guard inner.count < bytes.count, inner.withUnsafeBufferPointer({ firstInvalidUTF8(in: $0) }) == nil,
        inner.withText({ isChinese($0) })
      else { return nil }
      return inner
    }
  }

  /// The bytes as GBK, of which a lost one is chosen among the few; `nil` when a pair is torn.
  private static func decodedGBK(_ bytes: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    var context = LanguageModel.Context.lineStart
    var index = 0
    while index < bytes.count {
      var scalar = UInt32(bytes[index])
      if scalar >= 0x80 {
        guard index + 1 < bytes.count, let likeliest = likeliest(bytes[index], bytes[index + 1], behind: context) else {
          return nil
        }
        scalar = likeliest
        index += 1
      }
      index += 1
      text.append(scalar: scalar)
      context.read(token(scalar))
    }
    return text
  }

  /// The character of a pair, or the likeliest where a byte of it is lost; `nil` when it has none.
  private static func likeliest(_ lead: UInt8, _ trail: UInt8, behind context: LanguageModel.Context) -> UInt32? {
    let leads = lead == TornUTF8.lost ? missing : [lead]
    let trails = trail == TornUTF8.lost ? missing : [trail]
    let scalars = leads.flatMap { lead in trails.compactMap { GBK.scalar(lead: lead, trail: $0)?.value } }
    if scalars.count < 2 { return scalars.first }
    let costs = scalars.map { unusualMemberCost($0) + Int(context.cost(token($0)).cost) }
    return costs.indices.min { costs[$0] < costs[$1] }.map { scalars[$0] }
  }

  /// Whether the text is ordinary Chinese: two different characters of it at least, more than half ordinary, and of
  /// five at most one that is hardly ever met.
  private static func isChinese(_ text: ByteText) -> Bool {
    var ordinary = 0
    var known = 0
    var other = 0
    var first: UInt32?
    var differs = false
    var index = 0
    while index < text.count {
      let scalar = text.scalar(at: index)
      index += scalar.length
      if scalar.value < 0x80 { continue }
      let isMark = 0x3000...0x303F ~= scalar.value || 0xFF00...0xFF5E ~= scalar.value || 0x2010...0x2026 ~= scalar.value
      if Han.kind(scalar.value).contains(.ordinary) {
        ordinary += 1
        differs = differs || first.map { $0 != scalar.value } ?? false
        first = first ?? scalar.value
      } else if Han.kind(scalar.value).contains(.known) {
        known += 1
      } else if !isMark {
        other += 1
      }
    }
    return differs && ordinary > known + other && ordinary + known >= 4 * other
  }
}
