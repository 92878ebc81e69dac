extension RepairPass {
  /// Class 4: 恰當?shù)男问街鲃庸_ → 恰當的形式主動公開.
  ///
  /// **Cause.** The replacement of class 1 works on GBK bytes and is blind to the boundaries of characters. 94B5 is 數,
  /// and it also stands in 當 AE**94** + 的 **B5**C4: "(shù)" is inserted between the two, B5 swallows "(" and shows as
  /// "?", and everything that follows is read one byte late, until a trail byte of 40–7E shows as ASCII or another
  /// pair is torn. Pairs without a character vanish. Other decoders keep ASCII behind such a byte, 當�(shù)男问, and swallow
  /// nothing, digits neither (`Display`).
  ///
  /// **Known by** a question mark or U+FFFD, a reading with a tone mark, and no opening bracket or one.
  ///
  /// **Undone** by joining the bytes again without the insertion: the orphan is the byte that makes a character of that
  /// reading with the trail byte before it. Unknown bytes are chosen by the language model (see `Lattice`); the result
  /// must be clearly likelier than what is shown. Where the run swallowed a character of the text, U+FFFD stands for it.
  static let shiftedPinyin = RepairPass(
    name: "shifted-pinyin",
    cause: "A reading was inserted between the two bytes of a pair, so that what follows was read one byte late.",
    diagnosis: { evidence in
      let seen = evidence.orphans
      // 們(men) has no tone to mark, so what belongs to a toned habit may be written without a mark.
      let isHabit = evidence.annotations.isToneless || seen.toned + seen.toneless >= 2
      let count = seen.toned + (isHabit ? seen.toneless : 0)
      return count == 0 ? nil : Diagnosis(count: count, confidence: 0.98)
    },
    changes: { text, evidence, memory in ShiftedRuns.changes(text, evidence, memory, kind: .annotation) })

  /// Classes 5 and 6: 應用?；诖耍 → 應用。基于此，; 省?。ㄊ → 省（市.
  ///
  /// **Cause.** A comma is inserted, as a byte, before the pairs of some punctuation marks, and these pairs too occur
  /// across two characters: A3BB (；) in 。 A1**A3** + 基 **BB**F9. The lead byte before it loses its partner and shows
  /// as "?"; the rest is read one byte late. In `。　&nbsp;` the last lead byte swallows the "&" as well: `?！?nbsp;`.
  ///
  /// **Known by** a question mark directly before 、 。 ， ！ ； ？, or U+FFFD and a comma.
  ///
  /// **Undone** as class 4; the orphan is unknown (A1 in most cases) and must make a character with the byte behind it.
  static let shiftedPunctuation = RepairPass(
    name: "shifted-punctuation",
    cause: "A mark was inserted between the two bytes of a pair, so that what follows was read one byte late.",
    diagnosis: { evidence in
      let count = evidence.orphans.punctuation
      return count == 0 ? nil : Diagnosis(count: count, confidence: 0.9)
    },
    changes: { text, evidence, memory in ShiftedRuns.changes(text, evidence, memory, kind: .punctuation) })
}

private enum ShiftedRuns {
  /// The changes that put every run of a kind back.
  static func changes(
    _ text: ByteText, _ evidence: Evidence, _ memory: RunMemory, kind: ShiftedRun.Kind
  ) -> [Change] {
    var changes: [Change] = []
    var shelf: CandidateShelf?
    var index = 0
    while true {
      index = text.firstIndex(of: 0x3F, or: 0xEF, from: index)
      if index >= text.count { return changes }
      guard text[index] == 0x3F || text.scalar(at: index).value == 0xFFFD,
        let run = memory.run(text, at: index, behind: changes, evidence: evidence, kind: kind, shelf: &shelf)
      else {
        index += 1
        continue
      }
      changes.append(Change(index..<index + run.length, run.original, chosen: run.chosen))
      index += run.length
    }
  }
}
