import GovDocument

/// The files that a page offers for download, in document order; each address once.
///
/// Links that the page's frame carries (a reader program, a form) are offered in the frame, not by the report: only links in
/// the body, or beside it with the name of a report or an appendix, count.
func attachments(in page: Page, body: BodyRegion?) -> [Attachment] {
  var found: [Attachment] = []
  var seen: Set<String> = []
  for index in page.nodes.indices {
    let isInBody = body.map { page.contains($0.element, index) } ?? true
    for (address, text) in files(namedBy: index, in: page)
    where isInBody || namesAppendix(text) || standsBehindLabel(index, in: page) {
      guard seen.insert(address).inserted else { continue }
      found.append(Attachment(href: address, text: Prose(text, origin: .line(Int(page.nodes[index].line)))))
    }
  }
  return found
}

/// The files that a node offers, each with its name as far as there is one.
private func files(namedBy node: Int, in page: Page) -> [(address: String, text: String)] {
  if page.nodes[node].tag == .script {
    let script = page.allText(in: node)
    return mayNameFile(script) ? filesNamed(inScript: script) : []
  }
  guard let href = fileAddress(node, in: page) else { return [] }
  let text = linkText(node, in: page)
  return [(String(decoding: href, as: UTF8.self), text.isEmpty ? page.string(.title, of: node) ?? "" : text)]
}

/// Whether a link is introduced as an appendix: 附件【<a>报表.docx</a>】.
private func standsBehindLabel(_ node: Int, in page: Page) -> Bool {
  guard node > 1, page.nodes[node - 1].tag == .text else { return false }
  return page.text(of: node - 1).suffix(60).contains("附件")
}

private func linkText(_ node: Int, in page: Page) -> String {
  var reader = ElementText()
  return collapsed(reader.read(node, in: page))
}

/// Whether a script is worth a closer look: most hold no name of a document.
private func mayNameFile(_ script: [UInt8]) -> Bool {
  script.count < 200_000
    && [".doc", ".xls", ".pdf", ".wps", ".ofd", ".zip", ".rar"].contains { script[...].contains($0) }
}

/// The address of the file that an element links to or shows in a frame; `nil` for any other element.
///
/// Systems that keep files in a database give them addresses without a name (`download.jsp?id=5`); the link's text names
/// them then: 附表.docx.
func fileAddress(_ node: Int, in page: Page) -> ArraySlice<UInt8>? {
  switch page.nodes[node].tag {
  case .a where page.nodes[node].style.isDisjoint(with: .unseen):
    guard let address = page.attribute(.href, of: node)?.trimmedASCII, !address.isEmpty else { return nil }
    if isFile(address) { return address }
    let isQuery = address.contains(UInt8(ascii: "?")) && !address.startsLowercased("javascript:")
    let isPlain = Int(page.nodes[node].end) - node < 20
    return isQuery && isPlain && isFile(Array(linkText(node, in: page).utf8)[...]) ? address : nil
  case .iframe, .embed, .object:
    let address = page.attribute(page.nodes[node].tag == .object ? .data : .src, of: node)
    return address.map(\.trimmedASCII).flatMap { isFile($0) ? $0 : nil }
  default: return nil
  }
}

/// Whether a name says that the file is the report or an appendix of it.
private func namesAppendix(_ text: String) -> Bool {
  let bytes = Array(text.utf8)[...]
  return appendixWords.contains { bytes.contains($0) }
}

private let appendixWords: [StaticString] = ["附件", "附表", "报告", "報告", "年报", "下载", "下載"]

/// Whether an address ends in the name of a document, a table, a picture book or an archive.
func isFile(_ href: ArraySlice<UInt8>) -> Bool {
  let path = href.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
  if hasFileEnding(path) { return true }
  // Download scripts carry the name in the query: down.jsp?filename=report.doc
  return path.count < href.count && hasFileEnding(href)
}

private func hasFileEnding(_ path: ArraySlice<UInt8>) -> Bool {
  let name = path.suffix(6)
  guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
  let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  return ["doc", "docx", "wps", "pdf", "xls", "xlsx", "et", "ofd", "rtf", "zip", "rar", "7z", "ppt", "pptx"].contains(
    ending)
}
