/// What the document shows of question marks that are no questions: lead bytes that lost their trail.
struct OrphanEvidence: Sendable, Hashable {
  /// "?" and a reading with its closing bracket but no opening one: with a tone mark, and without.
  var toned = 0
  var toneless = 0
  /// "?" right before 、 。 ， ； ！ or ？.
  var punctuation = 0

  /// Whether a shifted run is likely.
  var isShifted: Bool { toned + toneless + punctuation > 0 }

  /// Adds what another part of the document shows.
  mutating func add(_ other: OrphanEvidence) {
    toned += other.toned
    toneless += other.toneless
    punctuation += other.punctuation
  }

  /// Whether punctuation follows directly; where NFKC folded it, behind a Chinese character or a reading only.
  private func isBeforePunctuation(_ text: ByteText, at index: Int) -> Bool {
    let next = text.scalar(at: index + 1).value
    if JunkEvidence.isPunctuation(next) { return true }
    return JunkEvidence.isFoldedPunctuation(next) && (text[index - 1] >= 0x80 || text[index - 1] == 0x29)
  }

  /// Observes the question mark at `index`.
  mutating func observe(_ text: ByteText, at index: Int) {
    if let written = WrittenPinyin.read(text, at: index + 1) {
      if written.reading.isToned { toned += 1 } else { toneless += 1 }
    } else if isBeforePunctuation(text, at: index) {
      punctuation += 1
    }
  }
}
