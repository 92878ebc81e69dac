/// Pinyin as it is written in a text: letters, one of which may carry a tone mark, up to a closing bracket.
enum WrittenPinyin {
  /// Reads `letters)` from `index` on.
  ///
  /// - Returns: The reading and the index after the bracket; `nil` when something else stands there.
  static func read(_ text: ByteText, at index: Int) -> (reading: Pinyin, end: Int)? {
    var letters = Letters()
    var tone = 5
    var position = index
    while letters.count <= 6 {
      let scalar = text.scalar(at: position)
      position += scalar.length
      if scalar.value == 0x29 {
        return Pinyin(letters: letters, tone: tone).map { ($0, position) }
      }
      guard let letter = letter(scalar.value) else { return nil }
      if letter.tone < 5 {
        guard tone == 5 else { return nil }
        tone = letter.tone
      }
      letters.append(letter.base)
    }
    return nil
  }

  /// At most eight plain letters, in one word: a text has many brackets, and most hold no reading.
  struct Letters {
    private var bytes: UInt64 = 0
    private(set) var count = 0

    /// Adds a letter.
    mutating func append(_ letter: UInt8) {
      bytes |= UInt64(letter) << UInt64(8 * count)
      count += 1
    }

    /// The letter at a place, less than `count`.
    subscript(place: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt64(8 * place)) }
  }

  /// The plain letter behind a letter of pinyin and its tone, 5 without a mark; ü is `v`.
  private static func letter(_ scalar: UInt32) -> (base: UInt8, tone: Int)? {
    if scalar >= 0x61 && scalar <= 0x7A { return (UInt8(scalar), 5) }
    switch scalar {
    case 0x101: return (0x61, 1)
    case 0xE1: return (0x61, 2)
    case 0x1CE: return (0x61, 3)
    case 0xE0: return (0x61, 4)
    case 0x113: return (0x65, 1)
    case 0xE9: return (0x65, 2)
    case 0x11B: return (0x65, 3)
    case 0xE8: return (0x65, 4)
    case 0x12B: return (0x69, 1)
    case 0xED: return (0x69, 2)
    case 0x1D0: return (0x69, 3)
    case 0xEC: return (0x69, 4)
    case 0x14D: return (0x6F, 1)
    case 0xF3: return (0x6F, 2)
    case 0x1D2: return (0x6F, 3)
    case 0xF2: return (0x6F, 4)
    case 0x16B: return (0x75, 1)
    case 0xFA: return (0x75, 2)
    case 0x1D4: return (0x75, 3)
    case 0xF9: return (0x75, 4)
    case 0x1D6: return (0x76, 1)
    case 0x1D8: return (0x76, 2)
    case 0x1DA: return (0x76, 3)
    case 0x1DC: return (0x76, 4)
    case 0xFC: return (0x76, 5)
    case 0xEA: return (0x65, 5)
    case 0x251: return (0x61, 5)
    case 0x261: return (0x67, 5)
    case 0x144: return (0x6E, 2)
    case 0x148: return (0x6E, 3)
    case 0x1F9: return (0x6E, 4)
    default: return nil
    }
  }
}
