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
    guard let before = Annotation.annotated(text, before: index), let first = WrittenPinyin.read(text, at: index + 1),
      first.reading.reads(before.value), !Annotation.isHeadword(text, from: before.start, to: first.end)
    else { return nil }
    var end = first.end
    while text[end] == 0x28, let copy = WrittenPinyin.read(text, at: end + 1), copy.reading == first.reading {
      end = copy.end
    }
    range = index..<end
    isToned = first.reading.isToned
    isSpaced = text[end] == 0x20 && text[end + 1] >= 0x80
  }

  /// The Han character that the two GBK bytes before `index` make, and where the one begins that stands there.
  ///
  /// The machine does not see where characters end: C04B is 繩, and it also stands in 道 B5**C0** + K **4B**, so that 國道K812
  /// is shown as 國道K(shéng)812. Nothing is shifted there, since the ASCII character was a byte by itself before and after.
  static func annotated(_ text: ByteText, before index: Int) -> (value: UInt32, start: Int)? {
    let last = text.scalar(before: index)
    if Han.range.contains(last.value) { return (last.value, last.start) }
    guard 0x40..<0x7F ~= last.value, last.start > 0 else { return nil }
    let first = text.scalar(before: last.start)
    guard let scalar = Unicode.Scalar(first.value), let pair = GB18030.pair(for: scalar),
      let torn = GBK.scalar(lead: pair.trail, trail: UInt8(last.value)), Han.range.contains(torn.value)
    else { return nil }
    return (torn.value, first.start)
  }

  /// Whether the character stands alone with its reading, as in a dictionary: 行(háng).
  static func isHeadword(_ text: ByteText, from start: Int, to end: Int) -> Bool {
    !Han.range.contains(text.scalar(before: start).value) && text.scalar(before: start).value != 0x29
      && !Han.range.contains(text.scalar(at: end).value) && text[end] != 0x28
      && !(text[end] == 0x20 && Han.range.contains(text.scalar(at: end + 1).value))
      && start == lineStart(text, before: start)
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
