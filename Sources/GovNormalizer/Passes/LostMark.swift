/// Whether a mark of which the last byte is lost was 。 or 、, both E3 80 and a third byte, by the lengths around it.
///
/// What stands next to the mark says little: a sentence may begin with any word that an enumeration goes on with. But
/// sentences are long and the items of an enumeration short, and the last two are joined by 和. The weights are a logistic
/// regression over the marks of this project's own prose, with up to four sentences a line.
struct LostMark {
  /// 。
  static let stop: UInt32 = 0x3002
  /// 、
  static let pause: UInt32 = 0x3001

  /// The characters since the last 。 ！ ？ ； or the start of the line, and since the last mark of any kind.
  private var sinceSentence = 0
  private var sinceMark = 0
  /// The characters up to the next mark, and what that is.
  private var untilMark = 0
  private var next = Next.end
  /// Whether the mark before is 、, and whether a word that joins two items stands before the next one.
  private var isBehindPause = false
  private var isJoined = false

  /// What a mark is followed by.
  private enum Next { case comma, torn, pause, stop, colon, end }

  /// The mark behind `before`, which is UTF-8, and in front of what stands from `index` on, UTF-8 with holes.
  init(behind before: [UInt8], bytes: [UInt8], from index: Int) {
    before.withText { readBefore($0) }
    readBehind(bytes, from: index)
  }

  /// Whether both marks are among what may have stood there.
  static func isOpen(_ candidates: [TornCharacter.Candidate]) -> Bool {
    candidates.contains { $0.first == stop } && candidates.contains { $0.first == pause }
  }

  /// How much likelier 。 is than 、, three quarters of 4 ln of it: the language model knows some of this as well.
  var gain: Int {
    let lengths = 4 * min(40, sinceSentence) + 11 * min(8, sinceMark) + 17 * min(8, untilMark)
    return 3 * (lengths - weight - (isBehindPause ? 42 : 0) - (isJoined ? 54 : 0)) / 32
  }

  private var weight: Int {
    switch next {
    case .comma: 261
    case .torn: 318
    case .pause: 299
    case .stop: 348
    case .colon: 106
    case .end: 175
    }
  }

  private mutating func readBefore(_ text: ByteText) {
    var index = text.count
    var isMarkSeen = false
    while sinceSentence < 40, index > 0 {
      let last = text.scalar(before: index)
      switch token(last.value) {
      case 4, 6, 8, 9, edgeToken: return
      case 5:
        isBehindPause = isBehindPause || !isMarkSeen
        isMarkSeen = true
      case 3, 7: isMarkSeen = true
      default: break
      }
      sinceSentence += 1
      if !isMarkSeen { sinceMark += 1 }
      index = last.start
    }
  }

  /// How many characters are searched for the next mark: without a bound a long line takes the square of its length.
  private static let farthest = 200

  private mutating func readBehind(_ bytes: [UInt8], from start: Int) {
    for index in bytes[start...].indices where bytes[index] & 0xC0 != 0x80 && bytes[index] != TornUTF8.lost {
      if let mark = LostMark.mark(bytes, at: index) {
        next = mark
        return
      }
      untilMark += 1
      if untilMark == LostMark.farthest { return }
      isJoined = isJoined || LostMark.joins(bytes, at: index)
    }
  }

  /// Whether 和 及 与 或 or 等 begins at `index`.
  private static func joins(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 2 < bytes.count else { return false }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE5, 0x92, 0x8C), (0xE5, 0x8F, 0x8A), (0xE4, 0xB8, 0x8E), (0xE6, 0x88, 0x96), (0xE7, 0xAD, 0x89): return true
    default: return false
    }
  }

  /// The mark that begins at `index`; `nil` when none does.
  private static func mark(_ bytes: [UInt8], at index: Int) -> Next? {
    if bytes[index] == 0x0A { return .end }
    guard index + 2 < bytes.count else { return nil }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE3, 0x80, 0x81): return .pause
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9F): return .stop
    case (0xE3, 0x80, let third) where third & 0xC0 != 0x80: return .torn
    case (0xEF, 0xBC, 0x8C): return .comma
    case (0xEF, 0xBC, 0x9A): return .colon
    default: return nil
    }
  }
}
