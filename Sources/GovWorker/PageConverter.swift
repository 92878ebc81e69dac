import GovConvert

/// What converts the pages of a bulk run.
public protocol PageConverter: Sendable {
  /// Converts a page, on the calling thread or while it waits.
  ///
  /// - Throws: `WorkerFailure` when the page ended the process that converted it.
  func convert(_ job: DocumentJob, resources: any Resources) throws(WorkerFailure) -> DocumentAnswer
}

extension WorkerConverter: PageConverter {}

/// Converts pages in the calling process: what a page does to a process, it does to the caller's.
///
/// For a program of one's own that has no worker beside it, and to measure what workers cost.
public struct InProcessConverter: PageConverter {
  private let pictureReader: (any PictureReader)?

  /// Makes a converter.
  ///
  /// - Parameter pictureReader: Reads the pictures of pages. Default: none; they stay pictures.
  public init(pictureReader: (any PictureReader)? = nil) { self.pictureReader = pictureReader }

  /// Converts a page on the calling thread.
  public func convert(_ job: DocumentJob, resources: any Resources) -> DocumentAnswer {
    var options = job.options
    if job.readsPictures { options.pictureReader = pictureReader }
    do throws(ConversionError) {
      let conversion = try Converter(options: options).convert(job.input(resources: resources))
      return DocumentAnswer(conversion, withRows: job.wantsRows)
    } catch {
      return DocumentAnswer(error)
    }
  }
}
