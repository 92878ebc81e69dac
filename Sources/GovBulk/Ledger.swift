import GovConvert
import GovWorker
import Synchronization

/// What the jobs of a run have done and not yet saved.
///
/// A transaction that reaches the disk costs as much as converting several pages, so pages are saved together. A page
/// counts as done when it is saved: a crash, even of the machine, costs work, never something that was reported.
final class Ledger: Sendable {
  private let store: Store
  private let options: String
  private let run: Int
  private let progress: @Sendable (BulkProgress) -> Void
  private let state: Mutex<State>

  private struct State {
    var progress: BulkProgress
    var change = StoreChange()
    /// What the change takes in memory, in bytes.
    var size = 0
    /// When something was saved last.
    var saved = SuspendingClock.now
  }

  init(
    store: Store, options: String, run: Int, pages: Int, progress: @escaping @Sendable (BulkProgress) -> Void
  ) {
    self.store = store
    self.options = options
    self.run = run
    self.progress = progress
    state = Mutex(State(progress: BulkProgress(total: pages)))
  }

  /// How far the run is, by what is saved.
  var result: BulkProgress { state.withLock { $0.progress } }

  /// Counts a page that needs nothing done.
  ///
  /// - Parameter saved: What became of it in an earlier run.
  func skip(_ saved: PageState.Saved) {
    report { progress in
      progress.skipped += 1
      if saved.hasFailed { progress.skippedFailures += 1 }
    }
  }

  /// Whether there is much to save, or something since a quarter of a second.
  var isDue: Bool {
    state.withLock { state in
      guard !state.change.isEmpty else { return false }
      return state.size > 8 << 20 || state.saved.duration(to: .now) > .milliseconds(250)
    }
  }

  /// Takes down what became of a page.
  func add(_ page: PageResult) {
    state.withLock { state in
      state.change.finished.append(page)
      state.size += page.answer.json.count + page.answer.rows.bytes.count
    }
  }

  /// Takes down that a page was not converted after all.
  func drop(_ id: String) {
    state.withLock { $0.change.dropped.append(id) }
  }

  /// Saves all that has been taken down, together with the attempts that begin now; on one thread at a time.
  func save(beginning pages: [PageKey] = []) throws(StoreError) {
    var change = state.withLock { state in
      defer {
        state.change = StoreChange()
        state.size = 0
        state.saved = .now
      }
      return state.change
    }
    change.begun = pages
    try store.commit(change, options: options, run: run)
    guard !change.finished.isEmpty else { return }
    report { progress in change.finished.forEach { progress.count($0.answer) } }
  }

  private func report(_ change: (inout BulkProgress) -> Void) {
    state.withLock { state in
      change(&state.progress)
      progress(state.progress)
    }
  }
}

extension BulkProgress {
  fileprivate mutating func count(_ answer: DocumentAnswer) {
    missingPackage = answer.missingPackage ?? missingPackage
    switch answer.status {
    case .complete: complete += 1
    case .partial: partial += 1
    case .failed: failed += 1
    }
  }
}
