import Glibc

/// Why an output could not be written.
struct OutputError: Error {
  /// One line for a person.
  let message: String
  /// How the command ends.
  let exit: Exit

  init(_ message: String) {
    self.message = message
    exit = .failed
  }

  /// What the kernel answered while `path` was written.
  init(errno code: CInt, path: String) {
    let cause =
      switch code {
      case ENOSPC, EDQUOT: "the disk is full: make room and run it again"
      case ENOENT: "no such folder: create it first"
      case EACCES, EPERM, EROFS: "no permission to write there"
      case EISDIR: "it is a folder: put a / at its end to get one file per page"
      case ENOTDIR, ELOOP: "a file or a link stands where a folder is needed"
      default: String(cString: strerror(code))
      }
    message = "\(oneLine(path)): could not be written: \(cause)"
    exit = code == ENOSPC || code == EDQUOT ? .diskFull : .failed
  }
}

/// The reader of standard output went away: a normal end.
struct ClosedPipe: Error {}
