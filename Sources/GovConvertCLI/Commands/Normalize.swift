import ArgumentParser
import Glibc
import GovConvert
import GovNormalizer

/// `govconvert normalize`: text in, repaired text out.
struct Normalize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Repair the text on standard input and convert its script.",
    discussion: """
      Every line is kept, and the final newline as it was found. Bytes that are not UTF-8 become U+FFFD. The damage is \
      judged by the whole text, so nothing comes out before the input has ended.

      EXAMPLES:
        govconvert normalize < page.txt > clean.txt
        govconvert normalize --report < page.txt    which script, which damage, how sure
      """)

  @OptionGroup var arguments: NormalizationArguments

  @Flag(help: "Print what was found instead of the text: the script, then one damage a line with count and confidence.")
  var report = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How many stretches of the text to work on at a time; the output is the same. Default: one a processor.",
      valueName: "count"))
  var jobs = Int(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs wants a number from 1.") }
  }

  func run() async throws {
    let text = try StandardInput.read()
    let pieces = text.pieces
    var normalizer = TextNormalizer(options: arguments.options)
    try await inOrder(pieces, jobs: jobs) { piece in
      text.withBytes(of: piece) { TextNormalizer.Sight($0) }
    } consume: { piece, sight in
      text.withBytes(of: piece) { normalizer.add(sight, of: $0) }
    }
    if report {
      try StandardOutput.write(Array(Normalize.report(normalizer.profile).utf8))
      return
    }
    let repair = normalizer.repairing
    var output: [UInt8] = []
    try await inOrder(pieces, jobs: jobs) { piece in
      text.withBytes(of: piece, repair)
    } consume: { piece, repaired in
      if let repaired { output += repaired } else { text.withBytes(of: piece) { output += $0 } }
      if output.count >= 1 << 20 {
        try StandardOutput.write(output)
        output.removeAll(keepingCapacity: true)
      }
    }
    try StandardOutput.write(output)
  }

  private static func report(_ profile: TextProfile) -> String {
    var lines = ["script\t\(profile.script.rawValue)"]
    lines += profile.damage.map { "\($0.kind)\t\($0.count)\t\($0.confidence)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
