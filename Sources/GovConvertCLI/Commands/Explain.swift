import ArgumentParser
import GovConvert
import GovNormalizer

/// `govconvert explain`: each change to a text, and why it was made.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the changes that normalize would make to the text on standard input.",
    discussion: """
      One change a line, in the order in which they are made: line, column, pass, what stood there, what stands there \
      now, and the cause, with tabs between. Columns count characters of the line before that pass.
      """)

  @OptionGroup var arguments: NormalizationArguments

  func run() throws {
    let text = try StandardInput.read()
    var normalizer = TextNormalizer(options: arguments.options)
    for piece in text.pieces { text.withBytes(of: piece) { normalizer.observe($0) } }
    let repair = normalizer.recording
    var number = 0
    for piece in text.pieces {
      var output = ""
      let lines = text.withBytes(of: piece) { String(decoding: $0, as: UTF8.self) }
      for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
        number += 1
        for edit in repair(String(line)).edits { output += Explain.line(edit, number) }
      }
      number -= 1  // What follows the last line feed of a piece is the first line of the next.
      try StandardOutput.write(Array(output.utf8))
    }
  }

  private static func line(_ edit: Edit, _ number: Int) -> String {
    let fields = [
      "\(number)", "\(edit.start + 1)", edit.pass, edit.before, edit.after, TextNormalizer.cause(of: edit.pass),
    ]
    return fields.map(oneLine).joined(separator: "\t") + "\n"
  }
}
