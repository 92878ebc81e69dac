/// What is known about single characters: script, frequency, simplified form.
///
/// The table covers U+4E00…U+9FFF; everything else is "not Han" here. (Rarer ideographs occur in names and are never
/// evidence of anything.)
enum Han {
  /// The characters that the tables cover.
  static let range: ClosedRange<UInt32> = 0x4E00...0x9FFF

  /// What kind of character it is; see `Kind`.
  @inline(__always)
  static func kind(_ scalar: UInt32) -> Kind {
    guard range.contains(scalar) else { return [] }
    return Kind(rawValue: CharacterTable.kinds.utf8Start[Int(scalar - 0x4E00)] &- 0x30)
  }

  /// The simplified form; the character itself when it has none of its own.
  static func simplified(_ scalar: UInt32) -> UInt32 {
    guard range.contains(scalar) else { return scalar }
    return 0x4E00 + UInt32(sixBits(CharacterTable.simplified, at: Int(scalar - 0x4E00) * 3, count: 3))
  }

  /// -4 ln of its frequency, 63 for the rarest; both scripts are counted together.
  static func cost(_ scalar: UInt32) -> Int {
    guard range.contains(scalar) else { return 63 }
    return Int(CharacterTable.costs.utf8Start[Int(scalar - 0x4E00)]) - 0x30
  }

  /// -4 ln of how often a word begins with it; 63 for the rarest.
  @inline(__always)
  static func costAtStart(_ scalar: UInt32) -> Int {
    guard range.contains(scalar) else { return 63 }
    return Int(CharacterTable.initials.utf8Start[Int(scalar - 0x4E00)]) - 0x30
  }

  /// -4 ln of how often a word that begins with the character is that character alone.
  @inline(__always)
  static func costAlone(_ scalar: UInt32) -> Int {
    guard range.contains(scalar) else { return 0 }
    return Int(CharacterTable.alone.utf8Start[Int(scalar - 0x4E00)]) - 0x30
  }

  /// The kinds of a character.
  struct Kind: OptionSet, Sendable {
    let rawValue: UInt8
    /// Only traditional text has it: 規.
    static let traditionalOnly = Kind(rawValue: 1)
    /// Only simplified text has it: 规.
    static let simplifiedOnly = Kind(rawValue: 2)
    /// Ordinary in running text.
    static let ordinary = Kind(rawValue: 4)
    /// Met now and then; what is not even that is hardly ever meant.
    static let known = Kind(rawValue: 8)
    /// Likely enough to be tried where a byte is lost: somewhat rarer than ordinary, or met in official prose.
    static let likely = Kind(rawValue: 16)
  }
}

/// The number written as `count` six-bit digits, 0x30 + value each, from `offset` on.
@inline(__always)
func sixBits(_ digits: StaticString, at offset: Int, count: Int) -> Int {
  var value = 0
  for index in 0..<count { value = value << 6 | (Int(digits.utf8Start[offset + index]) - 0x30) }
  return value
}
