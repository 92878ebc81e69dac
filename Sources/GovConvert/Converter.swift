import GovNormalizer

/// Turns a page of a government information disclosure report into clean text, true tables and checked figures.
///
/// ```swift
/// import GovConvert
///
/// let conversion = try Converter().convert(.file("page.html"))
/// print(conversion.text(as: .markdown))
/// for finding in conversion.findings { print(finding.severity, finding.message) }
/// ```
///
/// A converter holds nothing but its options: share one among any number of tasks.
public struct Converter: Sendable {
  /// What the conversion is asked for.
  public var options: Options

  /// Makes a converter.
  public init(options: Options = Options()) {
    self.options = options
  }

  /// Converts one input on the calling thread.
  ///
  /// - Throws: `ConversionError` when there is nothing to read. Everything less than that is a `Finding`.
  public func convert(_ input: Input) throws(ConversionError) -> Conversion {
    try run(input)
  }

  /// Converts one input away from the calling actor.
  ///
  /// - Throws: `ConversionError` when there is nothing to read. Everything less than that is a `Finding`.
  @concurrent
  public func convert(_ input: Input) async throws(ConversionError) -> Conversion {
    try run(input)
  }

  private func run(_ input: Input) throws(ConversionError) -> Conversion {
    var (document, resources) = try read(input, limits: options.limits)
    document.findings += input.findings
    let missingPackage = fillPictures(in: &document, from: resources, options: options)
    normalize(&document, options: options.normalization)
    let report = recognise(&document)
    return Conversion(document: document, report: report, missingPackage: missingPackage)
  }
}
