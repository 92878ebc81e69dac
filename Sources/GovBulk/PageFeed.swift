import Dispatch
import GovWorker
import Synchronization

/// Brings pages to the jobs, and what became of them into the store.
///
/// One thread does all that concerns the store, the caller's; the jobs have pages to work on meanwhile. A page reaches
/// them when it is on the disk that its work begins.
struct PageFeed: Sendable {
  let step: PageStep
  let isInterrupted: @Sendable () -> Bool

  private let halt = Halt()
  private let queue = PageQueue()

  init(step: PageStep, isInterrupted: @escaping @Sendable () -> Bool) {
    self.step = step
    self.isInterrupted = isInterrupted
  }

  /// Converts the suspects one at a time, then the others; stops between two pages when the run is interrupted.
  ///
  /// - Throws: `BulkError`; all that was converted before a worker could not be started has been saved.
  func convert(suspects: [BulkItem], others: [BulkItem], jobs: Int) throws(BulkError) {
    let group = DispatchGroup()
    for number in 0..<jobs {
      // A queue of its own is a thread of its own, however many cores there are.
      DispatchQueue(label: "job \(number)").async(group: group) { work() }
    }
    defer {
      queue.end()
      group.wait()
    }
    do throws(StoreError) {
      for suspect in suspects { try feed([suspect], jobs: 1) }
      try feed(others, jobs: jobs)
    } catch {
      halt.call(for: .store(error))
      throw .store(error)
    }
    if let reason = halt.reason { throw reason }
  }

  /// What a job does until there are no more pages. When the run is over, what waits is not worth its work.
  private func work() {
    while let page = queue.next() {
      if isInterrupted() || halt.reason != nil {
        step.drop(page)
      } else {
        convert(page)
      }
      queue.finish()
    }
  }

  /// Converts a page; without a worker it is left for the next run, and so are all others.
  private func convert(_ page: LoadedPage) {
    do throws(WorkerFailure) {
      try step.convert(page)
    } catch {
      halt.call(for: .worker(error))
      step.drop(page)
    }
  }

  /// Has the jobs convert some pages, and returns when all that became of them is saved.
  private func feed(_ items: [BulkItem], jobs: Int) throws(StoreError) {
    var rest = items[...]
    var stretch = Stretch(jobs: jobs)
    while !rest.isEmpty, !isInterrupted(), halt.reason == nil {
      let pages = try step.load(&rest, atMost: stretch.count)
      try step.begin(pages)
      queue.add(pages, untilFew: stretch.count / 2)
      let begun = SuspendingClock.now
      try save { queue.waiting > stretch.count / 2 }
      stretch.adapt(to: begun.duration(to: .now))
    }
    try save { queue.open > 0 }
    try step.ledger.save()
  }

  /// Saves what the jobs have done, now and then, as long as there is something to wait for.
  private func save(while isGoingOn: () -> Bool) throws(StoreError) {
    while isGoingOn() {
      queue.awaitDepartures(atMost: 100)
      if step.ledger.isDue { try step.ledger.save() }
    }
  }
}

/// How many pages are begun in one transaction: twice as many as the jobs convert in an eighth of a second, at most
/// 128. A crash costs what was done of them.
private struct Stretch {
  private let jobs: Int
  private(set) var count: Int

  init(jobs: Int) {
    self.jobs = jobs
    count = jobs
  }

  /// - Parameter time: How long half of the pages took.
  mutating func adapt(to time: Duration) {
    if time < .milliseconds(60) { count = min(128, 2 * count) }
    if time > .milliseconds(125) { count = max(jobs, count / 2) }
  }
}

/// Calls the jobs off: told by whoever cannot go on, asked before each page.
private final class Halt: Sendable {
  private let first = Mutex<BulkError?>(nil)

  /// Why the run is over; absent while it goes on.
  var reason: BulkError? { first.withLock { $0 } }

  /// Ends the run; of several reasons the first one is told.
  func call(for reason: BulkError) {
    first.withLock { $0 = $0 ?? reason }
  }
}
