/// Why nothing at all came out of an input. Damage inside a page is never an error but a `Finding`.
public struct ConversionError: Error, Sendable, Hashable {
  /// The name of the input, as the caller gave it.
  public var name: String
  /// The kind of input; absent when it could not be told.
  public var format: Source.Format?
  /// What went wrong; stable, for programs.
  public var code: Finding.Code
  /// The signal that ended the worker; absent when none did.
  public var signal: Int?
  /// The step that failed.
  public var stage: Stage
  /// One line for a person: what is wrong and what to do, without the input's name.
  public var message: String

  /// The steps of a conversion that can fail.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// The file could not be opened or its bytes not be had.
    case open
    /// The bytes are not of a kind that can be read.
    case read
    /// The worker that converted it ended before it had an answer.
    case convert
  }

  /// Makes an error.
  public init(
    name: String, format: Source.Format? = nil, code: Finding.Code, signal: Int? = nil, stage: Stage, message: String
  ) {
    self.name = name
    self.format = format
    self.code = code
    self.signal = signal
    self.stage = stage
    self.message = message
  }
}
