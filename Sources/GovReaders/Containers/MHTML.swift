import GovDocument

/// A page that a browser saved with its parts in one file (RFC 2557).
public struct SavedPage: Sendable {
  /// The page itself, unpacked.
  public var bytes: [UInt8]
  /// The charset that the file names for the page; absent when it names none.
  public var encodingLabel: String?
  /// The pictures of the page.
  public var resources: any Resources
  /// What is wrong with the file.
  public var findings: [Finding]
}

/// Unpacks a page that a browser saved with its parts.
///
/// The page is the part that the head names (`start`), else the first one of HTML. A file that ends before its last
/// boundary gives what there is, with a finding.
///
/// - Throws: `ReadError` when there is no page in it.
public func unpackMHTML(_ bytes: [UInt8], limits: ReaderLimits = ReaderLimits()) throws(ReadError) -> SavedPage {
  let bytes = bytes.count > limits.bytes ? Array(bytes.prefix(limits.bytes)) : bytes
  guard let head = HeaderFields(bytes) else { throw noPage() }
  let (parts, isWhole) = leaves(of: MIMEPart(fields: head, body: head.length..<bytes.count), in: bytes)
  let start = head.parameter("start").map(withoutBrackets)
  let named = parts.first { start != nil && $0.identifier == start && $0.isHTML }
  guard let page = named ?? parts.first(where: \.isHTML) ?? parts.first(where: { $0.fields.mediaType == "text/plain" })
  else { throw noPage() }
  let findings =
    isWhole
    ? []
    : [
      Finding(
        .error, .archiveDamaged, "the saved page ends before its last boundary: pictures may be missing; save it again")
    ]
  return SavedPage(
    bytes: page.decoded(from: bytes), encodingLabel: page.fields.parameter("charset"),
    resources: PartResources(file: bytes, parts: parts, base: page.fields["content-location"] ?? ""),
    findings: findings)
}

private func noPage() -> ReadError {
  ReadError(code: .archiveDamaged, message: "no page in the saved page; save it again as HTML or MHTML")
}

/// One part of a message, not unpacked.
private struct MIMEPart: Sendable {
  var fields: HeaderFields
  /// Where its body lies in the file.
  var body: Range<Int>

  var isHTML: Bool { fields.mediaType == "text/html" || fields.mediaType == "application/xhtml+xml" }
  var identifier: String? { fields["content-id"].map(withoutBrackets) }

  func decoded(from file: [UInt8]) -> [UInt8] {
    switch fields["content-transfer-encoding"]?.lowercased() {
    case "quoted-printable": decodeQuotedPrintable(file[body])
    case "base64": decodeBase64(file[body])
    default: Array(file[body])
    }
  }
}

/// The parts that hold no parts themselves, in order; nested ones are opened with a list of work, not by recursion.
private func leaves(of root: MIMEPart, in file: [UInt8]) -> (parts: [MIMEPart], isWhole: Bool) {
  /// Far more than a page has; more is an attack.
  let most = 20_000
  var work = [root]
  var leaves: [MIMEPart] = []
  var isWhole = true
  while let part = work.popLast(), leaves.count < most, work.count < most {
    guard part.fields.mediaType?.hasPrefix("multipart/") == true, let boundary = part.fields.parameter("boundary"),
      !boundary.isEmpty
    else {
      leaves.append(part)
      continue
    }
    let (inner, isClosed) = split(file, part.body, at: boundary)
    isWhole = isWhole && isClosed
    work += inner.reversed()
  }
  return (leaves, isWhole)
}

/// The parts between the lines that consist of two hyphens and the boundary; whether the closing one is there.
private func split(_ file: [UInt8], _ range: Range<Int>, at boundary: String) -> (parts: [MIMEPart], isClosed: Bool) {
  let mark = Array("--\(boundary)".utf8)
  var parts: [MIMEPart] = []
  var start: Int?
  var line = range.lowerBound
  while line < range.upperBound {
    let end = file[line..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound - 1
    if file[line...end].starts(with: mark) {
      let rest = file[(line + mark.count)...end].prefix { $0 > 0x20 }
      if rest.isEmpty || rest.elementsEqual("--".utf8) {
        if let start { append(file, start..<line, to: &parts) }
        if !rest.isEmpty { return (parts, true) }
        start = end + 1
      }
    }
    line = end + 1
  }
  if let start, start < range.upperBound { append(file, start..<range.upperBound, to: &parts) }
  return (parts, false)
}

private func append(_ file: [UInt8], _ range: Range<Int>, to parts: inout [MIMEPart]) {
  guard let fields = HeaderFields(file[range]) else { return }
  // The line break before a boundary belongs to the boundary.
  var end = range.upperBound
  let start = range.lowerBound + fields.length
  if end > start, file[end - 1] == UInt8(ascii: "\n") { end -= 1 }
  if end > start, file[end - 1] == UInt8(ascii: "\r") { end -= 1 }
  parts.append(MIMEPart(fields: fields, body: start..<end))
}

/// The parts of a saved page, found by `cid:` or by their address.
private struct PartResources: Resources {
  private let file: [UInt8]
  private let base: String
  private var parts: [String: MIMEPart] = [:]

  init(file: [UInt8], parts: [MIMEPart], base: String) {
    self.file = file
    self.base = base
    for part in parts {
      if let identifier = part.identifier { self.parts["cid:\(identifier)"] = part }
      if let address = part.fields["content-location"] {
        self.parts[lookupKey(resolve(address, against: base))] = part
      }
    }
  }

  func bytes(of reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8] {
    let isIdentifier = reference.lowercased().hasPrefix("cid:")
    let key =
      isIdentifier
      ? "cid:\(percentDecoded(reference.utf8.dropFirst(4)))" : lookupKey(resolve(reference, against: base))
    guard let part = parts[key] else { throw .notFound }
    // Every coding makes a part longer, never shorter.
    guard part.body.count / 4 <= limit else { throw .tooLarge(bytes: part.body.count) }
    let bytes = part.decoded(from: file)
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
    return bytes
  }
}

private func withoutBrackets(_ identifier: String) -> String {
  identifier.hasPrefix("<") && identifier.hasSuffix(">") ? String(identifier.dropFirst().dropLast()) : identifier
}
