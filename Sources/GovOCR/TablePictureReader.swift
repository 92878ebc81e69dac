import GovDocument

/// Reads pictures of tables: the structure by its own means, the text by a vote of recognisers and a classifier.
///
/// A reader owns one thread, on which its recogniser is made and all work is done; pictures given to one reader queue up,
/// two readers work side by side. Nothing is printed, no file is opened but Tesseract's data.
public final class TablePictureReader: PictureReader, Sendable {
  private let thread: OwnThread<any TextRecognizer>
  private let limits: PictureLimits

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - limits: What a picture's header may promise.
  ///   - recognizer: Makes the engine; called on the reader's own thread, when the first picture comes.
  public init(
    limits: PictureLimits = PictureLimits(),
    recognizer: @escaping @Sendable () throws(PictureError) -> any TextRecognizer = { TesseractRecognizer() }
  ) {
    self.limits = limits
    thread = OwnThread(recognizer)
  }

  /// Reads a picture and waits for it; see `PictureReader`.
  public func read(_ picture: Picture, templates: [TableTemplate]) throws(PictureError) -> PictureContent {
    let limits = limits
    return try thread.run { recognizer in
      readPicture(picture, templates: templates, limits: limits, recognizer: &recognizer)
    }.get().content
  }

  /// Reads a picture without holding a thread of the cooperative pool meanwhile; the errors are those of `PictureReader`.
  public func read(_ picture: Picture, templates: [TableTemplate]) async throws(PictureError) -> PictureContent {
    let limits = limits
    return try await thread.run { recognizer in
      readPicture(picture, templates: templates, limits: limits, recognizer: &recognizer)
    }.get().content
  }

  /// Reads a picture and says what spoke for each figure that was proposed: cell by box, then text and traits.
  ///
  /// For Scripts/ocr/calibrate.py, which fits the weights of the traits; no part of the library's interface.
  @_spi(Measuring)
  public func readWithEvidence(
    _ picture: Picture, templates: [TableTemplate]
  ) throws(PictureError) -> (content: PictureContent, evidence: [Box: [(text: String, traits: [String])]]) {
    let limits = limits
    let result = try thread.run { recognizer in
      readPicture(picture, templates: templates, limits: limits, recognizer: &recognizer)
    }.get()
    return (result.content, result.evidence.mapValues { $0.map { ($0.text, $0.traits) } })
  }
}
