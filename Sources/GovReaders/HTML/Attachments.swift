import GovDocument

/// The files that a page offers for download, in document order; each address once.
///
/// Links that the page's frame carries (a reader program, a form) are offered in the frame, not by the report: only links in
/// the body, or beside it with the name of a report or an appendix, count.
func attachments(in page: Page, body: BodyRegion?) -> [Attachment] {
  var found: [Attachment] = []
  var seen: Set<String> = []
  for index in page.nodes.indices {
    guard let href = fileAddress(index, in: page) else { continue }
    var reader = ElementText()
    let text = collapsed(reader.read(index, in: page))
    let isInBody = body.map { page.contains($0.element, index) } ?? true
    guard isInBody || namesAppendix(text), !text.isEmpty || isInBody else { continue }
    let address = String(decoding: href, as: UTF8.self)
    guard seen.insert(address).inserted else { continue }
    let title = text.isEmpty ? page.string(.title, of: index) ?? "" : text
    found.append(Attachment(href: address, text: Prose(title, origin: .line(Int(page.nodes[index].line)))))
  }
  return found
}

/// The address of the file that an element links to or shows in a frame; `nil` for any other element.
private func fileAddress(_ node: Int, in page: Page) -> ArraySlice<UInt8>? {
  let address: ArraySlice<UInt8>?
  switch page.nodes[node].tag {
  case .a where page.nodes[node].style.isDisjoint(with: .unseen): address = page.attribute(.href, of: node)
  case .iframe, .embed: address = page.attribute(.src, of: node)
  default: return nil
  }
  return address.map(\.trimmedASCII).flatMap { isFile($0) ? $0 : nil }
}

/// Whether a name says that the file is the report or an appendix of it.
private func namesAppendix(_ text: String) -> Bool {
  let bytes = Array(text.utf8)[...]
  return appendixWords.contains { bytes.contains($0) }
}

private let appendixWords: [StaticString] = ["附件", "附表", "报告", "報告", "年报", "下载", "下載"]

/// Whether an address ends in the name of a document, a table, a picture book or an archive.
private func isFile(_ href: ArraySlice<UInt8>) -> Bool {
  let path = href.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
  if hasFileEnding(path) { return true }
  // Download scripts carry the name in the query: down.jsp?filename=report.doc
  return path.count < href.count && hasFileEnding(href)
}

private func hasFileEnding(_ path: ArraySlice<UInt8>) -> Bool {
  let name = path.suffix(6)
  guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
  let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  return ["doc", "docx", "wps", "pdf", "xls", "xlsx", "et", "ofd", "rtf", "zip", "rar", "7z", "ppt", "pptx"].contains(ending)
}
