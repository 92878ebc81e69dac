import ArgumentParser
import GovConvert

/// How pages are converted: shared by every subcommand that converts.
struct ConversionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The script of the result.",
      discussion: "`keep` converts no script and no vocabulary; damage is repaired all the same."))
  var script = NormalizationOptions.TargetScript.simplified

  @Option(
    help: ArgumentHelp(
      "The width of digits and letters: as found, or ascii for full-width ones. Punctuation stays as found."))
  var width = Width.keep

  @Option(
    help: ArgumentHelp(
      "Who reads pictures.",
      discussion: "`none` leaves them as pictures, with a warning; this version has no other reader."))
  var ocr = PictureReading.none

  enum Width: String, ExpressibleByArgument, CaseIterable {
    case keep, ascii
  }

  enum PictureReading: String, ExpressibleByArgument, CaseIterable {
    case none
  }

  /// What the flags mean; nothing below the command sees a flag.
  var options: Options {
    var options = Options()
    options.normalization.script = script
    options.normalization.foldsWidth = width == .ascii
    return options
  }
}

extension NormalizationOptions.TargetScript: ExpressibleByArgument {}
