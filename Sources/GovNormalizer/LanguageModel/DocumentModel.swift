/// How often tokens follow each other in the document itself.
///
/// A page repeats its names and its turns of phrase, and most of them stand somewhere without damage. What the language
/// model cannot know (松原岭市, the name of a project) is chosen by what the rest of the page says. Gathered only where
/// runs were shifted; the shifted text itself is counted too and does no harm, since no hypothesis looks like it.
struct DocumentModel: Sendable {
  /// Keys of pairs and triples and their counts, a table with open addressing; a key is never 0.
  private var keys: [UInt64] = []
  private var numbers: [UInt32] = []
  private var used = 0
  /// A bit for each pair, by its hash, so that most questions are answered without the table.
  private var pairs: [UInt64] = []

  /// About the pairs and triples of 60,000 characters; what comes later in a longer text is not counted.
  private static let limit = 1 << 16
  private static let capacity = 1 << 17
  private static let filterBits: UInt64 = 1 << 20

  /// Whether no more is counted.
  var isFull: Bool { used >= DocumentModel.limit }

  /// Whether nothing has been counted.
  var isEmpty: Bool { used == 0 }

  /// Counts the runs of Han characters of a text.
  mutating func observe(_ text: ByteText) {
    if isFull { return }
    if keys.isEmpty { prepare() }
    var (first, second): (Token, Token) = (0, 0)
    var index = 0
    while index < text.count {
      let scalar = text.scalar(at: index)
      index += scalar.length
      guard Han.range.contains(scalar.value) else {
        (first, second) = (0, 0)
        continue
      }
      let next = token(scalar.value)
      count(DocumentModel.key(0, 0, next))
      if second != 0 {
        count(DocumentModel.key(0, second, next))
        mark(second, next)
      }
      if first != 0 { count(DocumentModel.key(first, second, next)) }
      (first, second) = (second, next)
    }
  }

  /// -4 ln of how often `next` follows the two tokens, or the second of them, in the document; `nil` when it never does.
  @inline(__always)
  func cost(_ first: Token, _ second: Token, _ next: Token) -> Int? {
    mayFollow(second, next) ? countedCost(first, second, next) : nil
  }

  /// Whether `next` may stand behind `second` in the document; it does not where this says no.
  @inline(__always)
  func mayFollow(_ second: Token, _ next: Token) -> Bool {
    !pairs.isEmpty && next >= 32 && second >= 32 && isMarked(second, next)
  }

  /// How often `next` stands behind `second` in the document.
  func count(_ second: Token, _ next: Token) -> UInt32 {
    mayFollow(second, next) ? number(DocumentModel.key(0, second, next)) : 0
  }

  private func countedCost(_ first: Token, _ second: Token, _ next: Token) -> Int? {
    // A triple is counted only where its last two tokens have been.
    let pair = number(DocumentModel.key(0, second, next))
    guard pair > 0 else { return nil }
    let triple = number(DocumentModel.key(first, second, next))
    if triple > 0 {
      let pair = number(DocumentModel.key(0, first, second))
      return DocumentModel.triplePrice + DocumentModel.cost(of: triple, in: pair + 1)
    }
    return DocumentModel.pairPrice + DocumentModel.cost(of: pair, in: number(DocumentModel.key(0, 0, second)) + 2)
  }

  /// The least that `cost` is.
  static var leastCost: Int { triplePrice }

  /// What it costs to trust the document, so that the language model decides where it knows better: e to the 1.25 for
  /// three characters in a row, e squared for two.
  private static let triplePrice = 5
  private static let pairPrice = 8

  /// -4 ln (part / whole), by halvings: 4 ln 2 is 2.8. No part at all costs as much as one.
  static func cost(of part: UInt32, in whole: UInt32) -> Int {
    var cost = 0
    var part = max(1, part)
    while part < whole {
      if part * 2 > whole { return cost + 1 }
      part *= 2
      cost += 3
    }
    return cost
  }

  private mutating func prepare() {
    keys = [UInt64](repeating: 0, count: DocumentModel.capacity)
    numbers = [UInt32](repeating: 0, count: DocumentModel.capacity)
    pairs = [UInt64](repeating: 0, count: Int(DocumentModel.filterBits / 64))
  }

  private static func key(_ first: Token, _ second: Token, _ third: Token) -> UInt64 {
    UInt64(first) << 32 | UInt64(second) << 16 | UInt64(third)
  }

  private mutating func count(_ key: UInt64) {
    let slot = slot(of: key)
    if keys[slot] == 0 {
      guard used < DocumentModel.limit else { return }
      keys[slot] = key
      used += 1
    }
    numbers[slot] &+= 1
  }

  private func number(_ key: UInt64) -> UInt32 { numbers[slot(of: key)] }

  /// Where the key stands, or would stand.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 47)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (DocumentModel.capacity - 1) }
    return slot
  }

  private static func bit(_ second: Token, _ next: Token) -> UInt64 {
    ((UInt64(second) << 16 | UInt64(next)) &* 0xD6E8_FEB8_6659_FD93) >> 44
  }

  private mutating func mark(_ second: Token, _ next: Token) {
    let bit = DocumentModel.bit(second, next)
    pairs[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  private func isMarked(_ second: Token, _ next: Token) -> Bool {
    let bit = DocumentModel.bit(second, next)
    return pairs[Int(bit >> 6)] >> (bit & 63) & 1 == 1
  }
}
