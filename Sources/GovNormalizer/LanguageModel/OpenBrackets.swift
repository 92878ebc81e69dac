/// Which of （ “ 《 have been opened and not closed on a line, so that a guess closes what is open and nothing else.
struct OpenBrackets: Sendable, Hashable {
  /// A bit for each of （ “ 《, in this order.
  private var open: UInt8 = 0

  /// How far back an opening is looked for, in bytes: a title or a quotation is shorter.
  private static let reach = 240
  /// e to the third for closing what is open, e to the 6th against closing what is not, or opening it twice.
  private static let expected = -12
  private static let unexpected = 24

  /// Nothing is open.
  init() {}

  /// What is open at `index` of a text.
  init(_ text: ByteText, before index: Int) {
    var start = index
    while start > 0, index - start < OpenBrackets.reach, text[start - 1] != 0x0A { start -= 1 }
    while start < index {
      let scalar = text.scalar(at: start)
      if scalar.value >= 0x2018 { _ = read(token(scalar.value)) }
      start += scalar.length
    }
  }

  /// Reads a token; returns what it costs beyond what the language model says.
  @inline(__always)
  mutating func read(_ token: Token) -> Int {
    10...15 ~= token ? readBracket(token) : 0
  }

  /// How much reading a token may lower the cost at most.
  static var greatestGain: Int { -expected }

  /// How much reading the token may lower the cost at most.
  static func greatestGain(of token: Token) -> Int { 10...15 ~= token && token & 1 == 1 ? -expected : 0 }

  private mutating func readBracket(_ token: Token) -> Int {
    let bit = UInt8(1) << UInt8((token - 10) / 2)
    let isOpen = open & bit != 0
    guard token & 1 == 1 else {
      open |= bit
      return isOpen ? OpenBrackets.unexpected : 0
    }
    open &= ~bit
    return isOpen ? OpenBrackets.expected : OpenBrackets.unexpected
  }
}
