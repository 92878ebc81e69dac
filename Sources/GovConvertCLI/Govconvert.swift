import ArgumentParser
import GovConvert

/// The command. Each subcommand is a file in `Commands/`; what several of them take is an option group in `Options/`.
struct Govconvert: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "govconvert",
    abstract: "Clean text, true tables and checked figures from pages of Chinese government information reports.",
    usage: "govconvert <page> ... [--format md|json|text|csv|html] [--output <path>]",
    discussion: """
      EXAMPLES:
        govconvert page.html                       Markdown on standard output
        govconvert page.html --format json         everything, for programs
        govconvert pages/ --output clean/          a whole folder, one file per page
        curl -s https://example.org/a | govconvert -

      EXIT CODES:
        0  complete
        1  partial: something was lost or contradicts itself (0 with --errors-ok)
        2  the command line is wrong
        3  an input gave nothing, or an output could not be written
        4  another govconvert is writing to the store
        5  the disk is full
        6  a package is missing; the message names the apt command
        130  interrupted

      Without a subcommand, govconvert converts: `govconvert convert --help` lists all options.
      """,
    version: Tool.name,
    subcommands: [
      Convert.self, Check.self, Export.self, Bulk.self, Stream.self, Normalize.self, Explain.self,
    ],
    defaultSubcommand: Convert.self)
}

@main
enum Main {
  static func main() async {
    Interruption.install()
    do {
      if try printsVersion() { return }
      try OpenFiles.makeRoom()
      var command = try Govconvert.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Exit.end(with: error)
    }
  }

  /// Answers `--version` without the parser: setting that up takes as long as loading the program, and scripts ask often.
  private static func printsVersion() throws -> Bool {
    guard CommandLine.arguments.dropFirst().elementsEqual(["--version"]) else { return false }
    try StandardOutput.write(Array("\(Tool.name)\n".utf8))
    return true
  }
}
