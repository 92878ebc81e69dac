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

  /// For each ambiguous word of Taiwan's, by its number: how often it stands there, less thrice its mainland word.
  private var excess = [Int](repeating: 0, count: 26)

  /// Nothing seen yet.
  package init() {}

  /// Adds what a text shows, whatever its script.
  package mutating func observe(_ utf8: UnsafeBufferPointer<UInt8>) {
    var scan = ScriptScan(utf8, words: ScriptDictionary.vocabularyTells)
    scan.run { note($0.replacement) }
  }

  /// Adds what another part of the document shows.
  mutating func add(_ other: VocabularyEvidence) {
    strong.formUnion(other.strong)
    weak.formUnion(other.weak)
    count += other.count
    mirrorCount += other.mirrorCount
    for letter in excess.indices { excess[letter] += other.excess[letter] }
  }

  /// Takes a tell's label: s or w for strong or weak, m for the mirror's table, a number; a capital letter for an
  /// ambiguous word; x before it when it tells nothing else, y when it is the mainland word.
  private mutating func note(_ label: UnsafeBufferPointer<UInt8>) {
    let kind = label.first
    if let letter = label.last, letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z") {
      excess[Int(letter - UInt8(ascii: "A"))] += kind == UInt8(ascii: "y") ? -3 : 1
    }
    guard kind == UInt8(ascii: "s") || kind == UInt8(ascii: "w") else { return }
    var number: UInt16 = 0
    for byte in label where byte < 0x3A { number = number &* 10 &+ UInt16(byte - 0x30) }
    count += 1
    if kind == UInt8(ascii: "s") { strong.insert(number) } else { weak.insert(number) }
    if label.contains(UInt8(ascii: "m")) { mirrorCount += 1 }
  }

  /// Whether a word table was at work: two different impossible phrases, or one and two of Taiwan's words.
  package var isDamaged: Bool {
    strong.count >= 2 || strong.count == 1 && weak.count >= 2
  }

  /// Whether it was the mirror's table, which also replaced words that OpenCC's leaves alone.
  package var isMirror: Bool { isDamaged && mirrorCount > 0 }

  /// A bit for the number of every ambiguous word that took its mainland word's place: one that stands there without
  /// it, or far more often, since a table leaves the few occurrences that are parts of longer words.
  var replaced: UInt32 {
    excess.indices.reduce(0) { $0 | (excess[$1] > 0 ? 1 << UInt32($1) : 0) }
  }

  /// How sure it is, 0.0 to 1.0: each different tell leaves half of the doubt, a weak one two thirds.
  package var confidence: Double {
    guard isDamaged else { return 0 }
    var doubt = 0.25
    for _ in 0..<min(strong.count, 8) { doubt /= 2 }
    for _ in 0..<min(weak.count, 8) { doubt /= 1.5 }
    return 1 - doubt
  }
}
