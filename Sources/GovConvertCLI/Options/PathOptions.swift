import ArgumentParser

/// Which files a line of JSON may name.
struct PathOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder that the path of a JSON line must lie in or below.",
      discussion: "Default: the folder of the .jsonl file; of stream, the working directory. / admits every file.",
      valueName: "folder"),
    completion: .directory)
  var pathRoot: String?
}
