import GovEncoding

/// A reading in brackets behind its character, as the mirrors' machine writes it.
struct Annotation {
  /// The bytes to remove: all copies of the bracket, and the space when the mirror adds one.
  let range: Range<Int>
  /// Whether it carries a tone mark.
  let isToned: Bool
  /// Whether the range ends with a space.
  let isSpaced: Bool

  /// The annotation whose first bracket stands at `index`; `nil` when that is none.
  init?(_ text: ByteText, at index: Int) {
    // A copy belongs to the first one: read from each of them, a row of copies would take the square of its length.
    guard text[index - 1] != 0x29, let first = WrittenPinyin.read(text, at: index + 1) else { return nil }
    var end = first.end
    while text[end] == 0x28, let copy = WrittenPinyin.read(text, at: end + 1), copy.reading == first.reading {
      end = copy.end
    }
    guard let before = Annotation.annotated(text, around: index..<end, first.reading),
      !Annotation.isHeadword(text, from: before.start, to: first.end)
    else { return nil }
    range = index..<end
    isToned = first.reading.isToned
    isSpaced = text[end] == 0x20 && text[end + 1] >= 0x80
  }

  /// A character that has a reading behind it.
  struct Annotated {
    let value: UInt32
    /// Where the character before the brackets begins.
    let start: Int
    /// Whether it stands across two others.
    let isTorn: Bool
  }

  /// The Han character that the reading in the brackets reads; `nil` when it reads none.
  ///
  /// The machine does not see where characters end. C04B is 繩, and it also stands in 道 B5**C0** + K **4B**, so that 國道K812
  /// is shown as 國道K(shéng)812; nothing is shifted there, since the ASCII character was a byte by itself before and after.
  /// 94B5 is 數, and it stands in 當 AE**94** + 的 **B5**C4; 當(shù)的 is what a decoder makes of that which puts
  /// insertions before the pairs that they tore.
  static func annotated(
    _ text: ByteText, around brackets: Range<Int>, _ reading: Pinyin
  ) -> Annotated? {
    let last = text.scalar(before: brackets.lowerBound)
    if last.value >= 0x80 {
      if Han.range.contains(last.value), reading.reads(last.value) {
        return Annotated(value: last.value, start: last.start, isTorn: false)
      }
      guard let second = pair(of: text.scalar(at: brackets.upperBound).value)?.lead else { return nil }
      return torn(last, second, read: reading)
    }
    guard 0x40..<0x7F ~= last.value, last.start > 0 else { return nil }
    let first = text.scalar(before: last.start)
    return torn(first, UInt8(last.value), read: reading)
  }

  /// The Han character of that reading that the last byte of a character and the byte behind it make.
  private static func torn(
    _ first: (value: UInt32, start: Int), _ second: UInt8, read reading: Pinyin
  ) -> Annotated? {
    guard let trail = pair(of: first.value)?.trail, let torn = GBK.scalar(lead: trail, trail: second)?.value,
      Han.range.contains(torn), reading.reads(torn)
    else { return nil }
    return Annotated(value: torn, start: first.start, isTorn: true)
  }

  private static func pair(of scalar: UInt32) -> (lead: UInt8, trail: UInt8)? {
    Unicode.Scalar(scalar).flatMap { GB18030.pair(for: $0) }
  }

  /// Whether the character stands alone with its reading, as in a dictionary: 行(háng).
  static func isHeadword(_ text: ByteText, from start: Int, to end: Int) -> Bool {
    !Han.range.contains(text.scalar(before: start).value) && text.scalar(before: start).value != 0x29
      && !Han.range.contains(text.scalar(at: end).value) && text[end] != 0x28
      && !(text[end] == 0x20 && Han.range.contains(text.scalar(at: end + 1).value))
      && !opensQuotation(text.scalar(at: end).value)
      && start == lineStart(text, before: start)
  }

  /// “ ‘ 《 「, with which a sentence goes on.
  private static func opensQuotation(_ scalar: UInt32) -> Bool {
    scalar == 0x201C || scalar == 0x2018 || scalar == 0x300A || scalar == 0x300C
  }

  private static func lineStart(_ text: ByteText, before index: Int) -> Int {
    index == 0 || text[index - 1] == 0x0A ? index : -1
  }

  /// The changes that remove every annotation that satisfies `condition`.
  static func removals(_ text: ByteText, where condition: (Annotation) -> Range<Int>?) -> [Change] {
    var changes: [Change] = []
    var index = 0
    while true {
      index = text.firstIndex(of: 0x28, or: 0x28, from: index)
      if index >= text.count { return changes }
      if let annotation = Annotation(text, at: index), let range = condition(annotation) {
        changes.append(Change(range))
        index = annotation.range.upperBound
      } else {
        index += 1
      }
    }
  }
}
