extension RepairPass {
  /// Class 13, first half: characters that show nothing.
  ///
  /// **Cause.** Word, editors and copy protection leave U+200B, U+FEFF, U+00AD and bidirectional controls in a text.
  ///
  /// **Known by** themselves: none of them carries meaning in Chinese prose. U+200D between emoji and U+200C in Persian or
  /// Indic words do, so joiners go only beside Han characters, punctuation or spaces.
  ///
  /// **Undone** exactly: they go, and are counted. They go early, for they may stand inside a reading.
  static let invisibleCharacters = RepairPass(
    name: "invisible-characters",
    cause: "A character that shows nothing.",
    diagnosis: { evidence in
      let count = evidence.counts.invisible
      return count == 0 ? nil : Diagnosis(count: count, confidence: 1)
    },
    changes: { text, _, _ in
      InvisibleCharacters.removals(text) { scalar, range in InvisibleCharacters.goes(scalar, text, range) }
    })

  /// Class 13, second half: private-use characters, which show what only their font knows.
  ///
  /// **Cause.** Icon fonts, and the user area of GBK.
  ///
  /// **Known by** their code points.
  ///
  /// **Undone** exactly: they go, and are counted. Inside a shifted run they name a pair of bytes, so the passes for those
  /// runs come before this one.
  static let privateUse = RepairPass(
    name: "private-use",
    cause: "A character that shows something only with a font that the page does not have.",
    diagnosis: { evidence in
      let count = evidence.counts.privateUse
      return count == 0 ? nil : Diagnosis(count: count, confidence: 1)
    },
    changes: { text, _, _ in
      InvisibleCharacters.removals(text) { scalar, _ in InvisibleCharacters.isPrivateUse(scalar) }
    })
}

enum InvisibleCharacters {
  /// The changes that remove every scalar that satisfies `condition`, which none of ASCII does nor any that begins with the
  /// bytes E3…ED, as most of a text does.
  static func removals(_ text: ByteText, where condition: (UInt32, Range<Int>) -> Bool) -> [Change] {
    var changes: [Change] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard byte >= 0xC2, byte < 0xE3 || byte > 0xED else {
        index += byte >= 0xE3 ? 3 : 1
        continue
      }
      let scalar = text.scalar(at: index)
      let range = index..<min(text.count, index + scalar.length)
      if condition(scalar.value, range) { changes.append(Change(range)) }
      index = range.upperBound
    }
    return changes
  }

  /// Whether the scalar shows nothing: soft hyphen, zero width, byte order mark, bidirectional controls.
  static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF: true
    default: false
    }
  }

  /// Whether the scalar is of one of the private-use areas.
  static func isPrivateUse(_ scalar: UInt32) -> Bool {
    0xE000...0xF8FF ~= scalar || scalar >= 0xF0000
  }

  /// Whether the scalar in `range` is to be removed there.
  static func goes(_ scalar: UInt32, _ text: ByteText, _ range: Range<Int>) -> Bool {
    guard isInvisible(scalar) else { return false }
    guard scalar == 0x200C || scalar == 0x200D else { return true }
    return isPlain(text.scalar(before: range.lowerBound).value) || isPlain(text.scalar(at: range.upperBound).value)
  }

  /// Whether a joiner beside the scalar joins nothing.
  private static func isPlain(_ scalar: UInt32) -> Bool {
    scalar < 0x250 || 0x3000...0xA4CF ~= scalar || 0xFF00...0xFFEF ~= scalar || isInvisible(scalar)
  }
}
