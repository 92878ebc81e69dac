import Synchronization

/// The shifted runs of one document that have been searched, so that what a mirror repeats is searched once.
///
/// A run is known again by what precedes it and by every byte that its search looked at. The same in the same document
/// gives the same result, so it may be shared by several jobs: who comes first changes nothing.
final class RunMemory: Sendable {
  private let searches = Mutex(Searches())
  /// Made for the first search; the evidence of a document does not change.
  private let candidates = Mutex<Candidates?>(nil)

  /// One search: the bytes that it looked at from the question mark on, and whether the line ended with them.
  private struct Entry {
    let preceding: Preceding
    let bytes: [UInt8]
    let endsLine: Bool
    let run: ShiftedRun?
  }

  /// The run of a kind that begins with the question mark at `index`, behind those that `changes` put back; `nil` when
  /// none does. The shelf is made for the first search of a job.
  func run(
    _ text: ByteText, at index: Int, behind changes: [Change], evidence: Evidence, kind: ShiftedRun.Kind,
    shelf: inout CandidateShelf?
  ) -> ShiftedRun? {
    guard ShiftedRun.kind(text, at: index, evidence: evidence) == kind else { return nil }
    let preceding = Preceding(text, before: index, changes: changes, display: evidence.display)
    let beginning = RunMemory.hash(text, index..<index + 12, preceding)
    let known = searches.withLock { $0.entries[beginning] } ?? []
    for entry in known where entry.preceding == preceding && RunMemory.matches(entry, text, at: index) {
      return entry.run
    }
    let candidates = shelf ?? CandidateShelf(candidates(evidence))
    shelf = candidates
    let (run, sight) = ShiftedRun.search(
      text, at: index, behind: preceding, evidence: evidence, candidates: candidates, kind: kind)
    let entry = Entry(
      preceding: preceding, bytes: Array(text.slice(index..<sight)), endsLine: RunMemory.endsLine(text, sight), run: run
    )
    searches.withLock { $0.remember(entry, beginning) }
    return run
  }

  private func candidates(_ evidence: Evidence) -> Candidates {
    candidates.withLock {
      let candidates = $0 ?? Candidates(document: evidence.document, style: evidence.style)
      $0 = candidates
      return candidates
    }
  }

  /// What is remembered, by a hash of what precedes a run and of its beginning.
  private struct Searches {
    var entries: [Int: [Entry]] = [:]
    private var count = 0
    /// Bounds of the memory, about 4 MB: beyond it, it begins anew; where many runs begin alike, the first are kept.
    private static let limit = 1 << 14
    private static let sameBeginnings = 16

    mutating func remember(_ entry: Entry, _ beginning: Int) {
      if count >= Searches.limit {
        entries.removeAll(keepingCapacity: true)
        count = 0
      }
      guard entries[beginning]?.count ?? 0 < Searches.sameBeginnings else { return }
      entries[beginning, default: []].append(entry)
      count += 1
    }
  }

  private static func endsLine(_ text: ByteText, _ index: Int) -> Bool { index >= text.count || text[index] == 0x0A }

  private static func matches(_ entry: Entry, _ text: ByteText, at index: Int) -> Bool {
    guard index + entry.bytes.count <= text.count else { return false }
    for offset in entry.bytes.indices where text[index + offset] != entry.bytes[offset] { return false }
    return endsLine(text, index + entry.bytes.count) == entry.endsLine
  }

  /// Of what precedes, and of the bytes of a range up to the end of the line.
  private static func hash(_ text: ByteText, _ range: Range<Int>, _ preceding: Preceding) -> Int {
    var hasher = Hasher()
    hasher.combine(preceding)
    for index in range {
      if endsLine(text, index) { break }
      hasher.combine(text[index])
    }
    return hasher.finalize()
  }
}
