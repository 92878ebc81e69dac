import ArgumentParser
import Glibc
import GovConvert

/// How the command ends. Several inputs: the gravest of `missingPackage`, `failed`, `partial`, `complete`.
enum Exit: Int32, Error, Comparable {
  /// No finding is an error; also a reader that closed the pipe.
  case complete = 0
  /// Something came out, and something was lost or contradicts itself.
  case partial = 1
  /// The command line is wrong.
  case usage = 2
  /// Nothing came out of an input, or an output could not be written.
  case failed = 3
  /// Another process is writing to the store.
  case storeLocked = 4
  /// The disk is full.
  case diskFull = 5
  /// A package is missing when it is needed.
  case missingPackage = 6
  /// Ctrl-C.
  case interrupted = 130

  static func < (left: Exit, right: Exit) -> Bool { left.rawValue < right.rawValue }

  init(of conversion: Conversion) {
    switch conversion.status {
    case _ where conversion.missingPackage != nil: self = .missingPackage
    case .complete: self = .complete
    case .partial: self = .partial
    case .failed: self = .failed
    }
  }

  /// Ends the process for whatever a command threw: help and version on standard output, the rest on standard error.
  static func end(with error: any Error) -> Never {
    if let exit = error as? Exit { Glibc.exit(exit.rawValue) }
    if error is ClosedPipe { Glibc.exit(Exit.complete.rawValue) }
    if let failure = error as? OutputError {
      Messages.print("govconvert: \(failure.message)")
      Glibc.exit(failure.exit.rawValue)
    }
    let message = Govconvert.fullMessage(for: error)
    guard Govconvert.exitCode(for: error).isSuccess else {
      Messages.print(message)
      Glibc.exit(Exit.usage.rawValue)
    }
    try? StandardOutput.write(Array("\(message)\n".utf8))
    Glibc.exit(Exit.complete.rawValue)
  }
}
