import Dispatch
import Synchronization

/// Brings pages to the jobs, and what became of them into the store.
///
/// One thread does all that concerns the store, the caller's; the jobs have pages to work on meanwhile. A page reaches
/// them when it is on the disk that its work begins.
struct PageFeed: Sendable {
  let step: PageStep
  let isInterrupted: @Sendable () -> Bool

  /// Set when the store refuses: what waits is then not worth its work.
  private let hasFailed = Failure()
  private let queue = PageQueue()

  init(step: PageStep, isInterrupted: @escaping @Sendable () -> Bool) {
    self.step = step
    self.isInterrupted = isInterrupted
  }

  /// Converts the suspects one at a time, then the others; stops between two pages when the run is interrupted.
  func convert(suspects: [BulkItem], others: [BulkItem], jobs: Int) throws(StoreError) {
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
      hasFailed.set()
      throw error
    }
  }

  /// What a job does until there are no more pages.
  private func work() {
    while let page = queue.next() {
      if isInterrupted() || hasFailed.isSet { step.drop(page) } else { step.convert(page) }
      queue.finish()
    }
  }

  /// Has the jobs convert some pages, and returns when all that became of them is saved.
  private func feed(_ items: [BulkItem], jobs: Int) throws(StoreError) {
    var rest = items[...]
    var stretch = Stretch(jobs: jobs)
    while !rest.isEmpty, !isInterrupted() {
      let pages = try step.load(&rest, atMost: stretch.count)
      try step.ledger.save(beginning: pages.map(\.key))
      queue.add(pages)
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
      queue.awaitDeparture(atMost: 100)
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

/// A flag that is set once.
private final class Failure: Sendable {
  private let flag = Atomic(false)

  var isSet: Bool { flag.load(ordering: .relaxed) }

  func set() { flag.store(true, ordering: .relaxed) }
}
