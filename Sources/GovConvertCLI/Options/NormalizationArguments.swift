import ArgumentParser
import GovConvert

/// How text is normalised: shared by the subcommands that take text on standard input.
struct NormalizationArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The script of the result.",
      discussion: "`keep` converts no script and no vocabulary; damage is repaired all the same."))
  var script = NormalizationOptions.TargetScript.simplified

  @Option(help: "The width of digits and letters: as found, or ascii for full-width ones. Punctuation stays as found.")
  var width = ConversionOptions.Width.keep

  /// What the flags mean.
  var options: NormalizationOptions {
    var options = NormalizationOptions()
    options.script = script
    options.foldsWidth = width == .ascii
    return options
  }
}
