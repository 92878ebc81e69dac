import GovDocument

/// Reads lines of text from pictures: the hook for another OCR engine.
///
/// The structure of a table, and the vote on what a cell says, are the reader's business; a recogniser only says what it
/// sees on one line. It starts no threads and is used by one thread at a time: the reader makes it on its own thread.
///
/// ```swift
/// struct MyEngine: TextRecognizer {
///   let model: MyModel
///
///   mutating func read(_ line: LinePicture, effort: Effort) throws(PictureError) -> [Candidate] {
///     guard let seen = model.recognise(grey: line.pixels, width: line.width, height: line.height) else { return [] }
///     return [Candidate(text: seen.text, confidence: seen.probability, reader: "my-engine")]
///   }
/// }
///
/// let reader = TablePictureReader {
///   MyEngine(model: try loadMyModel())
/// }
/// let content = try reader.read(Picture(name: "02.png", bytes: bytes), templates: [])
/// ```
public protocol TextRecognizer {
  /// Says what stands on a line.
  ///
  /// - Parameters:
  ///   - line: One line of text, or one cell's lines set side by side.
  ///   - effort: How many opinions are wanted.
  /// - Returns: One candidate of each opinion, named by its reader; none when nothing was seen.
  /// - Throws: `PictureError` when the engine cannot work at all; that ends the picture.
  mutating func read(_ line: LinePicture, effort: Effort) throws(PictureError) -> [Candidate]
}

/// How many opinions are wanted of a recogniser.
public enum Effort: Sendable, Hashable {
  /// The quickest one.
  case first
  /// All that fail differently; asked when the first one disagrees with the reader's own classifier.
  case all
  /// One more look, in another way, at a line of which the first look made nothing that was expected.
  case again
}

/// A line of text, upright: dark ink on white paper, contrast stretched, with white margins.
public struct LinePicture: Sendable, Hashable {
  /// Pixels from left to right.
  public let width: Int
  /// Pixels from top to bottom; digits are about 28 pixels high.
  public let height: Int
  /// `width * height` greys, 0 black to 255 white, rows from the top.
  public let pixels: [UInt8]
  /// What is expected on the line.
  public let kind: Kind

  /// What a line is expected to hold.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A number, perhaps with sign, unit or thousands separators; or a mark such as `-`, `/`, `无`.
    case figure
    /// Words in simplified script.
    case words
    /// Words in traditional script.
    case traditionalWords
  }

  init(_ page: Raster, kind: Kind) {
    (width, height, pixels, self.kind) = (page.width, page.height, page.pixels, kind)
  }

  var raster: Raster { Raster(width: width, height: height, pixels: pixels) }
}
