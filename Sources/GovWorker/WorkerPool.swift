import Dispatch
import GovDocument
import Synchronization

/// Several workers that take work as they become free.
///
/// Workers start when there is work for them, and end with the pool.
public final class WorkerPool: Sendable {
  /// More workers than any machine has processors for.
  package static let most = 1024

  private let supervisors: [Supervisor]
  private let free: Mutex<[Int]>
  private let places: DispatchSemaphore

  /// Makes a pool of at most `count` workers, at least one and at most 1024.
  public init(_ settings: WorkerSettings, count: Int = 1) {
    let count = min(max(1, count), Self.most)
    supervisors = (0..<count).map { _ in Supervisor(settings) }
    free = Mutex(Array(0..<count).reversed())
    places = DispatchSemaphore(value: count)
  }

  /// Has the work done by a free worker; waits for one, and for the answer.
  func perform(
    _ request: Request, stage: Stage, resources: any Resources = NoResources()
  ) -> Result<Reply, WorkerFailure> {
    places.wait()
    defer { places.signal() }
    // The semaphore counts the free places, so there is one; the last one used comes first: it runs already.
    let index = free.withLock { $0.popLast() } ?? 0
    defer { free.withLock { $0.append(index) } }
    return supervisors[index].perform(request, stage: stage, resources: resources)
  }
}
