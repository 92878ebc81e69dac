/// What the document shows of question marks that are no questions, and of U+FFFD: lead bytes that lost their trail.
struct OrphanEvidence: Sendable, Hashable {
  /// "?" and a reading with its closing bracket but no opening one: with a tone mark, and without.
  var toned = 0
  var toneless = 0
  /// "?" right before 、 。 ， ； ！ or ？, and U+FFFD with the inserted comma between: U+FFFD alone stands before them
  /// wherever a character was lost.
  var punctuation = 0
  /// How many of all these have kept the bracket or the comma that was inserted behind them.
  var kept = 0

  /// Whether a shifted run is likely.
  var isShifted: Bool { toned + toneless + punctuation > 0 }

  /// Whether the decoder kept ASCII behind a lead byte without a partner.
  var keepsASCII: Bool { 2 * kept > toned + toneless + punctuation }

  /// Adds what another part of the document shows.
  mutating func add(_ other: OrphanEvidence) {
    toned += other.toned
    toneless += other.toneless
    punctuation += other.punctuation
    kept += other.kept
  }

  /// Observes the question mark or U+FFFD at `index`, of so many bytes.
  mutating func observe(_ text: ByteText, at index: Int, length: Int) {
    let next = index + length
    if let written = WrittenPinyin.read(text, at: next) {
      if written.reading.isToned { toned += 1 } else { toneless += 1 }
    } else if length > 1, text[next] == 0x28, let written = WrittenPinyin.read(text, at: next + 1) {
      if written.reading.isToned { toned += 1 } else { toneless += 1 }
      kept += 1
    } else if length > 1, ShownItem.isKeptJunk(text, at: next) {
      punctuation += 1
      kept += 1
    } else if length == 1, isBeforePunctuation(text, at: next, behind: text[index - 1]) {
      punctuation += 1
    }
  }

  /// Whether punctuation stands at `index`; where NFKC folded it, behind a Chinese character or a reading only.
  private func isBeforePunctuation(_ text: ByteText, at index: Int, behind before: UInt8) -> Bool {
    let next = text.scalar(at: index).value
    if JunkEvidence.isPunctuation(next) { return true }
    return JunkEvidence.isFoldedPunctuation(next) && (before >= 0x80 || before == 0x29)
  }
}
