/// What came out of one input.
public struct Conversion: Sendable, Hashable {
  /// The clean text and tables, with the record of every change.
  public var document: Document
  /// The typed figures of the statutory tables, checked.
  public var report: Report
  /// The Debian package whose absence kept a picture from being read; absent when nothing was missing.
  public var missingPackage: String?

  /// Makes a conversion.
  public init(document: Document, report: Report, missingPackage: String? = nil) {
    self.document = document
    self.report = report
    self.missingPackage = missingPackage
  }

  /// Everything that a person should know, in the order in which it was noticed.
  public var findings: [Finding] { document.findings }

  /// Whether everything came out.
  public var status: ConversionStatus { ConversionStatus(of: document, report: report) }

  /// The conversion in one of the output formats, as UTF-8.
  public func bytes(as format: OutputFormat, options: WriterOptions = WriterOptions()) -> [UInt8] {
    write(document, report: report, as: format, options: options)
  }

  /// The conversion in one of the output formats.
  public func text(as format: OutputFormat, options: WriterOptions = WriterOptions()) -> String {
    String(decoding: bytes(as: format, options: options), as: UTF8.self)
  }
}
