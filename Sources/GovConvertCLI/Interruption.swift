import Glibc
import Synchronization

/// Ctrl-C and termination: the process ends with 130 and leaves no half-written file behind.
enum Interruption {
  /// The name of the file to remove, allocated with `strdup`, as an address; 0 when there is none.
  private static let name = Atomic<UInt>(0)
  /// The open folder that it lies in.
  private static let folder = Atomic<CInt>(0)

  private static let asked = Atomic<Bool>(false)

  /// Whether somebody has asked the run to end.
  static var isAsked: Bool { asked.load(ordering: .relaxed) }

  /// From now on the first signal asks the run to end, which finishes the pages in work; the second ends the process.
  static func askBeforeEnding() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { _ in
        if Interruption.ask() { _exit(Exit.interrupted.rawValue) }
      }
    }
  }

  /// Asks the run to end.
  ///
  /// - Returns: Whether somebody had asked before.
  fileprivate static func ask() -> Bool { asked.exchange(true, ordering: .relaxed) }

  /// From now on a signal ends the process quietly, and a closed pipe and a file that may not grow are error codes
  /// instead of signals.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, end) }
  }

  /// Registers the file that a signal must not leave behind; there is at most one at a time.
  static func removeOnExit(_ file: String, in folder: CInt) {
    self.folder.store(folder, ordering: .relaxed)
    exchange(UInt(bitPattern: strdup(file)))
  }

  /// Forgets the registered file.
  static func keepFiles() {
    exchange(0)
  }

  private static func exchange(_ address: UInt) {
    let old = name.exchange(address, ordering: .sequentiallyConsistent)
    free(UnsafeMutablePointer<CChar>(bitPattern: old))
  }
}

/// Only calls that POSIX allows in a signal handler.
private func end(_: CInt) {
  Interruption.removeRegisteredFile()
  _exit(Exit.interrupted.rawValue)
}

extension Interruption {
  fileprivate static func removeRegisteredFile() {
    guard let file = UnsafePointer<CChar>(bitPattern: name.load(ordering: .sequentiallyConsistent)) else { return }
    unlinkat(folder.load(ordering: .relaxed), file, 0)
  }
}
