import GovConvert
import GovWorker

/// What a bulk run is asked for.
public struct BulkOptions: Sendable {
  /// The script of the result.
  public var script = NormalizationOptions.TargetScript.simplified
  /// Whether full-width digits and letters become ASCII. Default: no.
  public var foldsWidth = false
  /// Whether pictures are read. Default: yes.
  public var readsPictures = true
  /// How many pages are converted at a time, at most `mostJobs`. Default: 1.
  public var jobs = 1
  /// More than any machine has processors for: a job is a thread here and a process of its own.
  public static let mostJobs = WorkerPool.most
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
  /// How many of those skipped had failed or been given up.
  public var skippedFailures = 0
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
///   - isInterrupted: Asked before each page, on any thread; when it says yes, the pages in work are finished and the run
///     ends.
///   - progress: Told when pages have been saved, on any thread, one call at a time.
/// - Throws: `BulkError`; what was saved stays, and the next run goes on from there.
public func convert(
  _ items: [BulkItem], into store: Store, with converter: any PageConverter, options: BulkOptions,
  now: @Sendable () -> String, isInterrupted: @escaping @Sendable () -> Bool,
  progress: @escaping @Sendable (BulkProgress) -> Void
) throws(BulkError) -> BulkProgress {
  let (run, attempts) = try inStore { () throws(StoreError) in
    (try store.beginRun(options: options.key, at: now()), try store.unfinishedAttempts())
  }
  let (suspects, others) = divide(items, attempts: attempts)
  let ledger = Ledger(store: store, options: options.key, run: run, pages: items.count, progress: progress)
  let step = PageStep(store: store, converter: converter, options: options, ledger: ledger)
  let feed = PageFeed(step: step, isInterrupted: isInterrupted)
  let ballast = Ballast(beside: store.path)
  do throws(BulkError) {
    let jobs = min(options.jobs, items.count, BulkOptions.mostJobs)
    try feed.convert(suspects: suspects, others: others, jobs: max(1, jobs))
  } catch {
    // It was the store that failed, or the worker; nothing that was in work has to answer for it.
    ballast.drop()
    store.forgetAttempts(of: run)
    throw error
  }
  let result = ledger.result
  if result.done == result.total {
    try inStore { () throws(StoreError) in try store.finishRun(run, at: now()) }
  }
  return result
}

private func inStore<Value>(_ work: () throws(StoreError) -> Value) throws(BulkError) -> Value {
  do { return try work() } catch { throw .store(error) }
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
