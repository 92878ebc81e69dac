import ArgumentParser
import GovConvert

/// What is read: shared by every subcommand that takes pages.
struct InputArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Pages, pictures, archives, or folders of them; - reads standard input.",
      discussion: """
        A folder is walked for .html .htm .shtml .xhtml .mht .mhtml .txt .zip .warc and .warc.gz. The folder \
        page_files/ beside page.html belongs to the page and is not walked. Links are not followed. Pictures, and \
        JSON lines (.jsonl, a page on each as govconvert stream takes it), count only when named.
        """,
      valueName: "page"),
    completion: .file())
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read also what this file lists, a path on each line; - lists on standard input.",
      discussion: "Paths with NUL between them, as find -print0 gives them, may hold line breaks.", valueName: "file"),
    completion: .file())
  var list: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Take the pages' pictures from this folder instead of the page's own.", valueName: "folder"),
    completion: .directory)
  var imageRoot: String?

  @OptionGroup var paths: PathOptions

  func validate() throws {
    guard !inputs.isEmpty || !list.isEmpty else { throw ValidationError("Name a page, or - for standard input.") }
    guard (inputs + list).filter({ $0 == "-" }).count < 2 else {
      throw ValidationError("Standard input (-) can be read only once.")
    }
  }
}
