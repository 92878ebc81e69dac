import Glibc
import GovConvert
import Synchronization

/// Keeps one worker at work: starts it, gives it one piece of work at a time, watches its clock, replaces it when it
/// dies and after so many answers.
///
/// A piece of work that ended a worker is run again, in a fresh process that has done nothing else: only what fails
/// there too is convicted. A worker that somebody else killed, or that the system had no room to start, says nothing
/// about its work, so that has more chances, further and further apart: who kills at random must not convict it.
final class Supervisor: Sendable {
  /// The longest pause before another chance, in microseconds; the first is 1 ms, each is twice the one before.
  private static let longestPause = 250_000

  private let settings: WorkerSettings
  private let slot = Mutex(Slot())

  private struct Slot: ~Copyable {
    var process: WorkerProcess?
    var answers = 0
  }

  init(_ settings: WorkerSettings) { self.settings = settings }

  /// Has the work done, and waits for it. Calls from several threads take turns.
  func perform(_ request: Request, stage: Stage, resources: any Resources) -> Result<Reply, WorkerFailure> {
    slot.withLock { slot in
      var suspected = false
      var mishaps = 0
      while true {
        do throws(WorkerFailure) {
          return .success(try attempt(request, stage: stage, resources: resources, in: &slot))
        } catch {
          switch error.code {
          case .missing: return .failure(error)
          case .killed, .busy:
            guard mishaps < settings.mishaps else { return .failure(error) }
            usleep(UInt32(min(1000 << min(mishaps, 10), Supervisor.longestPause)))
            mishaps += 1
          case _ where suspected: return .failure(error)
          default: suspected = true
          }
        }
      }
    }
  }

  private func attempt(
    _ request: Request, stage: Stage, resources: any Resources, in slot: inout Slot
  ) throws(WorkerFailure) -> Reply {
    if slot.answers >= settings.recycleAfter { slot = Slot() }
    let process = if let running = slot.process.take() { running } else { try start() }
    var clock = StageClock(stage, settings)
    do throws(ChannelError) {
      let reply = try exchange(request, with: process, &clock, resources: resources)
      slot.process = consume process
      slot.answers += 1
      return reply
    } catch {
      slot.answers = 0
      throw failure(error, of: process, during: clock.stage)
    }
  }

  private func exchange(
    _ request: Request, with process: borrowing WorkerProcess, _ clock: inout StageClock, resources: any Resources
  ) throws(ChannelError) -> Reply {
    try process.send(request, until: clock.deadline)
    while true {
      switch try process.receive(Reply.self, until: clock.deadline) {
      case .stage(let next): clock.begin(next)
      case .need(let reference, let limit):
        try process.send(Request.resource(resource(reference, atMost: limit, resources)), until: clock.deadline)
      case let reply: return reply
      }
    }
  }

  /// The bytes that a worker asks for. How many it takes is not for it to say.
  private func resource(
    _ reference: String, atMost limit: Int, _ resources: any Resources
  ) -> Result<ResourceBytes, ResourceError> {
    let limit = min(max(0, limit), Options().pictureBytes)
    return Result { () throws(ResourceError) in ResourceBytes(try resources.bytes(of: reference, atMost: limit)) }
  }

  private func start() throws(WorkerFailure) -> WorkerProcess {
    do { return try WorkerProcess(settings) } catch { throw missing(error.number) }
  }

  private func failure(
    _ error: ChannelError, of process: consuming WorkerProcess, during stage: Stage
  ) -> WorkerFailure {
    let death = process.end()
    switch error {
    case .closed where death.isOfAnotherVersion:
      return WorkerFailure(
        code: .missing, signal: nil, stage: .start,
        message: "\(settings.executable) is not of \(settings.version): install both together and start again")
    case .closed: return death.failure(during: stage, memoryLimit: settings.memory)
    case .malformed:
      return WorkerFailure(
        code: .nonsense, signal: nil, stage: stage, message: "the worker's answer makes no sense at stage \(stage)")
    case .deadline:
      let limit = settings.deadline(for: stage)
      return WorkerFailure(
        code: .hang, signal: nil, stage: stage, message: "the worker took more than \(limit) at stage \(stage)")
    }
  }

  private func missing(_ number: Int32) -> WorkerFailure {
    let reason = String(cString: strerror(number))
    // No room for a process or a descriptor now; a file that is being written, as by an update, cannot be run now.
    if [EAGAIN, ENOMEM, EMFILE, ENFILE, ETXTBSY].contains(number) {
      return WorkerFailure(
        code: .busy, signal: nil, stage: .start,
        message:
          "\(settings.executable) could not be started again and again: \(reason); free memory or processes and try again"
      )
    }
    return WorkerFailure(
      code: .missing, signal: nil, stage: .start,
      message: "\(settings.executable) could not be started: \(reason); install it beside govconvert")
  }
}
