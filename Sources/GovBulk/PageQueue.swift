import Dispatch
import Synchronization

/// Pages whose work has been noted in the store, on their way to the jobs.
///
/// One thread adds, waits and ends; any number take and finish.
final class PageQueue: Sendable {
  private let state = Mutex(State())
  /// Counts the pages that wait, and the end.
  private let arrivals = DispatchSemaphore(value: 0)
  /// Counts how often few pages were left.
  private let departures = DispatchSemaphore(value: 0)

  private struct State {
    var waiting: [LoadedPage] = []
    var inWork = 0
    /// How many waiting pages are few.
    var few = 0
  }

  /// How many pages wait for a job.
  var waiting: Int { state.withLock { $0.waiting.count } }

  /// How many pages wait or are in work.
  var open: Int { state.withLock { $0.waiting.count + $0.inWork } }

  /// Puts pages behind those that wait.
  ///
  /// - Parameter few: How many must be left for `awaitDepartures` to return; to wake for each page costs two switches of it.
  func add(_ pages: [LoadedPage], untilFew few: Int) {
    state.withLock { state in
      state.waiting += pages
      state.few = few
    }
    for _ in pages { arrivals.signal() }
  }

  /// No page will come any more; call it once.
  func end() { arrivals.signal() }

  /// The next page, for which the caller calls `finish` when it is done with it; `nil` after the last one. Waits for one.
  func next() -> LoadedPage? {
    arrivals.wait()
    let page = state.withLock { state in
      guard !state.waiting.isEmpty else { return LoadedPage?.none }
      state.inWork += 1
      defer { if state.waiting.count == state.few { departures.signal() } }
      return state.waiting.removeFirst()
    }
    if page == nil { end() }
    return page
  }

  /// Takes down that a page is no longer in work.
  func finish() {
    let isLast = state.withLock { state in
      state.inWork -= 1
      return state.inWork == 0 && state.waiting.isEmpty
    }
    if isLast { departures.signal() }
  }

  /// Waits until few pages wait, or none is left at all, at most so many milliseconds; it may return before.
  func awaitDepartures(atMost milliseconds: Int) {
    _ = departures.wait(timeout: .now() + .milliseconds(milliseconds))
    // What else has left meanwhile needs no look of its own.
    while departures.wait(timeout: .now()) == .success {}
  }
}
