import GovDocument

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that is talked to by lines, over one socket for both directions: a socket can be written to without a signal
/// when the other end has gone.
final class ChildProcess {
  private let socket: Int32
  private let process: pid_t
  private let deadline: Int
  private var left: [UInt8] = []

  init(_ command: String, deadline: Int) throws(PictureError) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
      throw Self.failure("could not be started")
    }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    let started = Self.spawn(command, ends[1])
    close(ends[1])
    guard let started else {
      close(ends[0])
      throw Self.failure("could not be started")
    }
    (socket, process, self.deadline) = (ends[0], started, deadline)
  }

  deinit {
    close(socket)
    kill(process, SIGTERM)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// Sends all bytes.
  func send(_ bytes: [UInt8]) throws(PictureError) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { throw Self.failure("has ended") }
      sent += count
    }
  }

  /// The next line without its end; at most a megabyte, within the deadline.
  func line() throws(PictureError) -> [UInt8] {
    while true {
      if let end = left.firstIndex(of: UInt8(ascii: "\n")) {
        defer { left.removeSubrange(...end) }
        return Array(left[..<end])
      }
      guard left.count < 1 << 20 else { throw Self.failure("sent a line of more than a megabyte") }
      var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      guard poll(&entry, 1, Int32(deadline * 1000)) > 0 else { throw Self.failure("gave no answer in \(deadline) s") }
      var block = [UInt8](repeating: 0, count: 65536)
      let count = recv(socket, &block, block.count, 0)
      guard count > 0 else { throw Self.failure("has ended") }
      left += block[..<count]
    }
  }

  private static func failure(_ what: String) -> PictureError {
    PictureError(code: .recognizerFailed, message: "the --ocr command \(what); run it by hand to see why")
  }

  private static func spawn(_ command: String, _ end: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, end)
    let words: [String] = ["/bin/sh", "-c", command]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { arguments.forEach { free($0) } }
    var process = pid_t()
    guard posix_spawn(&process, "/bin/sh", &actions, nil, &arguments, environ) == 0 else { return nil }
    return process
  }
}
