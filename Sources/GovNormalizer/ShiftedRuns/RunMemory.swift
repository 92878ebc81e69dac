/// The shifted runs of one document that have been searched, so that what a mirror repeats is searched once.
///
/// A run is known again by every byte that its search looked at: four characters before it, what is open there, the run,
/// and what follows up to where the search ended. The same bytes in the same document give the same result.
final class RunMemory {
  private var entries: [UInt64: [Entry]] = [:]
  private var count = 0
  /// Made for the first search; the evidence of a document does not change.
  private var candidates: Candidates?
  /// Bounds of the memory, about 4 MB: beyond it, it begins anew; where many runs begin alike, the first are kept.
  private static let limit = 1 << 14
  private static let sameBeginnings = 16

  /// One search: where its bytes began before the question mark, what they were, whether the line ended with them.
  private struct Entry {
    let context: Int
    let brackets: OpenBrackets
    let bytes: [UInt8]
    let endsLine: Bool
    let run: ShiftedRun?
  }

  /// The run of a kind that begins with the question mark at `index`; `nil` when none does.
  func run(_ text: ByteText, at index: Int, evidence: Evidence, kind: ShiftedRun.Kind) -> ShiftedRun? {
    guard ShiftedRun.kind(text, at: index, evidence: evidence) == kind else { return nil }
    let start = ShiftedRun.contextStart(text, before: index)
    let brackets = OpenBrackets(text, before: index)
    let beginning = RunMemory.hash(text, start..<index + 12)
    for entry in entries[beginning] ?? []
    where entry.brackets == brackets && RunMemory.matches(entry, text, from: start, index: index) {
      return entry.run
    }
    let candidates = self.candidates ?? Candidates(document: evidence.document, style: evidence.style)
    self.candidates = candidates
    let (run, end) = ShiftedRun.search(text, at: index, evidence: evidence, candidates: candidates, kind: kind)
    let (seen, endsLine) = RunMemory.endOfSight(text, from: end)
    remember(
      Entry(
        context: index - start, brackets: brackets, bytes: Array(text.slice(start..<seen)), endsLine: endsLine, run: run
      ),
      beginning)
    return run
  }

  private func remember(_ entry: Entry, _ beginning: UInt64) {
    if count >= RunMemory.limit {
      entries.removeAll(keepingCapacity: true)
      count = 0
    }
    guard entries[beginning]?.count ?? 0 < RunMemory.sameBeginnings else { return }
    entries[beginning, default: []].append(entry)
    count += 1
  }

  /// Where the bytes end that a search looked at which read up to `end`: a reading may begin there, and an item is judged
  /// by two characters behind it; never beyond the line.
  private static func endOfSight(_ text: ByteText, from end: Int) -> (end: Int, endsLine: Bool) {
    func isPastLine(_ index: Int) -> Bool { index >= text.count || text[index] == 0x0A }
    var seen = end
    while seen - end < 48, isLetterOrBracket(text[seen]), !isPastLine(seen) { seen += 1 }
    for _ in 0..<8 where !isPastLine(seen) { seen += 1 }
    return (seen, isPastLine(seen))
  }

  /// Whether the byte may be part of a reading in brackets.
  private static func isLetterOrBracket(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || byte == 0x28 || byte == 0x29 || 0x80...0xBF ~= byte || 0xC3...0xC9 ~= byte
  }

  private static func matches(_ entry: Entry, _ text: ByteText, from start: Int, index: Int) -> Bool {
    guard entry.context == index - start, start + entry.bytes.count <= text.count else { return false }
    for offset in entry.bytes.indices where text[start + offset] != entry.bytes[offset] { return false }
    let end = start + entry.bytes.count
    return (end == text.count || text[end] == 0x0A) == entry.endsLine
  }

  /// FNV-1a over the bytes of a range, up to the end of the line.
  private static func hash(_ text: ByteText, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range {
      if index >= text.count || text[index] == 0x0A { break }
      hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3
    }
    return hash
  }
}
