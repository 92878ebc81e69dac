import GovEncoding

/// What the document shows of ASCII marks squeezed in between a Han character and the punctuation behind it.
struct JunkEvidence: Sendable, Hashable {
  /// For every ASCII byte, how often it stands between a Han character and 、 。 ， ； ！ or ？.
  private var counts = [Int](repeating: 0, count: 128)
  /// Commas between two characters that are not ASCII: those before such punctuation that stands across two characters, and
  /// all others but the ones before 、 。 ， ； ！ ？.
  private var tornCommas = 0
  private var plainCommas = 0

  /// The marks that may be junk: none of them ends a Chinese phrase before its punctuation.
  static let candidates: StaticString = ",&;`^~|*#+=\\ "

  /// Observes the scalar at `index` when it is such a punctuation mark.
  mutating func observe(_ scalar: UInt32, _ text: ByteText, at index: Int) {
    let before = text[index - 1]
    guard before < 0x80, JunkEvidence.isPunctuation(scalar), JunkEvidence.isCandidate(before) else { return }
    guard Han.range.contains(text.scalar(before: index - 1).value) || text[index - 2] >= 0x80 else { return }
    counts[Int(before)] += 1
  }

  /// Adds what another part of the document shows.
  mutating func add(_ other: JunkEvidence) {
    for mark in counts.indices { counts[mark] += other.counts[mark] }
    tornCommas += other.tornCommas
    plainCommas += other.plainCommas
  }

  /// How often `mark` was seen.
  func count(of mark: UInt8) -> Int {
    guard mark < 128 else { return 0 }
    return counts[Int(mark)] + (mark == 0x2C && isTorn ? tornCommas : 0)
  }

  /// Whether commas before punctuation across two characters are inserted ones. Where "," is the comma of the text, it comes
  /// to stand there by chance: 抓创新,保“三农”.
  var isTorn: Bool { tornCommas > plainCommas }

  /// Whether a comma stands before punctuation as it is shown, which chance does not put there.
  var showsWholePunctuation: Bool { counts[0x2C] > 0 }

  /// Whether the scalar is one of the six before which junk is inserted.
  static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001, 0x3002, 0xFF01, 0xFF0C, 0xFF1B, 0xFF1F: true
    default: false
    }
  }

  /// Whether the last byte of the GBK character at `index` and the first of the next one are such punctuation: the machine
  /// does not see where characters end, and ！ A3A1 stands in 校 D0**A3** + 、 **A1**A2.
  static func isTornPunctuation(_ text: ByteText, at index: Int) -> Bool {
    let first = text.scalar(at: index)
    guard first.value >= 0x80, let trail = Unicode.Scalar(first.value).flatMap({ GB18030.pair(for: $0) })?.trail,
      trail == 0xA1 || trail == 0xA3,
      let next = Unicode.Scalar(text.scalar(at: index + first.length).value), next.value >= 0x80,
      let lead = GB18030.pair(for: next)?.lead, let mark = GBK.scalar(lead: trail, trail: lead)
    else { return false }
    return isPunctuation(mark.value)
  }

  /// Observes a comma behind a character that is not ASCII.
  mutating func observeComma(_ text: ByteText, at index: Int) {
    guard text[index + 1] >= 0x80, !JunkEvidence.isPunctuation(text.scalar(at: index + 1).value) else { return }
    if JunkEvidence.isTornPunctuation(text, at: index + 1) { tornCommas += 1 } else { plainCommas += 1 }
  }

  /// Whether the scalar is what NFKC makes of one of them: , ! ; ?
  static func isFoldedPunctuation(_ scalar: UInt32) -> Bool {
    scalar == 0x2C || scalar == 0x21 || scalar == 0x3B || scalar == 0x3F
  }

  /// Whether the byte may be junk.
  static func isCandidate(_ byte: UInt8) -> Bool {
    for index in 0..<candidates.utf8CodeUnitCount where candidates.utf8Start[index] == byte { return true }
    return false
  }
}
