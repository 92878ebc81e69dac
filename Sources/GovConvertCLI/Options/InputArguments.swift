import ArgumentParser
import GovConvert

/// What is read: shared by every subcommand that takes pages.
struct InputArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Pages, pictures, archives, or folders of them; - reads standard input.",
      discussion: """
        A folder is walked for .html .htm .shtml .xhtml .mht .mhtml .txt .zip .warc and .warc.gz. The folder page_files/ beside page.html belongs to \
        the page and is not walked. Links are not followed. Pictures count only when named.
        """,
      valueName: "page"),
    completion: .file())
  var inputs: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Take the pages' pictures from this folder instead of the page's own.", valueName: "folder"),
    completion: .directory)
  var imageRoot: String?

  func validate() throws {
    guard !inputs.isEmpty else { throw ValidationError("Name a page, or - for standard input.") }
    guard inputs.filter({ $0 == "-" }).count < 2 else {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }
}
