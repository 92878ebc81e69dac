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
///   - progress: Told after each page, on any thread, one call at a time.
/// - Throws: `StoreError`; what was saved stays.
public func convert(
  _ items: [BulkItem], into store: Store, with converter: WorkerConverter, options: BulkOptions,
  now: @Sendable () -> String, isInterrupted: @escaping @Sendable () -> Bool,
  progress: @escaping @Sendable (BulkProgress) -> Void
) throws(StoreError) -> BulkProgress {
  let run = try store.beginRun(options: options.key, at: now())
  let step = PageStep(store: store, converter: converter, options: options, run: run)
  let state = Mutex((next: 0, progress: BulkProgress(total: items.count), error: StoreError?.none))
  DispatchQueue.concurrentPerform(iterations: max(1, options.jobs)) { _ in
    while !isInterrupted() {
      let index = state.withLock { state in
        guard state.error == nil, state.next < items.count else { return Int?.none }
        defer { state.next += 1 }
        return state.next
      }
      guard let index else { return }
      let outcome = Result { () throws(StoreError) in try step.convert(items[index]) }
      state.withLock { state in
        switch outcome {
        case .success(let outcome):
          state.progress.count(outcome)
          progress(state.progress)
        case .failure(let error): state.error = state.error ?? error
        }
      }
    }
  }
  let (next, result, error) = state.withLock { $0 }
  if let error { throw error }
  if next == items.count { try store.finishRun(run, at: now()) }
  return result
}

extension BulkProgress {
  fileprivate mutating func count(_ outcome: PageStep.Outcome) {
    switch outcome {
    case .skipped: skipped += 1
    case .saved(let status, let package):
      missingPackage = package ?? missingPackage
      switch status {
      case .complete: complete += 1
      case .partial: partial += 1
      case .failed: failed += 1
      }
    }
  }
}
