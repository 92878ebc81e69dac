/// Where an input came from and how its bytes became text.
public struct Source: Sendable, Hashable {
  /// The name that the caller gave, normally the file's name without its folder.
  public var name: String
  /// What kind of input it is.
  public var format: Format
  /// How the bytes were decoded; absent for a picture.
  public var encoding: EncodingVerdict?

  /// Makes a description of an input.
  public init(name: String, format: Format, encoding: EncodingVerdict? = nil) {
    self.name = name
    self.format = format
    self.encoding = encoding
  }

  /// The kinds of input.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    case html, text, image, mhtml, zip, warc
  }
}

/// Which encoding was used, and why.
public struct EncodingVerdict: Sendable, Hashable {
  /// The label that the page declares, as printed; absent when it declares none.
  public var declared: String?
  /// The encoding that decoded most of the page, by its WHATWG name in lower case: `utf-8`, `gb18030`, `big5`.
  public var used: String
  /// One sentence that says what decided.
  public var reason: String
  /// The number of U+FFFD that decoding had to put in.
  public var replacements: Int
  /// The runs in order; they cover the input without gaps. One run unless parts were in different encodings.
  public var runs: [Run]

  /// Makes a verdict.
  public init(declared: String? = nil, used: String, reason: String, replacements: Int = 0, runs: [Run]) {
    self.declared = declared
    self.used = used
    self.reason = reason
    self.replacements = replacements
    self.runs = runs
  }

  /// A stretch of the input that one encoding decoded.
  public struct Run: Sendable, Hashable {
    /// The first byte, counted from 0.
    public var start: Int
    /// One past the last byte.
    public var end: Int
    /// The encoding's name, as in `used`.
    public var encoding: String

    /// Makes a run over the bytes `start..<end`.
    public init(start: Int, end: Int, encoding: String) {
      self.start = start
      self.end = end
      self.encoding = encoding
    }
  }
}
