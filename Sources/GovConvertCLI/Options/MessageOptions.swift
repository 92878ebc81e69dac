import ArgumentParser

/// What is said on standard error: shared by all subcommands.
struct MessageOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print no findings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print all findings, not only the three gravest.")
  var verbose = false

  @Flag(name: .long, help: "End with 0 although something was lost; failures still end with 3.")
  var errorsOk = false

  var verbosity: Verbosity { quiet ? .quiet : verbose ? .all : .gravest }

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  /// The exit status that counts after `--errors-ok`.
  func status(_ exit: Exit) -> Exit {
    errorsOk && exit == .partial ? .complete : exit
  }
}
