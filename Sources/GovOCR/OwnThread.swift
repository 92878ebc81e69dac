import GovDocument

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One thread with a state of its own, made on the thread, that does one job after the other.
///
/// Not an actor: a picture takes a second of pure computing, and an actor would take that from the cooperative pool.
/// Not the caller's thread either: the engines in the state must stay on one thread, and OpenMP is confined per thread.
final class OwnThread<State>: Sendable {
  private let queue = JobQueue<State>()

  /// - Parameter make: Makes the state before the first job; its error answers that job, and the next one tries again.
  init(_ make: @escaping @Sendable () throws(PictureError) -> State) {
    let queue = queue
    startThread {
      var state: State?
      while let job = queue.next() { job(&state, make) }
    }
  }

  deinit { queue.close() }

  /// Does a job and waits for it.
  func run<Value: Sendable>(
    _ work: @escaping @Sendable (inout State) -> Result<Value, PictureError>
  ) -> Result<Value, PictureError> {
    let answer = Answer<Value>()
    queue.append { state, make in answer.give(perform(work, &state, make)) }
    return answer.wait()
  }

  /// Does a job; the caller's task is suspended meanwhile.
  func run<Value: Sendable>(
    _ work: @escaping @Sendable (inout State) -> Result<Value, PictureError>
  ) async -> Result<Value, PictureError> {
    await withCheckedContinuation { continuation in
      queue.append { state, make in continuation.resume(returning: perform(work, &state, make)) }
    }
  }
}

private func perform<State, Value>(
  _ work: (inout State) -> Result<Value, PictureError>, _ state: inout State?, _ make: () throws(PictureError) -> State
) -> Result<Value, PictureError> {
  do {
    var ready = if let state { state } else { try make() }
    defer { state = ready }
    return work(&ready)
  } catch {
    return .failure(error)
  }
}

private func startThread(_ body: @escaping @Sendable () -> Void) {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  pthread_attr_setstacksize(&attributes, 8 << 20)
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Body(run: body))
  let failed = pthread_create(
    &thread, &attributes,
    { context in
      guard let context else { return nil }
      Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
      return nil
    }, box.toOpaque())
  pthread_attr_destroy(&attributes)
  if failed != 0 { box.release() }
}

private final class Body: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) { self.run = run }
}

/// A mutex with a condition. `@unchecked Sendable`: both pointers are set once, and POSIX makes what they point at safe
/// for use by several threads.
private final class Monitor: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(condition)
    mutex.deallocate()
    condition.deallocate()
  }

  /// Calls `body` alone, and wakes who waits.
  func change(_ body: () -> Void) {
    pthread_mutex_lock(mutex)
    body()
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }

  /// Calls `body` alone, again and again after changes, until it gives a value.
  func wait<Value>(for body: () -> Value?) -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let value = body() { return value }
      pthread_cond_wait(condition, mutex)
    }
  }
}

/// Jobs in the order in which they came. `@unchecked Sendable`: its fields are touched inside the monitor only.
private final class JobQueue<State>: @unchecked Sendable {
  typealias Job = @Sendable (inout State?, () throws(PictureError) -> State) -> Void

  private let monitor = Monitor()
  private var jobs: [Job] = []
  private var closed = false

  func append(_ job: @escaping Job) { monitor.change { jobs.append(job) } }

  func close() { monitor.change { closed = true } }

  /// The next job, waited for; `nil` after the end.
  func next() -> Job? {
    monitor.wait { () -> Job?? in
      if !jobs.isEmpty { return .some(jobs.removeFirst()) }
      return closed ? .some(nil) : nil
    }
  }
}

/// A value that one thread gives and another waits for. `@unchecked Sendable`: touched inside the monitor only.
private final class Answer<Value: Sendable>: @unchecked Sendable {
  private let monitor = Monitor()
  private var value: Result<Value, PictureError>?

  func give(_ result: Result<Value, PictureError>) { monitor.change { value = result } }

  func wait() -> Result<Value, PictureError> { monitor.wait { value } }
}
