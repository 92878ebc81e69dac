/// Which class of words follows which: behind a numeral a measure word, behind a preposition hardly ever a full stop.
///
/// A class is what jieba's tags call a part of speech, by their first letter; what is no Han character is a class of its
/// own. A character counts as the class of the words that it begins or ends most often. The classes that follow each
/// other were counted in this project's own prose.
enum WordClass {
  /// The number of a class, below 64.
  typealias Number = UInt8

  /// What it costs more, -4 ln P, than anywhere that a word of a class begins behind one that ends with `before`. With
  /// what the word costs anywhere it is never less than 0.
  @inline(__always)
  static func cost(of next: Number, behind before: Token) -> Int {
    Int(WordClassTable.transitions.utf8Start[Int(atEnd(before)) << 6 | Int(next)]) - even
  }

  /// The costs behind one token, found once for many questions.
  struct Row {
    private let digits: UnsafePointer<UInt8>

    @inline(__always)
    init(behind before: Token) { digits = WordClassTable.transitions.utf8Start + Int(atEnd(before)) << 6 }

    /// What `WordClass.cost` says.
    @inline(__always)
    func cost(of next: Number) -> Int { Int(digits[Int(next)]) - even }
  }

  /// The least cost of any token there.
  @inline(__always)
  static func leastCost(behind before: Token) -> Int { Int(WordClassTable.least.utf8Start[Int(atEnd(before))]) - even }

  /// The digit of a class that follows as often as anywhere.
  private static let even = 0x30 + 32

  /// The class of a word that begins with `token`.
  @inline(__always)
  static func atStart(_ token: Token) -> Number {
    token < 32 ? UInt8(token) : CharacterTable.classesAtStart.utf8Start[Int(token) - 0x4E00] &- 0x30
  }

  /// The class of a word that ends with `token`.
  @inline(__always)
  static func atEnd(_ token: Token) -> Number {
    token < 32 ? UInt8(token) : CharacterTable.classesAtEnd.utf8Start[Int(token) - 0x4E00] &- 0x30
  }
}
