extension RepairPass {
  /// Class 1: 規(guī)范 → 規范.
  ///
  /// **Cause.** After the conversion to traditional script, a mirror replaces every listed character M by M + "(pinyin)"
  /// with tone marks, as bytes. Which characters are listed differs from mirror to mirror.
  ///
  /// **Known by** brackets whose letters are a reading of the character before them: one ordinary character that only
  /// traditional text has, read as everybody reads it, a habit of four on three characters, always with the same reading,
  /// or a reading that has torn a pair: of `shiftedPinyin`, or one that a decoder put before the pair, 當(shù)的. A gloss
  /// on a rare character or of a rare reading (李煜(yù), 單(shàn)縣), one in full-width brackets (行（háng）) and a headword
  /// alone with its reading are no sign of it.
  ///
  /// **Undone** exactly: the brackets go.
  static let injectedPinyin = RepairPass(
    name: "injected-pinyin",
    cause: "A mirror's machine wrote the character's reading in brackets behind it.",
    diagnosis: { evidence in
      let seen = evidence.annotations
      guard seen.isToned || seen.toned > 0 && evidence.orphans.toned > 0 else { return nil }
      return Diagnosis(count: seen.toned, confidence: seen.toned >= 3 ? 0.99 : 0.9)
    },
    changes: { text, _, _ in
      Annotation.removals(text) { $0.isToned ? $0.range : nil }
    })

  /// Class 2: 共和(he)(he)國(guo) → 共和國.
  ///
  /// **Cause.** As class 1, with a table without tone marks, run over the text one to four times.
  ///
  /// **Known by** a second copy of a fitting reading, or readings on two ordinary traditional forms, or four on three
  /// characters. f(x) and (Hanyu Pinyin) are no readings of the character before them.
  ///
  /// **Undone** exactly: all copies go.
  static let tonelessPinyin = RepairPass(
    name: "toneless-pinyin",
    cause: "A mirror's machine wrote the reading, without tone mark, behind the character, once or several times.",
    diagnosis: { evidence in
      let seen = evidence.annotations
      guard seen.isToneless else { return nil }
      return Diagnosis(count: seen.toneless, confidence: seen.toneless >= 3 ? 0.98 : 0.85)
    },
    changes: { text, _, _ in
      Annotation.removals(text) { $0.isToned ? nil : $0.range }
    })

  /// Class 3: 習(xi) 近平總書(shu) 記 → 習近平總書記.
  ///
  /// **Cause.** As class 2, with a space behind the bracket.
  ///
  /// **Known by** the same signs where at least half of the toneless readings have a space and a Han character behind
  /// them; in other documents the space is the text's own and stays.
  ///
  /// **Undone** exactly: the brackets and that one space go.
  static let spacedPinyin = RepairPass(
    name: "spaced-pinyin",
    cause: "A mirror's machine wrote the reading and a space behind the character.",
    diagnosis: { evidence in
      let seen = evidence.annotations
      guard seen.isSpaced else { return nil }
      return Diagnosis(count: seen.spaced, confidence: seen.spaced >= 3 ? 0.98 : 0.85)
    },
    changes: { text, _, _ in
      Annotation.removals(text) { annotation in
        guard !annotation.isToned, annotation.isSpaced else { return nil }
        return annotation.range.lowerBound..<annotation.range.upperBound + 1
      }
    })
}
