/// Numbers in Chinese characters that rest on characters which were chosen because bytes are lost.
///
/// Words say which character is likely, and nothing about figures: behind 一百九十 as well as behind 一百九十三 stands 件.
/// So a number is doubtful when one of its numerals was chosen, and also when a character beside it was: another numeral
/// may have stood there.
enum ChosenNumbers {
  /// How many numbers that a change leaves are doubtful.
  static func count(_ change: Change, in text: ByteText) -> Int {
    if change.chosen.isEmpty { return 0 }
    return change.replacement.withText { restored in
      var scan = Scan(behind: text.scalar(before: change.start).value)
      var chosen = change.chosen[...]
      var index = 0
      while index < restored.count {
        let scalar = restored.scalar(at: index)
        scan.read(scalar.value, isChosen: chosen.first == index)
        if chosen.first == index { chosen.removeFirst() }
        index += scalar.length
      }
      scan.finish(text, from: change.end)
      return scan.doubtful
    }
  }

  /// 一 … 十
  static func isNumeral(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: true
    default: false
    }
  }

  /// 零 〇 两 兩 百 千 万 萬 亿 億, which are part of a number beside other numerals.
  static func isPartOfNumber(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x96F6, 0x3007, 0x4E24, 0x5169, 0x767E, 0x5343, 0x4E07, 0x842C, 0x4EBF, 0x5104: true
    default: isNumeral(scalar)
    }
  }

  /// A walk over characters that counts doubtful numbers.
  private struct Scan {
    private(set) var doubtful = 0
    /// The number that the last characters are: how many there are of it, and whether one alone would be a number.
    private var length = 0
    private var isNumber = false
    private var isDoubtful = false
    private var wasChosen = false
    private var wasDigit = false

    /// A walk that begins behind a character.
    init(behind scalar: UInt32) { read(scalar, isChosen: false) }

    mutating func read(_ scalar: UInt32, isChosen: Bool) {
      if isPartOfNumber(scalar) {
        if length == 0 { isDoubtful = wasChosen }
        // 一 alone is part of a hundred words, 统一 and 一般; 万 behind 5 is none.
        isNumber = isNumber || length > 0 || wasDigit || isNumeral(scalar) && scalar != 0x4E00
        isDoubtful = isDoubtful || isChosen
        length += 1
      } else {
        end(isChosen)
      }
      (wasChosen, wasDigit) = (isChosen, 0x30...0x39 ~= scalar)
    }

    /// Reads the rest of a number behind the change, which ends with it.
    mutating func finish(_ text: ByteText, from index: Int) {
      var index = index
      while length > 0, length < 16, index < text.count {
        let scalar = text.scalar(at: index)
        read(scalar.value, isChosen: false)
        index += scalar.length
      }
      end(false)
    }

    /// Ends the number before a character that is no part of it.
    private mutating func end(_ isNextChosen: Bool) {
      if length > 0, isNumber, isDoubtful || isNextChosen { doubtful += 1 }
      (length, isNumber, isDoubtful) = (0, false, false)
    }
  }
}
