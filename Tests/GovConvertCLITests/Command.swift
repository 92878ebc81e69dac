import FoundationEssentials
import Glibc
import TestSupport

/// What a run of the built command left behind.
struct Outcome {
  /// The exit status; 128 plus the signal's number when a signal ended it.
  let exit: Int32
  let output: String
  let errors: String
}

/// Where the command's standard output goes.
enum Destination {
  case file
  /// A pipe whose reader has gone away.
  case closedPipe
}

/// Runs the built command in a folder and waits for it.
func govconvert(
  _ arguments: String..., in folder: ScratchFolder, input: String = "", to destination: Destination = .file
) throws -> Outcome {
  try govconvert(arguments, in: folder, input: input, to: destination)
}

/// Runs the built command in a folder and waits for it.
func govconvert(
  _ arguments: [String], in folder: ScratchFolder, input: String = "", to destination: Destination = .file
) throws -> Outcome {
  let streams = try ScratchFolder()
  try streams.write(input, to: "in")
  let words = [binary] + arguments
  let child = try Child(words, in: folder.path, input: "\(streams.path)/in", streams: streams.path, destination)
  return Outcome(
    exit: child.wait(), output: try streams.read("out"), errors: try streams.read("err"))
}

/// Runs a line of a shell in which `govconvert` is the built command.
func shell(_ line: String, in folder: ScratchFolder) throws -> Outcome {
  let streams = try ScratchFolder()
  let path = binary.dropLast("/govconvert".count)
  let arguments = ["bash", "-o", "pipefail", "-c", "PATH=\(path):$PATH; \(line)"]
  let child = try Child(arguments, in: folder.path, input: "/dev/null", streams: streams.path)
  return Outcome(exit: child.wait(), output: try streams.read("out"), errors: try streams.read("err"))
}

/// A running command.
struct Child {
  private var process: pid_t = 0

  /// - Parameters:
  ///   - input: The path that standard input is opened from.
  ///   - streams: The folder that gets `out` and `err`.
  init(
    _ arguments: [String], in folder: String, input: String, streams: String, _ destination: Destination = .file
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDWR, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "\(streams)/err", O_WRONLY | O_CREAT, 0o600)
    var ends: [Int32] = [-1, -1]
    defer { ends.forEach { close($0) } }
    switch destination {
    case .file:
      posix_spawn_file_actions_addopen(&actions, 1, "\(streams)/out", O_WRONLY | O_CREAT, 0o600)
    case .closedPipe:
      try Data().write(to: URL(filePath: "\(streams)/out"))
      pipe(&ends)
      close(ends[0])
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    }
    let words = ["env", "--chdir=\(folder)"] + arguments
    var vector = words.map { strdup($0) } + [nil]
    defer { vector.forEach { free($0) } }
    guard posix_spawn(&process, "/usr/bin/env", &actions, nil, &vector, environ) == 0 else { throw POSIXError(.ENOENT) }
  }

  func interrupt() { kill(process, SIGINT) }

  /// Waits until a signal of Ctrl-C would no longer end it by itself, see proc(5), or until it has ended.
  func waitUntilItHandlesInterrupts() {
    let bit = UInt64(1) << (UInt64(SIGINT) - 1)
    while let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) {
      let line = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
      let caught = UInt64(line?.dropFirst(7).filter(\.isHexDigit) ?? "", radix: 16) ?? 0
      if caught & bit != 0 || status.contains("State:\tZ") { return }
      usleep(2000)
    }
  }

  /// Waits for its end, at most ten minutes: a command that hangs must fail its test, not keep the whole run waiting.
  func wait() -> Int32 {
    var status: Int32 = 0
    let deadline = SuspendingClock.now + .seconds(600)
    while waitpid(process, &status, WNOHANG) == 0 {
      usleep(2000)
      if SuspendingClock.now > deadline { kill(process, SIGKILL) }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }
}

/// The command, built beside the test bundle.
let binary: String = {
  let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
  return "/" + bundle.split(separator: "/").dropLast().joined(separator: "/") + "/govconvert"
}()
