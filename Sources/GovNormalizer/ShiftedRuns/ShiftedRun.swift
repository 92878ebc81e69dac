/// A run of text that a decoder read one byte late, and what it was.
struct ShiftedRun {
  /// How many bytes are shown for it, from the first orphan to the item that ends the shift.
  let length: Int
  /// The UTF-8 of what stood there before the damage.
  let original: [UInt8]
  /// Where in it characters begin that were chosen, because a byte of them is unknown.
  let chosen: [Int]

  /// What began the shift.
  enum Kind { case annotation, punctuation }

  /// Reads the run of that kind that begins with the question mark at `index`. Nothing else of the text plays a part
  /// than what precedes it, as given, and the bytes from `index` up to the end of `sight`.
  ///
  /// - Returns: The run, `nil` when the text as shown is about as likely as what it would have been; and the end of sight.
  static func search(
    _ text: ByteText, at index: Int, behind preceding: Preceding, evidence: Evidence, candidates: CandidateShelf,
    kind: Kind
  ) -> (run: ShiftedRun?, sight: Int) {
    var reading = Reading(text, at: index, behind: preceding, evidence: evidence, candidates: candidates)
    reading.readRun()
    let end = reading.position
    let right = reading.readBehind(2)
    guard let best = reading.lattice.beam.hypotheses.first, best.pending == .none else {
      return (nil, reading.sight)
    }
    let gain = ShiftedRun.shownCost(text, index..<end, context: preceding.context, right: right) - best.cost
    guard gain >= (kind == .annotation ? ShiftedRun.annotationGain : ShiftedRun.punctuationGain) else {
      return (nil, reading.sight)
    }
    var (original, chosen): ([UInt8], [Int]) = ([], [])
    for character in reading.lattice.beam.trace.characters(upTo: best.trace).dropLast(right) {
      if character.isChosen { chosen.append(original.count) }
      original.append(scalar: character.scalar)
    }
    return (ShiftedRun(length: end - index, original: original, chosen: chosen), reading.sight)
  }

  /// What kind of shift begins with the question mark at `index`; `nil` when none does.
  static func kind(_ text: ByteText, at index: Int, evidence: Evidence) -> Kind? {
    guard case .orphan(let swallowed) = ShownItem(text, at: index, display: evidence.display).bytes,
      let kind = kind(swallowed), !LostIndent.covers(text, index), !isFilling(text, at: index)
    else { return nil }
    return kind
  }

  /// Whether the question mark stands between two others: somebody left a figure out, 其中???件.
  private static func isFilling(_ text: ByteText, at index: Int) -> Bool {
    index > 0 && text[index - 1] == 0x3F && text[index + 1] == 0x3F
  }

  /// How much likelier the repaired text must be: e squared behind a reading that has lost its bracket, which healthy
  /// text hardly ever shows, e to the 4th behind a mere question mark.
  private static let annotationGain = 8
  private static let punctuationGain = 16

  /// What begins where an orphan swallowed that; `nil` when no shift begins there.
  fileprivate static func kind(_ swallowed: ShownItem.Swallowed) -> Kind? {
    switch swallowed {
    case .annotation: .annotation
    case .junk: .punctuation
    case .ampersand, .unknown, .nothing: nil
    }
  }

  /// What the shown text costs as it stands, with `right` characters behind it.
  private static func shownCost(
    _ text: ByteText, _ range: Range<Int>, context: LanguageModel.Context, right: Int
  ) -> Int {
    var context = context
    var cost = 0
    var position = range.lowerBound
    var behind = 0
    while position < range.upperBound || behind < right {
      let scalar = text.scalar(at: position)
      if position >= range.upperBound { behind += 1 }
      cost += context.read(token(scalar.value))
      position += scalar.length
    }
    return cost
  }
}

/// The walk over a shifted run: item after item into the lattice, until the boundaries agree again.
private struct Reading {
  let text: ByteText
  let display: Display
  var lattice: Lattice
  /// The first byte that has not been read.
  var position: Int
  /// The end of the bytes that have been looked at. Whether the line ends there has been looked at as well.
  private(set) var sight: Int
  private var before: UInt8?
  private var isAtLineEnd = false

  /// The longest run in bytes. Every ASCII character ends a run, so a longer one is no text.
  private static let limit = 3000

  init(_ text: ByteText, at index: Int, behind preceding: Preceding, evidence: Evidence, candidates: CandidateShelf) {
    self.text = text
    display = evidence.display
    lattice = Lattice(
      context: preceding.context, brackets: preceding.brackets, document: evidence.document, candidates: candidates)
    (position, sight) = (index, index)
    before = preceding.lastByte
  }

  /// What the orphan at the present position swallowed; `nil` when there is none.
  private mutating func beginning() -> ShownItem.Swallowed? {
    guard case .orphan(let swallowed) = look().bytes else { return nil }
    return swallowed
  }

  /// The item at the present position.
  private mutating func look() -> ShownItem {
    let item = ShownItem(text, at: position, display: display)
    sight = max(sight, item.endOfSight(text))
    return item
  }

  /// Reads on until the true text and the shown one have the same boundaries and no other shift begins.
  mutating func readRun() {
    let start = position
    repeat {
      readItem()
    } while !isAtLineEnd && position - start < Reading.limit && !lattice.beam.hypotheses.isEmpty
      && !(lattice.isInStep && beginning().flatMap(ShiftedRun.kind) == nil)
    if isAtLineEnd { lattice.finish() }
  }

  /// Reads up to `count` characters behind the run, so that its last ones are judged by what follows; returns how many.
  mutating func readBehind(_ count: Int) -> Int {
    for read in 0..<count {
      if isAtLineEnd || beginning() != nil { return read }
      readItem()
    }
    return count
  }

  private mutating func readItem() {
    let item = look()
    let end = item.range.upperBound
    isAtLineEnd = end >= text.count || text[end] == 0x0A
    lattice.read(item, before: before, isLast: isAtLineEnd)
    position = end
    before = item.lastByte
  }
}

extension Evidence {
  /// What the document's characters look like. Shifted runs hold
  /// characters of both scripts, so the majority counts, and the mirror's own script in doubt.
  var style: Lattice.Style {
    if traditional >= simplified, traditional > 0 { return .traditional }
    if simplified >= 3 * traditional, simplified > 0 { return .simplified }
    return .unknown
  }
}
