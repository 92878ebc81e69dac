import GovEncoding

/// One item of a text as it is shown, and the GBK bytes that a decoder must have read to show it.
struct ShownItem {
  /// The bytes of the UTF-8 text that the item covers.
  let range: Range<Int>
  /// The scalar that is shown; of several, the first.
  let scalar: UInt32
  /// What the decoder read.
  let bytes: Bytes
  /// Whether it may be a mark that was inserted between two bytes of the run, before what now shows as punctuation.
  private(set) var isJunk = false

  /// What a decoder read.
  enum Bytes {
    /// A pair.
    case pair(lead: UInt8, trail: UInt8)
    /// One byte below 81. Where NFKC folded the page, it may have been a full-width pair.
    case single(UInt8, folded: (lead: UInt8, trail: UInt8)?)
    /// One byte of 40–7E with a reading inserted behind it: the trail byte of a character that is read so.
    case annotated(UInt8, Pinyin)
    /// A lead byte whose value is unknown, shown as "?", with the ASCII byte behind it swallowed.
    case orphan(Swallowed)
    /// Nothing of GBK.
    case foreign
  }

  /// What a lead byte swallowed.
  enum Swallowed {
    /// The opening bracket of an inserted reading; the item covers the reading too.
    case annotation(Pinyin)
    /// The mark inserted before the punctuation that follows.
    case junk
    /// The ampersand of the entity that follows.
    case ampersand
    /// Something of the text itself: a digit, a space, a bracket, the "<" of a tag.
    case unknown
    /// Nothing: the decoder keeps what follows.
    case nothing
  }

  /// The item that begins at `index`.
  init(_ text: ByteText, at index: Int, display: Display) {
    let first = text.scalar(at: index)
    scalar = first.value
    let next = index + first.length
    if first.value == 0x3F || first.value == 0xFFFD {
      let (swallowed, end) = ShownItem.swallowed(text, at: next, display: display)
      range = index..<end
      bytes = .orphan(swallowed)
      return
    }
    if (0x40..<0x7F).contains(first.value), text[next] == 0x28, let written = WrittenPinyin.read(text, at: next + 1) {
      range = index..<written.end
      bytes = .annotated(UInt8(first.value), written.reading)
      return
    }
    range = index..<next
    bytes = ShownItem.bytes(of: first.value, isFolded: display.isFolded)
    isJunk = JunkEvidence.isCandidate(text[index]) && JunkEvidence.isPunctuation(text.scalar(at: next).value)
  }

  private static func bytes(of scalar: UInt32, isFolded: Bool) -> Bytes {
    if scalar < 0x80 { return .single(UInt8(scalar), folded: isFolded ? fullWidth(UInt8(scalar)) : nil) }
    if scalar == 0x20AC || scalar == 0x80 { return .single(0x80, folded: nil) }
    guard let value = Unicode.Scalar(scalar),
      let pair = GB18030.pair(for: value)
    else { return .foreign }
    return .pair(lead: pair.lead, trail: pair.trail)
  }

  /// What the orphan before `index` swallowed, and where its item ends. What was inserted belongs to it, swallowed or kept.
  private static func swallowed(_ text: ByteText, at index: Int, display: Display) -> (Swallowed, Int) {
    let letters = text[index] == 0x28 ? index + 1 : index
    if let written = WrittenPinyin.read(text, at: letters) {
      var end = written.end
      while text[end] == 0x28, let copy = WrittenPinyin.read(text, at: end + 1), copy.reading == written.reading {
        end = copy.end
      }
      return (.annotation(written.reading), end)
    }
    let next = text.scalar(at: index).value
    let isFoldedQuestion = next == 0x3F && Han.range.contains(text.scalar(at: index + 1).value)
    let isFoldedMark = display.isFolded && next != 0x3F && JunkEvidence.isFoldedPunctuation(next)
    // Where a decoder kept ASCII, what was inserted still stands behind U+FFFD.
    let isKept = display.keepsASCII && text[index - 1] != 0x3F
    if !isKept, JunkEvidence.isPunctuation(next) || isFoldedQuestion || isFoldedMark { return (.junk, index) }
    if text[index - 1] != 0x3F, isKeptJunk(text, at: index) { return (.junk, index + 1) }
    if display.keepsASCII { return (.nothing, index) }
    if text.has("nbsp;", at: index) || text.has("ldquo;", at: index) || text.has("rdquo;", at: index) {
      return (.ampersand, index)
    }
    return (.unknown, index)
  }

  /// Whether the comma that a mirror inserted before punctuation stands at `index`.
  static func isKeptJunk(_ text: ByteText, at index: Int) -> Bool {
    text[index] == 0x2C && JunkEvidence.isPunctuation(text.scalar(at: index + 1).value)
  }

  /// The pair of the full-width form that NFKC folds to `byte`.
  private static func fullWidth(_ byte: UInt8) -> (lead: UInt8, trail: UInt8)? {
    if byte == 0x20 { return (0xA1, 0xA1) }
    return byte > 0x20 && byte < 0x7F ? (0xA3, byte | 0x80) : nil
  }

  /// Where the bytes of `text` end that made the item what it is: a reading may begin behind it, an orphan is judged by
  /// two characters behind it, and a mark by the next one; never beyond the line.
  func endOfSight(_ text: ByteText) -> Int {
    switch bytes {
    case .pair, .foreign, .annotated: return range.upperBound
    case .single, .orphan: break
    }
    func isPastLine(_ index: Int) -> Bool { index >= text.count || text[index] == 0x0A }
    var seen = range.upperBound
    while seen - range.upperBound < 48, ShownItem.isLetterOrBracket(text[seen]), !isPastLine(seen) { seen += 1 }
    for _ in 0..<8 where !isPastLine(seen) { seen += 1 }
    return seen
  }

  /// Whether the byte may be part of a reading in brackets.
  private static func isLetterOrBracket(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || byte == 0x28 || byte == 0x29 || 0x80...0xBF ~= byte || 0xC3...0xC9 ~= byte
  }

  /// The last byte that the decoder read for it; `nil` when that is unknown.
  var lastByte: UInt8? {
    switch bytes {
    case .pair(_, let trail): trail
    case .single(let byte, let folded): folded?.trail ?? byte
    case .annotated(let byte, _): byte
    case .orphan, .foreign: nil
    }
  }
}
