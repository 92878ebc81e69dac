/// What a conversion is asked for. The defaults suit a page of unknown origin.
public struct Options: Sendable {
  /// The script of the result and the width of its digits. Default: simplified, widths as found.
  public var normalization = NormalizationOptions()
  /// How much of a page is read. Over a limit the readable part comes out with a finding.
  public var limits = ReaderLimits()
  /// Reads the pictures of a page. Default: none; a picture then stays an image block, with a finding.
  ///
  /// `GovOCR` has one on Tesseract; any other engine can stand here. Calls come one at a time for one conversion.
  public var pictureReader: (any PictureReader)?
  /// The largest picture in bytes; a larger one is not read. Default: 32 MiB.
  public var pictureBytes = 32 << 20
  /// The largest number of pictures read in one page. Default: 200.
  public var pictures = 200

  /// Makes the default options.
  public init() {}
}
