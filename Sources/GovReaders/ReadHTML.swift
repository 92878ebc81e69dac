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
  let findings = decoded.findings + limitFindings(markup, parsed, isCut: isCut, limits)
  var visible = markVisible(&parsed.page)
  let source = Source(name: name, format: .html, encoding: decoded.verdict)
  var document = readPage(parsed.page, visible.weights, source: source, limits)
  if isAlmostEmpty(document), let line = parsed.page.addCarriedMarkup(limits: limits) {
    visible.weights = markVisible(&parsed.page).weights
    document = readPage(parsed.page, visible.weights, source: source, limits)
    document.findings.insert(scriptFinding(line: line), at: 0)
  }
  document.findings = findings + visible.findings + document.findings
  if !isCut, let finding = cutFinding(decoded.utf8) { document.findings.append(finding) }
  guard !document.blocks.isEmpty else {
    throw noText(in: parsed.page, name: name)
  }
  return document
}

/// Works out what the page shows, and what of the report it hides until a script has run.
private func markVisible(_ page: inout Page) -> (weights: TextWeights, findings: [Finding]) {
  page.markStyles()
  let weights = TextWeights(of: page)
  guard weights.total > 0 else {
    page.showHidden()
    return (TextWeights(of: page), [hiddenPageFinding])
  }
  let hidden = hiddenParts(of: page)
  let findings = hiddenFindings(shown: hidden.report.sorted().map { Int(page.nodes[$0].line) }, leftOut: hidden.others)
  guard !hidden.report.isEmpty else { return (weights, findings) }
  page.markStyles(showing: hidden.report)
  return (TextWeights(of: page), findings)
}

/// Whether a page gave nothing but a title and a few words.
private func isAlmostEmpty(_ document: Document) -> Bool {
  var bytes = 0
  for block in document.blocks {
    switch block {
    case .table, .image: return false
    case .heading(_, let prose), .paragraph(let prose): bytes += prose.text.utf8.count
    case .list(let items): bytes += items.reduce(0) { $0 + $1.text.utf8.count }
    }
  }
  return bytes < shortReport
}

/// Makes a document of a parsed page whose styles are marked.
private func readPage(_ page: Page, _ weights: TextWeights, source: Source, _ limits: ReaderLimits) -> Document {
  let passages = collectPassages(of: page, weights: weights, limits: limits)
  let body = findBody(in: page, passages)
  let head = PageHead(of: page)
  let headline = findHeadline(head: head, passages, body: body)
  let fates = fates(of: passages, body: body, headline: headline, in: page)
  let attachments = attachments(in: page, body: body)
  let blocks = blocks(of: passages, fates: fates, headline: headline, limits: limits)
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
