/// Dates that have lost 年, 月 or 日: 20219月26日, 2021年926日, 截至2021926，.
///
/// **Cause.** A mirror drops characters that its table does not know. The digits on both sides grow together.
///
/// **Known by** the grammar of dates: no month has five digits, no day three, and no number with seven or eight that begins
/// with a year and goes on with a month and a day stands between 截至 and a comma. Where a leading zero stands (20210926)
/// the date was written so. It is never undone: which digits are the month is a guess.
enum MissingDateMarks {
  /// Whether the digits that begin at `index` are such a date. The byte before them is no digit.
  static func begin(_ text: ByteText, at index: Int) -> Bool {
    var end = index
    while end - index <= 9, isDigit(text[end]) { end += 1 }
    switch end - index {
    case 3...4: return followsYear(text, index) && text.has("日", at: end) && isMonthAndDay(text, index..<end)
    case 5...6: return isYear(text, index) && text.has("月", at: end) && isMonth(text, index + 4..<end)
    case 7...8: return isYear(text, index) && isMonthAndDay(text, index + 4..<end) && isDate(text, index..<end)
    default: return false
    }
  }

  /// Whether what stands around seven or eight digits says that they are a date.
  private static func isDate(_ text: ByteText, _ range: Range<Int>) -> Bool {
    if text.has("日", at: range.upperBound) { return true }
    let before: [StaticString] = ["截至", "截止", "自", "于", "从", "至", "到"]
    let behind: [StaticString] = ["，", "、", "。", "；", ",", "起", "止", "前", "以来", "至"]
    return before.contains { text.has($0, at: range.lowerBound - $0.utf8CodeUnitCount) }
      && behind.contains { text.has($0, at: range.upperBound) }
  }

  private static func followsYear(_ text: ByteText, _ index: Int) -> Bool {
    text.has("年", at: index - 3) && isYear(text, index - 7) && !isDigit(text[index - 8])
  }

  private static func isYear(_ text: ByteText, _ index: Int) -> Bool {
    (text.has("19", at: index) || text.has("20", at: index)) && isDigit(text[index + 2]) && isDigit(text[index + 3])
  }

  /// Whether the digits can be divided into a month and a day, neither of which begins with 0.
  private static func isMonthAndDay(_ text: ByteText, _ range: Range<Int>) -> Bool {
    (1...2).contains { length in
      let middle = range.lowerBound + length
      return middle < range.upperBound && isMonth(text, range.lowerBound..<middle)
        && isNumber(text, middle..<range.upperBound, upTo: 31)
    }
  }

  private static func isMonth(_ text: ByteText, _ range: Range<Int>) -> Bool { isNumber(text, range, upTo: 12) }

  private static func isNumber(_ text: ByteText, _ range: Range<Int>, upTo limit: Int) -> Bool {
    guard range.count <= 2, text[range.lowerBound] != 0x30 else { return false }
    return range.reduce(0) { $0 * 10 + Int(text[$1]) - 0x30 } <= limit
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
