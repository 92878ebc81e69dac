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
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(Line.limit / 4)
    for scalar in all where !scalars.isEmpty || !isWhiteSpace(scalar) {
      scalars.append(scalar)
      if scalars.count > Line.limit { break }
    }
    self.isCut = isCut || scalars.count > Line.limit
    if scalars.count > Line.limit { scalars.removeLast() }
    while let last = scalars.last, isWhiteSpace(last) { scalars.removeLast() }
    self.scalars = scalars
    folded = scalars.map { fold($0) }
    compact = folded.contains(0x20) ? folded.filter { $0 != 0x20 } : folded
  }

  /// Whether there is nothing but white space.
  package var isEmpty: Bool { compact.isEmpty }

  /// Whether the text ends like a sentence or a part of one: 。 ！ ？ ； ： ， or a closing quotation mark after one.
  package var endsSentence: Bool {
    guard let last = compact.last(where: { !Line.closing.contains($0) }) else { return false }
    return isCut || isSentenceEnd(last)
  }

  /// The text of a part, without white space at its ends.
  func text(_ range: Range<Int>) -> String {
    var part = scalars[range].drop(while: isWhiteSpace)
    while let last = part.last, isWhiteSpace(last) { part.removeLast() }
    return String(String.UnicodeScalarView(part))
  }

  private static let closing = "”’」』)》".unicodeScalars.map(\.value)
}

/// Whether a character in folded form ends a sentence or a part of one.
func isSentenceEnd(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x3002, 0x21, 0x3F, 0x3B, 0x3A, 0x2C: true
  default: false
  }
}

/// Unicode's White_Space; asking a scalar for its properties takes ten times as long.
private func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
  default: false
  }
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

/// Many words to be searched at once: most characters of a line begin none of them.
struct LineWordList: Sendable {
  let words: [LineWord]
  /// For the low eight bits of a character whether a word begins with such a one.
  private let heads: [Bool]

  /// Words separated by spaces.
  init(_ list: String) {
    words = LineWord.list(list)
    var heads = [Bool](repeating: false, count: 256)
    for word in words { if let first = word.scalars.first { heads[Int(first & 255)] = true } }
    self.heads = heads
  }

  func mayBegin(with scalar: UInt32) -> Bool { heads[Int(scalar & 255)] }
}

extension [UInt32] {
  /// Whether one of the words stands anywhere.
  func hasAny(_ list: LineWordList) -> Bool {
    indices.contains { index in
      list.mayBegin(with: self[index]) && list.words.contains { has($0, at: index) }
    }
  }

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
