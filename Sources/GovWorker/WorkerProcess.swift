import CLinux
import Glibc

/// A running worker: the process, the line to it, and the file that its libraries print to.
///
/// The child gets descriptor 3 as its end of the line and nothing else of ours; descriptors 1 and 2 lead to a file in
/// memory, so that no library can write into the protocol or on the user's terminal, and its last words can be told.
struct WorkerProcess: ~Copyable {
  private let child: Child
  private let channel: Channel
  private let log: Descriptor

  init(_ settings: WorkerSettings) throws(SpawnError) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw SpawnError(number: errno) }
    let end = Descriptor(owning: ends[0])
    let otherEnd = Descriptor(owning: ends[1])
    let memory = linux_memory_file("govconvert-worker")
    guard memory >= 0 else { throw SpawnError(number: errno) }
    let log = try outOfTheWay(Descriptor(owning: memory))
    let ours = try outOfTheWay(end)
    let theirs = try outOfTheWay(otherEnd)
    let process = try spawn(settings, line: theirs.number, log: log.number)
    self.child = Child(processIdentifier: process)
    self.channel = Channel(ours)
    self.log = log
  }

  func send(_ message: some Wired, until deadline: SuspendingClock.Instant) throws(ChannelError) {
    try channel.send(message, until: deadline)
  }

  func receive<Message: Wired>(
    _ type: Message.Type, until deadline: SuspendingClock.Instant
  ) throws(ChannelError) -> Message {
    try channel.receive(type, until: deadline)
  }

  /// Ends the process if it still runs, and tells how it ended.
  consuming func end() -> Death {
    let (status, peak) = child.end()
    let log = WorkerLog(of: log.number)
    return Death(status: status, peakMemory: log.peakMemory(ofKernel: peak), lastWords: log.lastWords)
  }
}

/// Why no process came into being.
struct SpawnError: Error {
  /// The error number of the call that failed.
  let number: Int32
}

/// The one owner of a child process; ends and reaps it when it goes.
private struct Child: ~Copyable {
  private let processIdentifier: pid_t

  init(processIdentifier: pid_t) { self.processIdentifier = processIdentifier }

  deinit { _ = reap(processIdentifier) }

  /// Ends and reaps the process.
  ///
  /// - Returns: The status of `wait4` and the largest resident set in bytes. The signal sent here cannot cover up an
  ///   earlier death: the kernel fixes the status before it closes the dying process's end of the line.
  consuming func end() -> (status: Int32, peak: Int) {
    let result = reap(processIdentifier)
    discard self
    return result
  }
}

private func reap(_ process: pid_t) -> (status: Int32, peak: Int) {
  var status: Int32 = 0
  var usage = rusage()
  kill(process, SIGKILL)
  while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
  return (status, usage.ru_maxrss << 10)
}

/// Moves a descriptor above those that a worker is given, which `spawn` fills one after another: when the command was
/// started with its standard error closed, a new descriptor may have got its number.
private func outOfTheWay(_ descriptor: consuming Descriptor) throws(SpawnError) -> Descriptor {
  let moved = fcntl(descriptor.number, F_DUPFD_CLOEXEC, lineDescriptor + 1)
  // Without one `posix_spawn` would pass over the step, and the worker get our standard error.
  guard moved >= 0 else { throw SpawnError(number: errno) }
  return Descriptor(owning: moved)
}

private func spawn(_ settings: WorkerSettings, line: Int32, log: Int32) throws(SpawnError) -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, log, STDOUT_FILENO)
  posix_spawn_file_actions_adddup2(&actions, log, STDERR_FILENO)
  posix_spawn_file_actions_adddup2(&actions, line, lineDescriptor)
  posix_spawn_file_actions_addclosefrom_np(&actions, lineDescriptor + 1)
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  blockInterrupt(in: &attributes)
  var process: pid_t = 0
  let arguments = [settings.executable, String(settings.memory), settings.version]
  let environment = settings.environment.filter { !$0.isOurs } + ["OMP_THREAD_LIMIT=1", "SWIFT_BACKTRACE=enable=no"]
  let failure = withCStrings(arguments) { arguments in
    withCStrings(environment) { environment in
      posix_spawn(&process, settings.executable, &actions, &attributes, arguments, environment)
    }
  }
  guard failure == 0 else { throw SpawnError(number: failure) }
  return process
}

/// A Ctrl-C on the terminal reaches the whole process group; only the command decides what it means.
private func blockInterrupt(in attributes: inout posix_spawnattr_t) {
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGINT)
  posix_spawnattr_setsigmask(&attributes, &signals)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
}

private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
  defer { pointers.forEach { free($0) } }
  return pointers.withUnsafeMutableBufferPointer { buffer in
    // An array with its terminating nil has an address.
    body(buffer.baseAddress.unsafelyUnwrapped)
  }
}

extension String {
  /// Whether it sets a variable that we set ourselves.
  fileprivate var isOurs: Bool { hasPrefix("OMP_THREAD_LIMIT=") || hasPrefix("SWIFT_BACKTRACE=") }
}
