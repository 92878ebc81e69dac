/// The number that a heading or an enumerated point begins with.
package struct PrintedNumber: Sendable, Hashable {
  /// The level of a heading with such a number: 一、 is 2, （一） is 3, 1. is 4, （1） and ① are 5.
  package let level: Int
  /// The number of scalars of `Line.folded` that it takes, with its mark and the white space behind it.
  package let length: Int
}

/// The number that a line begins with; `nil` when it begins with none.
///
/// Damage of mirrors is seen through: a junk comma before the mark (一,、), a doubled first character (三三、 ((三)), a
/// bracket that is missing on one side is not. 2020年 and 1.5 are no printed numbers.
package func printedNumber(of line: Line) -> PrintedNumber? { printedNumber(of: line.folded) }

/// The same for a text in folded form.
func printedNumber(of folded: [UInt32]) -> PrintedNumber? {
  var reader = NumberReader(text: folded)
  return reader.bracketed() ?? reader.ordinal() ?? reader.plain()
}

private struct NumberReader {
  let text: [UInt32]
  var index = 0

  init(text: [UInt32]) { self.text = text }

  /// （一） 3, （1） 5, with a mark behind the bracket or not; ① 5.
  mutating func bracketed() -> PrintedNumber? {
    index = 0
    if let first = text.first, (0x2460...0x2473).contains(first) || (0x2474...0x2487).contains(first) {
      index = 1
      return finish(level: 5)
    }
    guard skip("("), skipWhile({ $0 == 0x28 }) >= 0 else { return nil }
    skipSpaces()
    let han = skipWhile(isHanNumeral)
    let digits = han == 0 ? skipWhile(isDigit) : 0
    guard (1...4).contains(han) || (1...2).contains(digits) else { return nil }
    skipSpaces()
    guard skip(")") else { return nil }
    _ = skip("、")
    return finish(level: han > 0 ? 3 : 5)
  }

  /// 第一部分、 第一章 at level 2.
  mutating func ordinal() -> PrintedNumber? {
    index = 0
    guard skip("第"), (1...3).contains(skipWhile(isHanNumeral)), skip("部") && skip("分") || skip("章") else { return nil }
    _ = skip("、") || skip(":")
    return finish(level: 2)
  }

  /// 一、 2 and 1、 4, with 、 or a full stop or a comma as mark.
  mutating func plain() -> PrintedNumber? {
    index = 0
    let han = skipWhile(isHanNumeral)
    if (1...4).contains(han) { return skipMark(afterDigits: false) ? finish(level: 2) : nil }
    guard (1...2).contains(skipWhile(isDigit)), skipMark(afterDigits: true) else { return nil }
    if index < text.count, isDigit(text[index]), text[index - 1] != 0x3001 { return nil }
    return finish(level: 4)
  }

  private mutating func skipMark(afterDigits: Bool) -> Bool {
    skipSpaces()
    let junk = skipWhile { $0 == 0x2C }
    skipSpaces()
    if skip("、") { return true }
    if junk > 0 { return !afterDigits && junk == 1 }
    if skip(".") { return true }
    return afterDigits && index < text.count && skip(")")
  }

  private mutating func finish(level: Int) -> PrintedNumber? {
    skipSpaces()
    return PrintedNumber(level: level, length: index)
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard index < text.count, text[index] == character.value else { return false }
    index += 1
    return true
  }

  private mutating func skipSpaces() { _ = skipWhile { $0 == 0x20 } }

  @discardableResult
  private mutating func skipWhile(_ condition: (UInt32) -> Bool) -> Int {
    let start = index
    while index < text.count, condition(text[index]) { index += 1 }
    return index - start
  }

}

func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

/// 一二三四五六七八九十〇百
private func isHanNumeral(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x3007, 0x767E: true
  default: false
  }
}
