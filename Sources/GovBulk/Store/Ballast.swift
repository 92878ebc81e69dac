import Glibc

/// Room on the store's disk that is kept for the end of a run: on a full disk, what the run had begun can still be taken
/// back, which costs a few pages of log.
///
/// The file has no name and goes with the process. Where there is no room even for it, there is none.
struct Ballast: ~Copyable {
  private static let size = 1 << 20

  private let descriptor: CInt

  /// Takes the room beside a file.
  init(beside path: String) {
    var name = Array("\(path)-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return }
    unlink(name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = posix_fallocate(descriptor, 0, Self.size)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Gives the room back.
  consuming func drop() {}
}
