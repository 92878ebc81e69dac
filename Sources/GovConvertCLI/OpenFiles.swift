import CLinux

/// How many files the process may have open at once, see getrlimit(2).
enum OpenFiles {
  /// Streams, a page with its folder, a store with its journal, and the queues of the concurrency library, which waits
  /// for ever, or traps, where one of them cannot be opened.
  private static let ofCommand = 32
  /// The line to it and the file that it prints to, each twice while it is started.
  private static let ofWorker = 6

  /// Makes sure that the command and its workers find room, raising the limit as far as the system lets it.
  ///
  /// - Throws: `Exit.failed` after one line that says what is missing.
  static func makeRoom(workers: Int = 1) throws(Exit) {
    let wanted = ofCommand + ofWorker * workers
    let allowed = linux_allow_open_files(UInt64(wanted))
    guard allowed < wanted else { return }
    let remedy = "\(workers > 1 ? "ask for fewer --jobs, or " : "")allow \(wanted) with `ulimit -n \(wanted)`"
    Messages.print("govconvert: only \(allowed) files may be open at once: \(remedy)")
    throw .failed
  }
}
