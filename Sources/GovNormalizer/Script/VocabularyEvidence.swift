/// What a document shows of Taiwan's vocabulary: whether a word table was run over mainland text.
///
/// Such a table turns 文件 into 檔案 and 群众 into 民眾 wherever they stand, so it leaves phrases that no one writes,
/// neither in Taiwan nor on the mainland: 規範性檔案, 人民民眾. Real text from Taiwan has Taiwan's words and none of
/// these phrases; real mainland text has at most a word of Taiwan's here and there. Only their meeting is evidence.
package struct VocabularyEvidence: Sendable, Hashable {
  /// Phrases of the mainland with a Taiwan word in them, by number: how many different ones.
  private var strong: Set<UInt16> = []
  /// Taiwan's words that the mainland rarely uses.
  private var weak: Set<UInt16> = []
  /// How many telling words there are in all.
  package private(set) var count = 0
  /// How many of them come from the mirror's table only.
  private var mirrorCount = 0

  /// Nothing seen yet.
  package init() {}

  /// Adds what a text shows, whatever its script.
  package mutating func observe(_ utf8: UnsafeBufferPointer<UInt8>) {
    var scan = ScriptScan(utf8, words: ScriptDictionary.vocabularyTells, document: ScriptCounts())
    // A tell is an entry whose value is its label: s or w, m for the mirror's table, a number.
    scan.run { tell in
      count += 1
      var number: UInt16 = 0
      for byte in tell.replacement where byte < 0x3A { number = number &* 10 &+ UInt16(byte - 0x30) }
      if tell.replacement.first == UInt8(ascii: "s") { strong.insert(number) } else { weak.insert(number) }
      if tell.replacement.contains(UInt8(ascii: "m")) { mirrorCount += 1 }
    }
  }

  /// Whether a word table was at work: two different impossible phrases, or one and two of Taiwan's words.
  package var isDamaged: Bool {
    strong.count >= 2 || strong.count == 1 && weak.count >= 2
  }

  /// Whether it was the mirror's table, which also replaced words that OpenCC's leaves alone.
  package var isMirror: Bool { isDamaged && mirrorCount > 0 }

  /// How sure it is, 0.0 to 1.0: each different tell leaves half of the doubt, a weak one two thirds.
  package var confidence: Double {
    guard isDamaged else { return 0 }
    var doubt = 0.25
    for _ in 0..<min(strong.count, 8) { doubt /= 2 }
    for _ in 0..<min(weak.count, 8) { doubt /= 1.5 }
    return 1 - doubt
  }
}
