import ArgumentParser
import GovConvert
import GovNormalizer

/// `govconvert normalize`: text in, repaired text out.
struct Normalize: ParsableCommand {
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

  func run() throws {
    let text = try StandardInput.read()
    var normalizer = TextNormalizer(options: arguments.options)
    text.forEachPiece { normalizer.observe($0) }
    if report {
      try StandardOutput.write(Array(Normalize.report(normalizer.profile).utf8))
      return
    }
    let repair = normalizer.repairing
    var output: [UInt8] = []
    try text.forEachPiece { piece in
      if let repaired = repair(piece) { output += repaired } else { output += piece }
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
