import Glibc
import GovDocument

/// Why a worker did not give an answer.
public struct WorkerFailure: Error, Sendable, Hashable {
  /// What happened to it.
  public var code: Code
  /// The number of the signal that ended it; absent when none did.
  public var signal: Int?
  /// What it was doing.
  public var stage: Stage
  /// One line for a person.
  public var message: String

  /// The ways in which a worker fails.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// A signal ended it: a bad memory access, a trap, an abort.
    case crash = "worker-crash"
    /// It left with an exit code of its own, though it is never asked to.
    case exit = "worker-exit"
    /// It took longer than its deadline and was ended.
    case hang = "worker-timeout"
    /// It needed more memory than it may have.
    case memory = "worker-memory"
    /// Somebody else ended it, again and again.
    case killed = "worker-killed"
    /// The system had no room to start it, again and again.
    case busy = "worker-busy"
    /// It could not be started.
    case missing = "worker-missing"
    /// What it sent makes no sense.
    case nonsense = "worker-nonsense"
  }

  /// The failure as the error of an input.
  public func conversionError(of name: String) -> ConversionError {
    ConversionError(
      name: name, code: Finding.Code(rawValue: code.rawValue), signal: signal, stage: .convert, message: message)
  }

  /// The failure as a finding about a picture.
  var pictureError: PictureError {
    PictureError(code: Finding.Code(rawValue: code.rawValue), message: message)
  }
}

/// How a process ended, as the kernel tells it.
struct Death {
  /// The status as `wait4` gives it.
  let status: Int32
  /// The largest resident set, or the memory for data at the moment of a crash, whichever is more, in bytes; 0 when
  /// neither is known.
  let peakMemory: Int
  /// The last line that the process or a library in it wrote for people; empty when there is none.
  let lastWords: String

  private var signal: Int32? { status & 0x7f == 0 ? nil : status & 0x7f }
  private var exitCode: Int32 { (status >> 8) & 0xff }

  /// Whether it was a worker of another version of the program, as while an update replaces the files.
  var isOfAnotherVersion: Bool { signal == nil && exitCode == WorkerSettings.otherVersion }

  /// Names the cause of a death that came unasked.
  ///
  /// An array that grows asks for twice its size, so a process that runs into its limit dies with anything over half
  /// of it in use; a death above that mark counts as exhaustion.
  func failure(during stage: Stage, memoryLimit: Int) -> WorkerFailure {
    if let signal, signalsFromOutside.contains(signal), peakMemory < memoryLimit / 2 {
      return failure(.killed, stage, "was killed from outside")
    }
    if peakMemory >= memoryLimit / 2 || lastWords.isAboutMemory {
      return failure(.memory, stage, "needed more than \(memoryLimit >> 20) MiB of memory")
    }
    guard let signal else { return failure(.exit, stage, "left with exit code \(exitCode)") }
    return failure(.crash, stage, "was ended by \(signalName(signal))")
  }

  private func failure(_ code: WorkerFailure.Code, _ stage: Stage, _ what: String) -> WorkerFailure {
    let words = lastWords.isEmpty ? "" : " (\(lastWords))"
    return WorkerFailure(
      code: code, signal: signal.map(Int.init), stage: stage, message: "the worker \(what) at stage \(stage)\(words)")
  }
}

extension String {
  /// What Swift's and C++'s allocators say when there is nothing left.
  fileprivate var isAboutMemory: Bool {
    let text = lowercased()
    return ["bad_alloc", "could not allocate memory", "out of memory"].contains { text.contains($0) }
  }
}

/// What no fault of a program raises: somebody, or the system's shutdown, sent it.
private let signalsFromOutside = [SIGKILL, SIGTERM, SIGHUP, SIGINT, SIGQUIT]

private func signalName(_ number: Int32) -> String {
  switch number {
  case SIGSEGV: "SIGSEGV"
  case SIGILL: "SIGILL"
  case SIGTRAP: "SIGTRAP"
  case SIGABRT: "SIGABRT"
  case SIGBUS: "SIGBUS"
  case SIGFPE: "SIGFPE"
  case SIGKILL: "SIGKILL"
  case SIGTERM: "SIGTERM"
  default: "signal \(number)"
  }
}
