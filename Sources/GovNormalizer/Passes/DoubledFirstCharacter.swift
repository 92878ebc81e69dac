extension RepairPass {
  /// Class 8: 自自然人 → 自然人; 三三、 → 三、; ((三) → (三).
  ///
  /// **Cause.** A mirror writes the first character of some text nodes twice.
  ///
  /// **Known by** a text (a paragraph, a cell, what follows a cell rule) that begins with the same character twice, where
  /// the single form is an enumerator or begins a word and the doubled form is no word. 天天, 人人, 三三制, 往往 and 层层
  /// are words; digits are never touched. Where three texts begin so, it is the document's habit, and any character will
  /// do without which the text is likelier, by more than the habit is rare: 公公安机关, 一一是, but not 人人参与, and not
  /// 清清楚楚. 市市场监管局 is what a city calls its office, so that takes a document in which most texts are doubled.
  ///
  /// **Undone** by evidence: the first of the two goes.
  static let doubledFirstCharacter = RepairPass(
    name: "doubled-first-character",
    cause: "A mirror wrote the first character of the text twice.",
    diagnosis: { evidence in
      let count = evidence.doublesFirst ? evidence.counts.doubledStarts : evidence.counts.doubledFirst
      return count == 0 ? nil : Diagnosis(count: count, confidence: count > 1 ? 0.95 : 0.8)
    },
    changes: { text, evidence, _ in
      var changes: [Change] = []
      let rarity = evidence.rarityOfDoubling
      var index = 0
      while index < text.count {
        if DoubledFirstCharacter.isDoubled(text, at: index, rarity: rarity) {
          let first = DoubledFirstCharacter.firstInk(text, from: index)
          changes.append(Change(first..<first + text.scalar(at: first).length))
        }
        repeat { index += 1 } while index < text.count && !DoubledFirstCharacter.isStart(text, index)
      }
      return changes
    })
}

extension Evidence {
  /// Whether the mirror doubles first characters as a habit.
  var doublesFirst: Bool { counts.doubledFirst >= 2 && counts.doubledStarts >= 3 }

  /// How much rarer than others texts are of which the mirror doubled the first character, as -4 ln; negative where most
  /// are, `nil` where it is no habit. Words that are a character twice are left out, since who knows; and four healthy
  /// texts are taken for granted, since few texts prove little.
  fileprivate var rarityOfDoubling: Int? {
    guard doublesFirst else { return nil }
    let starts = counts.starts - counts.wordsTwice
    let doubled = counts.doubledStarts - counts.wordsTwice
    func cost(of count: Int) -> Int {
      DocumentModel.cost(of: UInt32(clamping: count), in: UInt32(clamping: starts + 4))
    }
    return cost(of: max(1, doubled)) - cost(of: starts - doubled + 4)
  }
}

enum DoubledFirstCharacter {
  /// Whether a text begins at `index`: at the start, behind a line feed, or behind the rule between two cells.
  static func isStart(_ text: ByteText, _ index: Int) -> Bool {
    let before = text[index - 1]
    return index == 0 || before == 0x0A || before == 0x7C || before == 0x09
  }

  /// The index of the first scalar that is no white space.
  static func firstInk(_ text: ByteText, from index: Int) -> Int {
    var position = index
    while position < text.count {
      let scalar = text.scalar(at: position)
      guard scalar.value == 0x20 || scalar.value == 0x3000 || scalar.value == 0xA0 else { break }
      position += scalar.length
    }
    return position
  }

  /// Whether the text that begins at `index` begins with the same Han character or bracket twice.
  static func isTwice(_ text: ByteText, at index: Int) -> Bool {
    let start = firstInk(text, from: index)
    let first = text.scalar(at: start)
    return first.value == text.scalar(at: start + first.length).value && mayBeDoubled(first.value)
  }

  /// Whether a mirror doubles such a character: a Han character or an opening bracket.
  static func mayBeDoubled(_ scalar: UInt32) -> Bool { Han.range.contains(scalar) || isOpening(scalar) }

  /// Whether the text that begins at `index` has its first character twice by accident; `rarity` says how
  /// rare that is in the document, `nil` that it is no habit.
  static func isDoubled(_ text: ByteText, at index: Int, rarity: Int?) -> Bool {
    let start = firstInk(text, from: index)
    let first = text.scalar(at: start)
    let second = text.scalar(at: start + first.length)
    guard first.value == second.value, first.value > 0x20 else { return false }
    let third = text.scalar(at: start + 2 * first.length)
    guard third.value != first.value else { return false }
    let fourth = text.scalar(at: start + 2 * first.length + third.length)
    if isOpening(first.value) {
      return (first.value != 0x28 || isEnumerated(third.value, fourth.value))
        && !isClosedTwice(text, first.value, from: start)
    }
    let isListed = third.value == 0x3001 || third.value == 0x2C && fourth.value == 0x3001
    if isListed, ChosenNumbers.isNumeral(first.value) { return true }
    if isUnit(first.value), rarity ?? 1 > 0 { return false }
    if let rarity, Han.range.contains(first.value) {
      if third.value == fourth.value { return false }
      let needed = LanguageModel.isWordTwice(token(first.value)) ? gainOfWord : gainOfOther
      return gain(text, first.value, before: start + 2 * first.length) >= rarity + needed
    }
    if ChosenNumbers.isNumeral(first.value) { return false }
    return beginsWord(first.value, third.value)
  }

  /// （ ( 《 “ 【 〔
  private static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0xFF08, 0x300A, 0x201C, 0x3010, 0x3014: true
    default: false
    }
  }

  /// Whether the text closes as many brackets as it opens: 《《诗经》注》 is healthy.
  private static func isClosedTwice(_ text: ByteText, _ opening: UInt32, from start: Int) -> Bool {
    let closing: UInt32 = opening == 0x28 ? 0x29 : opening == 0x201C ? 0x201D : opening + 1
    var depth = 0
    var index = start
    while index < text.count, index == start || !isStart(text, index) {
      let scalar = text.scalar(at: index)
      depth += scalar.value == opening ? 1 : scalar.value == closing ? -1 : 0
      index += scalar.length
    }
    return depth <= 0
  }

  /// 省 州 市 盟 县 縣 区 區 旗 镇 鎮 乡 鄉 村 社 校 院 局 站 所 厂 廠, which a name may follow that begins likewise.
  private static func isUnit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7701, 0x5DDE, 0x5E02, 0x76DF, 0x53BF, 0x7E23, 0x533A, 0x5340, 0x65D7, 0x9547, 0x93AE, 0x4E61, 0x9109, 0x6751,
      0x793E, 0x6821, 0x9662, 0x5C40, 0x7AD9, 0x6240, 0x5382, 0x5EE0:
      true
    default: false
    }
  }

  private static func isEnumerated(_ third: UInt32, _ fourth: UInt32) -> Bool {
    (ChosenNumbers.isNumeral(third) || 0x30...0x39 ~= third)
      && (fourth == 0x29 || fourth == 0xFF09 || ChosenNumbers.isNumeral(fourth) || 0x30...0x39 ~= fourth)
  }

  /// How much likelier a text is without the first of its first two characters, as -4 ln: what follows 人人 goes on by
  /// itself, what follows 公公 in 公公安机关 is the second half of 公安.
  private static func gain(_ text: ByteText, _ first: UInt32, before rest: Int) -> Int {
    var (once, twice) = (LanguageModel.Context.lineStart, LanguageModel.Context.lineStart)
    var gain = twice.read(token(first))
    gain += twice.read(token(first)) - once.read(token(first))
    var position = rest
    for _ in 0..<3 where position < text.count && text[position] != 0x0A {
      let scalar = text.scalar(at: position)
      gain += twice.read(token(scalar.value)) - once.read(token(scalar.value))
      position += scalar.length
    }
    return gain
  }

  /// How much likelier a text must be without its first character where every other text is doubled: e to the 5th where
  /// the two are a word, e cubed where they are none that is known.
  private static let gainOfWord = 19
  private static let gainOfOther = 11

  /// Whether the character begins a word with what follows, and is no word with itself.
  private static func beginsWord(_ first: UInt32, _ third: UInt32) -> Bool {
    guard Han.range.contains(first), Han.range.contains(third) else { return false }
    let (one, next) = (token(first), token(third))
    guard let word = LanguageModel.pairCost(one, next), word <= pairLimit, !LanguageModel.isWordTwice(one) else {
      return false
    }
    return (LanguageModel.pairCost(one, one) ?? Int.max) - word >= margin
  }

  /// 1 in 400: the character is followed by the next one at least so often (4 ln 400).
  private static let pairLimit = 24
  /// How much likelier what follows must be than the same character again: e squared.
  private static let margin = 8
}
