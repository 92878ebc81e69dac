extension RepairPass {
  /// Class 13: characters that show nothing, and private ones that show what only their font knows.
  ///
  /// **Cause.** Word, editors and copy protection leave U+200B, U+FEFF, U+00AD and bidirectional controls in a text; icon
  /// fonts and the user area of GBK become private-use characters.
  ///
  /// **Known by** themselves: none of them carries meaning in Chinese prose. U+200D between emoji and U+200C in Persian or
  /// Indic words do, so joiners go only beside Han characters, punctuation or spaces.
  ///
  /// **Undone** exactly: they go, and are counted. A private-use character inside a shifted run names a pair of bytes; the
  /// pass for those runs before this one.
  static let invisibleCharacters = RepairPass(
    name: "invisible-characters",
    cause: "A character that shows nothing, or only with a font that the page does not have.",
    diagnosis: { evidence in
      let count = evidence.counts.invisible + evidence.counts.privateUse
      return count == 0 ? nil : Diagnosis(count: count, confidence: 1)
    },
    changes: { text, _ in
      var changes: [Change] = []
      var index = 0
      while index < text.count {
        let byte = text[index]
        guard byte >= 0xC2 else {
          index += 1
          continue
        }
        let scalar = text.scalar(at: index)
        if InvisibleCharacters.goes(scalar.value, text, at: index, length: scalar.length) {
          changes.append(Change(index..<index + scalar.length))
        }
        index += scalar.length
      }
      return changes
    })
}

enum InvisibleCharacters {
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

  /// Whether the scalar at `index` is to be removed there.
  static func goes(_ scalar: UInt32, _ text: ByteText, at index: Int, length: Int) -> Bool {
    if isPrivateUse(scalar) { return true }
    guard isInvisible(scalar) else { return false }
    guard scalar == 0x200C || scalar == 0x200D else { return true }
    return isPlain(text.scalar(before: index).value) || isPlain(text.scalar(at: index + length).value)
  }

  /// Whether a joiner beside the scalar joins nothing.
  private static func isPlain(_ scalar: UInt32) -> Bool {
    scalar < 0x250 || 0x3000...0xA4CF ~= scalar || 0xFF00...0xFFEF ~= scalar || isInvisible(scalar)
  }
}
