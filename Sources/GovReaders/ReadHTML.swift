import GovDocument

/// Reads an HTML page.
public func readHTML(
  _ bytes: [UInt8], name: String, encodingLabel: String? = nil, limits: ReaderLimits = ReaderLimits()
) throws(ReadError) -> Document {
  throw ReadError(code: .init(rawValue: "no-text"), message: "")
}

/// Why an input could not be read at all.
public struct ReadError: Error, Sendable, Hashable {
  /// What went wrong; stable, for programs.
  public var code: Finding.Code
  /// One line for a person.
  public var message: String

  /// Makes an error.
  public init(code: Finding.Code, message: String) {
    self.code = code
    self.message = message
  }
}
