/// Which of （ “ 《 ‘ have been opened and not closed on a line, so that a guess closes what is open and nothing else.
struct OpenBrackets: Sendable, Hashable {
  /// A bit for each of （ “ 《 ‘, in this order.
  private var open: UInt8 = 0

  /// e to the third for closing what is open, e to the 6th against closing what is not, or opening it twice.
  private static let expected = -12
  private static let unexpected = 24

  /// Nothing is open.
  init() {}

  /// Reads a character; returns what it costs beyond what the language model says.
  @inline(__always)
  mutating func read(_ scalar: UInt32) -> Int { read(scalar, token(scalar)) }

  /// Reads a character that the language model counts as `token`; returns what it costs beyond what that says.
  @inline(__always)
  mutating func read(_ scalar: UInt32, _ token: Token) -> Int {
    10...15 ~= token ? readBracket(scalar, token) : 0
  }

  /// How much reading a token may lower the cost at most.
  static var greatestGain: Int { -expected }

  /// How much reading the token may lower the cost at most.
  static func greatestGain(of token: Token) -> Int { 10...15 ~= token && token & 1 == 1 ? -expected : 0 }

  private mutating func readBracket(_ scalar: UInt32, _ token: Token) -> Int {
    // A quotation within a quotation has its own marks.
    let isInner = scalar == 0x2018 || scalar == 0x2019
    let bit = isInner ? 1 << 3 : UInt8(1) << UInt8((token - 10) / 2)
    let isOpen = open & bit != 0
    guard token & 1 == 1 else {
      open |= bit
      return isOpen ? OpenBrackets.unexpected : 0
    }
    open &= ~bit
    return isOpen ? OpenBrackets.expected : OpenBrackets.unexpected
  }
}
