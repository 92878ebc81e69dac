/// What the document shows of readings in ASCII brackets right behind the character that they read.
///
/// A reader's aid glosses a rare character or an unexpected reading, and rarely twice. The mirrors' machine glosses
/// ordinary characters with their ordinary reading, wherever they stand. The counters keep the two apart.
struct AnnotationEvidence: Sendable, Hashable {
  /// Readings with a tone mark, and without.
  var toned = 0
  var toneless = 0
  /// Those of them on an ordinary character that only traditional text has, with its commonest reading; and the toned
  /// ones on a character that stands across two others.
  var strongToned = 0
  var strongToneless = 0
  /// A second copy right behind the first: 和(he)(he).
  var copies = 0
  /// Toneless readings followed by a space and a Han character: 習(xi) 近.
  var spaced = 0
  /// How many different characters carry a reading; counting stops at 64.
  var distinctToned = Distinct()
  var distinctToneless = Distinct()
  /// How many different pairs of a character and its toned reading there are; counting stops at 64.
  var distinctReadings = Distinct()

  /// Observes the bracket at `index`.
  mutating func observe(_ text: ByteText, at index: Int) {
    if text[index - 1] == 0x29 {
      observeCopy(text, at: index)
      return
    }
    guard let written = WrittenPinyin.read(text, at: index + 1),
      let before = Annotation.annotated(text, around: index..<written.end, written.reading),
      !Annotation.isHeadword(text, from: before.start, to: written.end)
    else { return }
    let kind = Han.kind(before.value)
    let isStrong =
      kind.contains([.traditionalOnly, .ordinary]) && written.reading.isFirstReading(of: before.value)
    if written.reading.isToned {
      toned += 1
      // Nobody glosses a character that stands across two others.
      strongToned += isStrong || before.isTorn ? 1 : 0
      distinctToned.insert(before.value)
      distinctReadings.insert(before.value << 12 | UInt32(written.reading.syllable << 3 | written.reading.tone))
    } else {
      toneless += 1
      strongToneless += isStrong ? 1 : 0
      distinctToneless.insert(before.value)
      if text[written.end] == 0x20, Han.range.contains(text.scalar(at: written.end + 1).value) { spaced += 1 }
    }
  }

  /// Adds what another part of the document shows.
  mutating func add(_ other: AnnotationEvidence) {
    toned += other.toned
    toneless += other.toneless
    strongToned += other.strongToned
    strongToneless += other.strongToneless
    copies += other.copies
    spaced += other.spaced
    distinctToned.add(other.distinctToned)
    distinctToneless.add(other.distinctToneless)
    distinctReadings.add(other.distinctReadings)
  }

  /// A bracket behind a bracket: is it the same reading once more?
  private mutating func observeCopy(_ text: ByteText, at index: Int) {
    guard let written = WrittenPinyin.read(text, at: index + 1) else { return }
    let length = written.end - index
    guard index >= length else { return }
    for offset in 0..<length where text[index - length + offset] != text[index + offset] { return }
    copies += 1
  }

  /// Whether the mirror glosses with tone marks: one ordinary traditional form is enough, a habit otherwise. A machine's
  /// table has one reading for a character; 重(chóng)复 and 重(zhòng)量 are a lesson.
  var isToned: Bool {
    strongToned >= 1 || toned >= 4 && distinctToned.count >= 3 && distinctReadings.count == distinctToned.count
  }

  /// Whether the mirror glosses without tone marks. Letters in brackets are common, so it takes more of them.
  var isToneless: Bool {
    strongToneless >= 2 || copies >= 1 && toneless >= 1 || toneless >= 4 && distinctToneless.count >= 3
      || isToned && strongToneless >= 1
  }

  /// Whether the mirror puts a space behind its toneless readings.
  var isSpaced: Bool { isToneless && spaced * 2 >= toneless && spaced >= 1 }

  /// A small set of characters, or of characters with their readings.
  struct Distinct: Sendable, Hashable {
    private var members: Set<UInt32> = []

    /// How many there are.
    var count: Int { members.count }

    /// Adds one; further ones are not kept once there are 64.
    mutating func insert(_ member: UInt32) {
      if members.count < 64 { members.insert(member) }
    }

    /// Adds those of another set. Which ones are kept beyond the 64th is left open; how many there are is not.
    mutating func add(_ other: Distinct) {
      for member in other.members { insert(member) }
    }
  }
}
