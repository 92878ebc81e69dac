import ArgumentParser
import GovConvert
import GovWorker

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
      discussion: "`tesseract` reads them in govconvert-worker; `none` leaves them as pictures, with a warning."))
  var ocr = PictureReading.tesseract

  enum Width: String, ExpressibleByArgument, CaseIterable {
    case keep, ascii
  }

  enum PictureReading: String, ExpressibleByArgument, CaseIterable {
    case tesseract, none
  }

  /// What the flags mean; nothing below the command sees a flag. Pictures of as many pages as `jobs` are read at a time.
  func options(jobs: Int) -> Options {
    var options = Options()
    if ocr == .tesseract { options.pictureReader = WorkerPictureReader(WorkerPool(.besideCommand(), count: jobs)) }
    options.normalization.script = script
    options.normalization.foldsWidth = width == .ascii
    return options
  }
}

extension NormalizationOptions.TargetScript: ExpressibleByArgument {}
