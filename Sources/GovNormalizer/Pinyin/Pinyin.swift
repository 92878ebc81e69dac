/// One reading in pinyin: a syllable and its tone.
struct Pinyin: Sendable, Hashable {
  /// The number of the syllable in `PinyinTable`.
  let syllable: Int
  /// 1…4, 5 for a syllable that is written without a tone mark.
  let tone: Int

  /// Whether a tone mark is written.
  var isToned: Bool { tone < 5 }

  /// Whether `character` can be read so; a reading without tone mark fits every tone.
  func reads(_ character: UInt32) -> Bool {
    Pinyin.readings(of: character, contain: { $0.syllable == syllable && (tone == 5 || $0.tone == tone) })
  }

  /// Whether it is the reading that comes to mind first.
  func isFirstReading(of character: UInt32) -> Bool {
    var first: Pinyin?
    _ = Pinyin.readings(
      of: character,
      contain: {
        first = $0
        return true
      })
    return first.map { $0.syllable == syllable && (tone == 5 || $0.tone == tone) } ?? false
  }

  /// Whether one of the readings of `character` satisfies `condition`; the commonest reading comes first.
  private static func readings(of character: UInt32, contain condition: (Pinyin) -> Bool) -> Bool {
    guard Han.range.contains(character) else { return false }
    let index = Int(character - 0x4E00) * 3
    let start = sixBits(PinyinTable.index, at: index, count: 3)
    let end = sixBits(PinyinTable.index, at: index + 3, count: 3)
    for reading in start..<end {
      let code = sixBits(PinyinTable.readings, at: reading * 2, count: 2)
      if condition(Pinyin(syllable: code >> 3, tone: code & 7)) { return true }
    }
    return false
  }

  /// Makes a reading from lower-case ASCII letters, `v` for ü, and a tone; `nil` when there is no such syllable.
  init?(letters: WrittenPinyin.Letters, tone: Int) {
    var low = 0
    var high = PinyinTable.syllableCount
    while low < high {
      let middle = (low + high) / 2
      switch Pinyin.compare(letters, middle) {
      case 0:
        self.init(syllable: middle, tone: tone)
        return
      case ..<0: high = middle
      default: low = middle + 1
      }
    }
    return nil
  }

  private init(syllable: Int, tone: Int) {
    self.syllable = syllable
    self.tone = tone
  }

  /// Negative, 0 or positive as `letters` stand before, are, or stand after the syllable of that number.
  private static func compare(_ letters: WrittenPinyin.Letters, _ number: Int) -> Int {
    let start = number * PinyinTable.syllableWidth
    for offset in 0..<PinyinTable.syllableWidth {
      let written = offset < letters.count ? Int(letters[offset]) : 0x2E
      let listed = Int(PinyinTable.syllables.utf8Start[start + offset])
      if written != listed { return written - listed }
    }
    return letters.count > PinyinTable.syllableWidth ? 1 : 0
  }
}
