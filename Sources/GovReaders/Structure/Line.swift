/// A line or block of text, prepared for the rules of this folder: they all look at the same folded form.
///
/// Folding is for matching only: full-width letters, digits and punctuation become ASCII, the traditional
/// characters become simplified, every white space becomes a space. It is one scalar
/// for one, so a place in `folded` is the same place in `scalars`. A long text is cut: no rule needs more.
package struct Line: Sendable {
  /// The text as it stands, without white space at its ends; at most `Line.limit` scalars of it.
  package let scalars: [Unicode.Scalar]
  /// The same in folded form.
  package let folded: [UInt32]
  /// The folded form without white space.
  package let compact: [UInt32]
  /// Whether the text goes on behind the limit.
  package let isCut: Bool

  /// The largest number of scalars that a line holds.
  package static let limit = 400

  /// Prepares a text in UTF-8.
  package init(_ utf8: ArraySlice<UInt8>) {
    let head = utf8.prefix(4 * Line.limit + 64)
    self.init(scalars: String(decoding: head, as: UTF8.self).unicodeScalars, isCut: head.count < utf8.count)
  }

  /// Prepares a text.
  package init(_ text: String) {
    self.init(scalars: text.unicodeScalars, isCut: false)
  }

  private init(scalars all: String.UnicodeScalarView, isCut: Bool) {
    var scalars = Array(all.drop { $0.properties.isWhitespace }.prefix(Line.limit + 1))
    self.isCut = isCut || scalars.count > Line.limit
    if scalars.count > Line.limit { scalars.removeLast() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    self.scalars = scalars
    folded = scalars.map { fold($0) }
    compact = folded.filter { $0 != 0x20 }
  }

  /// Whether there is nothing but white space.
  package var isEmpty: Bool { compact.isEmpty }

  /// Whether the text ends like a sentence or a part of one: 。 ！ ？ ； ： ， or a closing quotation mark after one.
  package var endsSentence: Bool {
    guard let last = compact.last(where: { !Line.closing.contains($0) }) else { return false }
    return isCut || Line.sentenceEnds.contains(last)
  }

  /// The text of a part, without white space at its ends.
  func text(_ range: Range<Int>) -> String {
    var part = scalars[range].drop { $0.properties.isWhitespace }
    while part.last?.properties.isWhitespace == true { part.removeLast() }
    return String(String.UnicodeScalarView(part))
  }

  static let sentenceEnds = Set("。!?;:,".unicodeScalars.map(\.value))
  private static let closing = Set("”’」』)》".unicodeScalars.map(\.value))
}

/// A word in folded form, for searching lines.
struct LineWord: Sendable, ExpressibleByStringLiteral {
  let scalars: [UInt32]

  init(stringLiteral value: String) { self.init(value) }

  init(_ word: String) { scalars = word.unicodeScalars.map { fold($0) } }

  /// Words separated by spaces.
  static func list(_ words: String) -> [LineWord] {
    words.split(separator: " ").map { LineWord(String($0)) }
  }
}

extension [UInt32] {
  /// Whether the word stands at an index.
  func has(_ word: LineWord, at index: Int) -> Bool {
    guard index + word.scalars.count <= count else { return false }
    for (offset, scalar) in word.scalars.enumerated() where self[index + offset] != scalar { return false }
    return true
  }

  /// Where the word stands first, `nil` when nowhere.
  func first(_ word: LineWord, from start: Int = 0) -> Int? {
    guard let head = word.scalars.first, start + word.scalars.count <= count else { return nil }
    for index in start...(count - word.scalars.count) where self[index] == head && has(word, at: index) {
      return index
    }
    return nil
  }

  /// Whether one of the words stands anywhere.
  func hasAny(_ words: [LineWord]) -> Bool { words.contains { first($0) != nil } }

  /// The length of the longest of the words that stands at an index, 0 when none does.
  func longest(_ words: [LineWord], at index: Int) -> Int {
    words.reduce(0) { has($1, at: index) ? Swift.max($0, $1.scalars.count) : $0 }
  }
}
