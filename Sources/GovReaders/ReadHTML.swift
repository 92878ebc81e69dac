import GovDocument

/// Reads an HTML page: decodes it, parses it, finds the report's body and cuts it into blocks.
///
/// - Parameters:
///   - bytes: The page as it came, in any encoding.
///   - name: The name by which the caller knows it.
///   - encodingLabel: What the transport said about the encoding, such as the charset of an HTTP header; absent when
///     it said nothing.
///   - limits: How much of the page is read.
/// - Throws: `ReadError` when the page holds no text and no picture at all. Anything else that is wrong is a finding.
public func readHTML(
  _ bytes: [UInt8], name: String, encodingLabel: String? = nil, limits: ReaderLimits = ReaderLimits()
) throws(ReadError) -> Document {
  let isCut = bytes.count > limits.bytes
  let decoded = decodeInput(isCut ? Array(bytes.prefix(limits.bytes)) : bytes, label: encodingLabel, isMarkup: true)
  let markup = prepareMarkup(decoded.utf8, limits: limits)
  var parsed = markup.bytes.withUnsafeBufferPointer { parsePage($0, limits: limits) }
  parsed.page.markStyles()
  var weights = TextWeights(of: parsed.page)
  let isHidden = weights.total == 0
  if isHidden {
    parsed.page.showHidden()
    weights = TextWeights(of: parsed.page)
  }
  let source = Source(name: name, format: .html, encoding: decoded.verdict)
  var document = readPage(parsed.page, weights, source: source, limits)
  document.findings =
    decoded.findings + limitFindings(markup, parsed, isCut: isCut, isHidden: isHidden, limits) + document.findings
  guard !document.blocks.isEmpty else {
    throw noText(in: parsed.page, name: name)
  }
  return document
}

/// Makes a document of a parsed page whose styles are marked.
private func readPage(_ page: Page, _ weights: TextWeights, source: Source, _ limits: ReaderLimits) -> Document {
  let passages = collectPassages(of: page, weights: weights, limits: limits)
  let body = findBody(in: page, passages)
  let head = PageHead(of: page)
  let headline = findHeadline(head: head, passages, body: body)
  let fates = fates(of: passages, body: body, headline: headline, in: page)
  let attachments = attachments(in: page, body: body)
  let blocks = blocks(of: passages, fates: fates, headline: headline)
  let findings =
    passages.findings
    + pageFindings(
      page, passages, fates: fates, body: body, attachments: attachments, title: headline?.text)
  return Document(
    source: source,
    metadata: metadata(headline: headline, head: head, attachments: attachments, passages, fates: fates),
    blocks: blocks, findings: findings)
}

private func noText(in page: Page, name: String) -> ReadError {
  let addresses = frameAddresses(in: page)
  let advice =
    addresses.isEmpty
    ? "check that it is the page and not an empty file"
    : "it only frames other pages, convert \(addresses.joined(separator: ", "))"
  return ReadError(code: addresses.isEmpty ? .noText : .framed, message: "\(name) holds no text: \(advice).")
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
