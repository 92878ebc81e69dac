import GovDocument

/// Reads an HTML page: decodes it, parses it, finds the report's body and cuts it into blocks.
///
/// - Parameters:
///   - bytes: The page as it came, in any encoding.
///   - name: The name by which the caller knows it.
///   - encodingLabel: What the transport said about the encoding, such as the charset of an HTTP header; absent when
///     it said nothing.
/// - Throws: `ReadError` when the page holds no text and no picture at all. Anything else that is wrong is a finding.
public func readHTML(
  _ bytes: [UInt8], name: String, encodingLabel: String? = nil, limits: ReaderLimits = ReaderLimits()
) throws(ReadError) -> Document {
  let markup = prepareMarkup(bytes, limits: limits)
  let parsed = markup.bytes.withUnsafeBufferPointer { parsePage($0, limits: limits) }
  var page = parsed.page
  page.markStyles()
  let passages = collectPassages(of: page, limits: limits)
  var document = Document(source: Source(name: name, format: .html))
  let body = findBody(in: page, passages)
  let fates = fates(of: passages, body: body, in: page)
  document.blocks = blocks(of: passages, fates: fates)
  document.findings = passages.findings
  guard !document.blocks.isEmpty else {
    throw ReadError(code: .noText, message: "\(name) holds no text: check that it is the page and not an empty file.")
  }
  return document
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
