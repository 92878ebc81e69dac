extension RepairPass {
  /// Class 7: 一,、總體情況 → 一、總體情況; 任務,。 → 任務。
  ///
  /// **Cause.** A mirror inserts an ASCII comma before some of the pairs 、 。 ， ！ ； ？, as bytes.
  ///
  /// **Known by** the mark between something that is not ASCII and such punctuation, twice or more in the document (once
  /// where the mirror's other marks are seen; three times for another mark than the comma). The punctuation may stand
  /// across two characters, 學,校、, where commas are not the text's own. Spreadsheets and "e.g.," have no 、 or 。 behind
  /// their commas.
  ///
  /// **Undone** exactly: the mark goes. Where NFKC folded ， ； to ASCII, the healthy mark is the second one.
  static let junkPunctuation = RepairPass(
    name: "junk-punctuation",
    cause: "A mirror's machine inserted a mark before the punctuation.",
    diagnosis: { evidence in
      let marks = JunkPunctuation.marks(evidence)
      guard !marks.isEmpty else { return nil }
      let count = marks.reduce(0) { $0 + evidence.junk.count(of: $1) }
      return Diagnosis(count: count, confidence: count >= 4 ? 0.99 : 0.9)
    },
    changes: { text, evidence, _ in JunkPunctuation.changes(text, evidence) })
}

private enum JunkPunctuation {
  /// The marks that are junk in this document.
  static func marks(_ evidence: Evidence) -> [UInt8] {
    let mirror = evidence.annotations.isToned || evidence.annotations.isToneless || evidence.orphans.isShifted
    return (UInt8(0x20)...0x7E).filter { mark in
      let count = evidence.junk.count(of: mark)
      guard mark == 0x2C else { return count >= 3 }
      return mirror ? count >= 1 : count >= 2 && evidence.junk.showsWholePunctuation
    }
  }

  /// Whether the byte ends a word of letters or a number, whose own punctuation the mark may be.
  private static func isInWord(_ byte: UInt8) -> Bool {
    0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte <= 0x20
  }

  static func changes(_ text: ByteText, _ evidence: Evidence) -> [Change] {
    let marks = marks(evidence)
    var changes: [Change] = []
    // Hardly any document has more than two, and a comma is the one.
    for pair in stride(from: 0, to: marks.count, by: 2) {
      let (one, other) = (marks[pair], marks[min(pair + 1, marks.count - 1)])
      var index = text.firstIndex(of: one, or: other, from: 0)
      while index < text.count {
        if isJunk(text, at: index, isTorn: evidence.junk.isTorn) { changes.append(Change(index..<index + 1)) }
        index = text.firstIndex(of: one, or: other, from: index + 1)
      }
    }
    if marks.count > 2 { changes.sort { $0.start < $1.start } }
    return changes
  }

  /// Whether the mark at `index` is junk, where such a mark is; `isTorn` says that a comma before punctuation across two
  /// characters is.
  private static func isJunk(_ text: ByteText, at index: Int, isTorn: Bool) -> Bool {
    let (before, next) = (text[index - 1], text[index + 1])
    if next == 0xE3 || next == 0xEF {
      let mark = text.scalar(at: index + 1).value
      // Of a word's own commas only 、 may follow, A,、B: nobody writes A,， or A,。
      if JunkEvidence.isPunctuation(mark), !isInWord(before) || mark != 0x3001 && before > 0x20 { return true }
    }
    if text[index] == 0x2C, before >= 0x80, next >= 0x80 {
      return isTorn && JunkEvidence.isTornPunctuation(text, at: index + 1)
    }
    return text[index] == 0x2C && (next == 0x2C || next == 0x3B) && before >= 0x80 && text[index + 2] >= 0x80
  }
}
