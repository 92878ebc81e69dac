/// A picture's bytes, not yet decoded.
public struct Picture: Sendable, Hashable {
  /// The name by which findings and origins call it.
  public var name: String
  /// The file's bytes, whatever they are: a reader checks them before it decodes.
  public var bytes: [UInt8]

  /// Makes a picture.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// What a picture holds.
public struct PictureContent: Sendable, Hashable {
  /// Tables and paragraphs in reading order; empty for a photo or a logo.
  public var blocks: [Block]
  /// What was noticed while reading it.
  public var findings: [Finding]

  /// Makes the content of a picture.
  public init(blocks: [Block] = [], findings: [Finding] = []) {
    self.blocks = blocks
    self.findings = findings
  }
}

/// Reads whole pictures. The OCR adapter is one; bring your own to use another engine.
public protocol PictureReader: Sendable {
  /// Turns a picture into blocks.
  ///
  /// - Parameters:
  ///   - picture: The bytes; they may be hostile.
  ///   - templates: The tables that the picture is likely to show. A reader may use them and must not invent them.
  /// - Throws: `PictureError` when nothing could be read.
  func read(_ picture: Picture, templates: [TableTemplate]) throws(PictureError) -> PictureContent
}

/// Why a picture could not be read.
public struct PictureError: Error, Sendable, Hashable {
  /// What went wrong; stable, for programs.
  public var code: Finding.Code
  /// One line for a person.
  public var message: String
  /// The Debian package whose absence is the cause; absent when it is another.
  public var missingPackage: String?

  /// Makes an error.
  public init(code: Finding.Code, message: String, missingPackage: String? = nil) {
    self.code = code
    self.message = message
    self.missingPackage = missingPackage
  }
}
