/// A reading with a tone mark that has one of its two brackets: 數shù)據, 規(guī范, and ?shù) of a shifted run.
///
/// **Cause.** A mirror's reading of which a later replacement, or the end of a shifted run, took a bracket.
///
/// **Known by** the tone mark, a Chinese character or "?" on the side that has no bracket, and letters that are one
/// syllable. (nǐ hǎo) has both brackets and a space.
enum TornReading {
  /// Whether the bracket at `index` belongs to a torn reading.
  static func isTorn(_ text: ByteText, at index: Int) -> Bool {
    text[index] == 0x29 ? lacksOpening(text, before: index) : lacksClosing(text, behind: index)
  }

  private static func lacksOpening(_ text: ByteText, before index: Int) -> Bool {
    var start = index
    while index - start <= longest, isLetter(text.scalar(before: start).value) {
      start = text.scalar(before: start).start
    }
    let before = text.scalar(before: start)
    guard start < index, before.value == 0x3F || Han.range.contains(before.value),
      let written = WrittenPinyin.read(text, at: start)
    else { return false }
    return written.reading.isToned && written.end == index + 1
  }

  private static func lacksClosing(_ text: ByteText, behind index: Int) -> Bool {
    guard Han.range.contains(text.scalar(before: index).value) else { return false }
    var end = index + 1
    while end - index <= longest, isLetter(text.scalar(at: end).value) { end += text.scalar(at: end).length }
    guard end > index + 1, Han.range.contains(text.scalar(at: end).value) else { return false }
    let letters = Array(text.slice(index + 1..<end)) + [0x29]
    return letters.withText { WrittenPinyin.read($0, at: 0)?.reading.isToned ?? false }
  }

  /// The bytes of the longest syllable, zhuāng.
  private static let longest = 8

  /// Whether the scalar may be a letter of pinyin.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    0x61...0x7A ~= scalar || 0xE0...0x1DC ~= scalar
  }
}
