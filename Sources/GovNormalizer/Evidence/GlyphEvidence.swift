/// What the document shows of rare characters that stand a few code points before the one that is meant.
struct GlyphEvidence: Sendable, Hashable {
  /// How often such a character was seen.
  var count = 0
  /// How many different ones.
  var distinct = AnnotationEvidence.Distinct()

  /// Whether a document with so many Han characters was made with such a glyph map: one or two rare characters may be
  /// names, and a few in a long text are what other damage left; a map spares no page.
  func isMapped(amongHan characters: Int) -> Bool { distinct.count >= 3 && count * 2000 >= characters }

  /// Adds what another part of the document shows.
  mutating func add(_ other: GlyphEvidence) {
    count += other.count
    distinct.add(other.distinct)
  }

  /// Observes a rare character.
  mutating func observe(_ scalar: UInt32, _ text: ByteText, at index: Int) {
    guard GlyphMap.mayBeWritten(scalar), GlyphMap.meant(text, at: index, scalar, isAmbiguous: false) != nil else {
      return
    }
    count += 1
    distinct.insert(scalar)
  }
}
