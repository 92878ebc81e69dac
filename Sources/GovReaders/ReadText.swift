import GovDocument

/// Reads plain text as crawlers leave it: one paragraph a line, tables as pipe rows, pictures as their names.
///
/// Lines that belong to the site and not to the report are left out with a finding. A table with one cell a line stays
/// as it is, one paragraph for each line.
///
/// - Parameters:
///   - bytes: The text as it came, in any encoding.
///   - name: The name by which the caller knows it.
///   - encodingLabel: What the transport said about the encoding; absent when it said nothing.
/// - Throws: `ReadError` when the input holds no text at all. Anything else that is wrong is a finding.
public func readText(
  _ bytes: [UInt8], name: String, encodingLabel: String? = nil, limits: ReaderLimits = ReaderLimits()
) throws(ReadError) -> Document {
  let readable = bytes.count > limits.bytes ? Array(bytes.prefix(limits.bytes)) : bytes
  let input = decodeInput(readable, label: encodingLabel, isMarkup: false)
  var findings = input.findings
  if readable.count < bytes.count {
    let message = "only the first \(limits.bytes) of \(bytes.count) bytes were read; raise the limit to read on"
    findings.append(Finding(.error, .sizeLimit, message))
  }
  let lines = joinedWhereHardWrapped(textLines(of: input.utf8))
  guard !lines.isEmpty else {
    throw ReadError(code: .noText, message: "\(name) holds no text: check that it is not an empty file.")
  }
  let frame = TextFrame(of: lines)
  let body = textBlocks(of: lines, in: frame, limits: limits)
  var document = Document(source: Source(name: name, format: .text, encoding: input.verdict))
  document.blocks = body.blocks
  document.metadata = textMetadata(of: lines, in: frame)
  document.findings = findings + frame.findings(lines) + body.findings
  return document
}
