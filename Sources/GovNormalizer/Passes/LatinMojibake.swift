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
  /// **Undone** exactly: the characters are the bytes.
  static let latinMojibake = RepairPass(
    name: "latin-mojibake",
    cause: "GBK or UTF-8 bytes had been read as Latin letters.",
    diagnosis: { evidence in
      let count = evidence.counts.latinRuns
      return count == 0 ? nil : Diagnosis(count: count, confidence: 0.99)
    },
    changes: { text, _, _ in
      var changes: [Change] = []
      var index = 0
      while index < text.count {
        guard let run = LatinMojibake.run(text, at: index) else {
          index += text[index] < 0x80 ? 1 : text.scalar(at: index).length
          continue
        }
        if let decoded = run.decoded { changes.append(Change(index..<run.end, decoded)) }
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
  }

  /// Whether a run may begin at the character of C2 or C3 at `index`: two of them side by side.
  static func mayBegin(_ text: ByteText, at index: Int) -> Bool {
    let next = text.scalar(at: index + 2).value
    return text[index + 2] >= 0x80 && byte(of: next) != nil
  }

  /// The run that begins with the non-ASCII character at `index`; `nil` when it is no byte.
  static func run(_ text: ByteText, at index: Int) -> Run? {
    guard text[index] >= 0x80, byte(of: text.scalar(at: index).value) != nil else { return nil }
    var bytes: [UInt8] = []
    var end = index
    while end < text.count, text[end] != 0x0A {
      let scalar = text.scalar(at: end)
      guard let byte = byte(of: scalar.value) else { break }
      bytes.append(byte)
      end += scalar.length
    }
    return Run(end: end, decoded: decoded(bytes))
  }

  /// The byte that Windows-1252 or Latin-1 shows as this character.
  static func byte(of scalar: UInt32) -> UInt8? {
    if scalar < 0x100 { return UInt8(scalar) }
    // Most of a text is beyond the last of them.
    if scalar > 0x2122 { return nil }
    for (offset, character) in windows.enumerated() where character == scalar { return UInt8(0x80 + offset) }
    return nil
  }

  /// What Windows-1252 shows for 80…9F, 0 where it shows nothing. Source: WHATWG Encoding Standard, index windows-1252.
  private static let windows: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// The UTF-8 of what the bytes are; `nil` when they are Latin text after all.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(where: { $0 >= 0xC0 && $0 != 0xD7 && $0 != 0xF7 }) else { return nil }
    if bytes.withUnsafeBufferPointer({ firstInvalidUTF8(in: $0) }) == nil {
      return bytes.withText { isChinese($0) } ? bytes : again(bytes)
    }
    guard let text = decodedGBK(bytes), text.withText({ isChinese($0) }) else { return nil }
    return text
  }

  /// UTF-8 that is Latin text is decoded once more.
  private static func again(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(where: { $0 >= 0xC2 }) else { return nil }
    return bytes.withText { text in
      var inner: [UInt8] = []
      var index = 0
      while index < text.count {
        let scalar = text.scalar(at: index)
        guard let byte = byte(of: scalar.value) else { return nil }
        inner.append(byte)
        index += scalar.length
      }
      guard inner.count < bytes.count, inner.withUnsafeBufferPointer({ firstInvalidUTF8(in: $0) }) == nil,
        inner.withText({ isChinese($0) })
      else { return nil }
      return inner
    }
  }

  /// The bytes as GBK; `nil` when a pair is torn.
  private static func decodedGBK(_ bytes: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        text.append(bytes[index])
        index += 1
      } else {
        guard index + 1 < bytes.count, let scalar = GBK.scalar(lead: bytes[index], trail: bytes[index + 1]) else {
          return nil
        }
        text.append(scalar: scalar.value)
        index += 2
      }
    }
    return text
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
