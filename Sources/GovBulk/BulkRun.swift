import Dispatch
import GovConvert
import GovWorker
import Synchronization

/// What a bulk run is asked for.
public struct BulkOptions: Sendable {
  /// The script of the result.
  public var script = NormalizationOptions.TargetScript.simplified
  /// Whether full-width digits and letters become ASCII. Default: no.
  public var foldsWidth = false
  /// Whether pictures are read. Default: yes.
  public var readsPictures = true
  /// How many pages are converted at a time. Default: 1.
  public var jobs = 1
  /// Whether pages that failed are done again though nothing about them has changed. Default: no.
  public var retriesErrors = false
  /// Whether every page is done again. Default: no.
  public var isForced = false

  /// Makes the default options.
  public init() {}

  /// What a saved result depends on beside the page: the program and what it was asked for.
  var key: String {
    "\(Tool.name) script=\(script.rawValue) width=\(foldsWidth ? "ascii" : "keep") pictures=\(readsPictures)"
  }
}

/// How far a run is.
public struct BulkProgress: Sendable, Hashable {
  /// The number of pages.
  public var total: Int
  /// How many came out whole, in part, or not at all; `failed` counts those given up too.
  public var complete = 0, partial = 0, failed = 0
  /// How many were done in an earlier run and have not changed.
  public var skipped = 0
  /// The gravest package that was missing, by the last page that missed one.
  public var missingPackage: String?

  /// How many pages are behind us.
  public var done: Int { complete + partial + failed + skipped }
}

/// Converts pages into a store.
///
/// - Parameters:
///   - items: The pages; their identifiers are all different.
///   - now: The time as ISO 8601, for the table of runs.
///   - isInterrupted: Asked before each page; when it says yes, the pages in work are finished and the run ends.
///   - progress: Told when pages have been saved, on any thread, one call at a time.
/// - Throws: `StoreError`; what was saved stays.
public func convert(
  _ items: [BulkItem], into store: Store, with converter: WorkerConverter, options: BulkOptions,
  now: @Sendable () -> String, isInterrupted: @escaping @Sendable () -> Bool,
  progress: @escaping @Sendable (BulkProgress) -> Void
) throws(StoreError) -> BulkProgress {
  let (suspects, items) = divide(items, attempts: try store.unfinishedAttempts())
  let run = try store.beginRun(options: options.key, at: now())
  let ledger = Ledger(store: store, options: options.key, run: run, pages: suspects.count + items.count, progress: progress)
  let step = PageStep(
    store: store, converter: converter, options: options, ledger: ledger, isInterrupted: isInterrupted)
  for suspect in suspects { try step.convert([suspect]) }
  try ledger.save()
  let jobs = max(1, options.jobs)
  let state = Mutex((next: 0, error: StoreError?.none))
  DispatchQueue.concurrentPerform(iterations: jobs) { _ in
    var stretch = Stretch()
    while !isInterrupted() {
      let pages = state.withLock { state in
        guard state.error == nil else { return items[items.endIndex...] }
        // Towards the end the stretches get shorter, so that the jobs end together.
        let count = min(stretch.count, max(1, (items.count - state.next) / (2 * jobs)))
        defer { state.next = min(items.count, state.next + count) }
        return items[state.next...].prefix(count)
      }
      guard !pages.isEmpty else { return }
      do throws(StoreError) {
        try stretch.measure { () throws(StoreError) in try step.convert(pages) }
      } catch {
        state.withLock { $0.error = $0.error ?? error }
      }
    }
  }
  if let error = state.withLock({ $0.error }) { throw error }
  try ledger.save()
  let result = ledger.result
  if result.done == result.total { try store.finishRun(run, at: now()) }
  return result
}

/// What was in work at a crash, the most often tried first, and the other pages.
///
/// The suspects are tried before all others, one at a time. What brings the machine down does so before other work is
/// lost; and a page that was in work by chance is done before chance can hit it again: left in their places, six of
/// ten thousand pages were given up after a hundred random kills.
private func divide(
  _ items: [BulkItem], attempts: [String: Int]
) -> (suspects: [BulkItem], others: [BulkItem]) {
  guard !attempts.isEmpty else { return ([], items) }
  // Sorting is stable: those tried equally often keep their order.
  let suspects = items.filter { attempts[$0.id] != nil }
    .sorted { attempts[$0.id, default: 0] > attempts[$1.id, default: 0] }
  return (suspects, items.filter { attempts[$0.id] == nil })
}

/// How many pages a job takes at a time: as many as it converts in about a quarter of a second, at most 64. They are
/// begun in one transaction, and a crash costs what was done of them.
private struct Stretch {
  private(set) var count = 1

  mutating func measure(_ work: () throws(StoreError) -> Void) throws(StoreError) {
    let begun = SuspendingClock.now
    try work()
    let time = begun.duration(to: .now)
    if time < .milliseconds(125) { count = min(64, 2 * count) }
    if time > .milliseconds(250) { count = max(1, count / 2) }
  }
}
