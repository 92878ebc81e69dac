import ArgumentParser
import GovConvert

/// What is written and where.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The output format.",
      discussion: """
        md     Markdown with tables
        json   everything with its evidence, one object per line
        text   plain text
        csv    table cells as one list; with --output <folder>/ one file per table
        html   one self-contained page
        """))
  var format = OutputFormat.markdown

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to this file or folder instead of standard output.",
      discussion: """
        An existing folder, or a name with a / at its end, gets one file per page, named after the page; any other \
        name is a file that gets everything.
        """,
      valueName: "path"),
    completion: .file())
  var output: String?

  @Flag(help: "Begin CSV files with a byte order mark, for spreadsheets.")
  var bom = false
}

extension OutputFormat: ExpressibleByArgument {}
