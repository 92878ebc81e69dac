/// What the whole document shows of its script and its damage. Gathered once, before any pass runs.
///
/// Every pass decides by it whether the document has its damage at all: one annotation in brackets is a reader's aid,
/// the same habit on every third character is a mirror's machine.
struct Evidence: Sendable {
  /// Han characters of each kind, indexed by `Han.Kind.rawValue`.
  var kinds = InlineArray<32, Int>(repeating: 0)
  /// Readings in brackets.
  var annotations = AnnotationEvidence()
  /// Lead bytes that lost their trail.
  var orphans = OrphanEvidence()
  /// What became of the byte behind one where UTF-8 was read as GBK.
  var torn = TornEvidence()
  /// Marks inserted before punctuation.
  var junk = JunkEvidence()
  /// Characters and remnants that are counted one by one.
  var counts = Counts()
  /// Characters that stand one code point beside the one that is meant.
  var glyphs = GlyphEvidence()
  /// Taiwan's words in mainland phrases.
  var vocabulary = VocabularyEvidence()

  /// What follows what in the document; empty where no run was shifted.
  var document = DocumentModel()

  /// Plain counters.
  struct Counts: Sendable, Hashable {
    var latinRuns = 0
    var gbkRuns = 0
    var entityRemnants = 0
    var lostIndents = 0
    var invisible = 0
    var compatibility = 0
    var privateUse = 0
    var replacements = 0
    /// Texts that begin with a Han character or an opening bracket, those with the same one twice, and with a word that is
    /// one twice.
    var starts = 0
    var doubledStarts = 0
    var wordsTwice = 0
    var doubledFirst = 0
    var fullWidthMarks = 0
    var foldedMarks = 0

    mutating func add(_ other: Counts) {
      latinRuns += other.latinRuns
      gbkRuns += other.gbkRuns
      entityRemnants += other.entityRemnants
      lostIndents += other.lostIndents
      invisible += other.invisible
      compatibility += other.compatibility
      privateUse += other.privateUse
      replacements += other.replacements
      starts += other.starts
      doubledFirst += other.doubledFirst
      doubledStarts += other.doubledStarts
      wordsTwice += other.wordsTwice
      fullWidthMarks += other.fullWidthMarks
      foldedMarks += other.foldedMarks
    }
  }

  /// All Han characters.
  var han: Int { kinds.indices.reduce(0) { $0 + kinds[$1] } }
  /// Characters that only traditional text has.
  var traditional: Int { sum(.traditionalOnly) }
  /// Characters that only simplified text has.
  var simplified: Int { sum(.simplifiedOnly) }

  /// Whether punctuation was folded to ASCII by NFKC, so that "," may stand for ，.
  var isFolded: Bool { counts.foldedMarks > 4 * counts.fullWidthMarks }

  /// Whether the text was simplified once and went through a mirror's table of characters, which gets words wrong.
  var isHalfConverted: Bool {
    var script = ScriptCounts()
    (script.simplified, script.traditional) = (simplified, traditional)
    return annotations.isToned || annotations.isToneless || vocabulary.isDamaged || script.verdict.script == .mixed
  }

  /// Adds what another part of the document shows, but for the document's words.
  mutating func add(_ other: Evidence) {
    for kind in kinds.indices { kinds[kind] += other.kinds[kind] }
    annotations.add(other.annotations)
    orphans.add(other.orphans)
    torn.add(other.torn)
    junk.add(other.junk)
    counts.add(other.counts)
    glyphs.add(other.glyphs)
    vocabulary.add(other.vocabulary)
  }

  private func sum(_ kind: Han.Kind) -> Int {
    kinds.indices.reduce(0) { $0 + (UInt8($1) & kind.rawValue != 0 ? kinds[$1] : 0) }
  }
}
