import GovDocument

/// What a person should know about a page beyond its blocks.
func pageFindings(
  _ page: Page, _ passages: Passages, fates: [Fate], body: BodyRegion?, attachments: [Attachment], title: String?
) -> [Finding] {
  var findings = leftOut(passages, fates)
  let text = passages.list.indices.reduce(0) { $0 + (fates[$1] == .body ? passages.list[$1].count : 0) }
  let tables = passages.list.contains { if case .table = $0.kind { true } else { false } }
  let isShort = text < shortReport && !tables
  if isShort, let file = attachments.first {
    findings.append(
      Finding(
        .warning, .reportIsAttachment,
        "The page itself holds almost no text; the report seems to be the file \(file.href): download and convert that.",
        origin: file.text.origin))
  } else if !isReport(passages, fates, title: title) {
    findings.append(
      Finding(
        .warning, .notAReport,
        "The page does not look like a report on government information disclosure; its text is given all the same. Check that it is the right page."
      ))
  }
  findings += framed(in: page) + rubyReadings(in: page)
  if let line = nextPage(in: page, passages, body: body) {
    findings.append(
      Finding(
        .warning, .continues, "The text goes on on another page (下一页): fetch the following pages too.",
        origin: .line(line)))
  }
  return findings
}

/// Bytes of text under which a page with a file to download is only its cover: about 100 characters.
private let shortReport = 300

/// One note for every kind of passage that is not in the blocks.
private func leftOut(_ passages: Passages, _ fates: [Fate]) -> [Finding] {
  let kinds: [(Fate, String)] = [
    (.navigation, "links to other pages"), (.frame, "lines of the page's frame"),
    (.information, "what the page prints about the report"), (.aside, "text apart from the report"),
  ]
  return kinds.compactMap { fate, name in
    let chosen = zip(passages.list, fates).filter { $0.1 == fate }.map(\.0)
    guard let first = chosen.first else { return nil }
    let lines = chosen.count == 1 ? "line \(first.line)" : "\(chosen.count) passages from line \(first.line) on"
    return Finding(.note, .leftOut, "Left out: \(name), \(lines)\(example(first, passages)).", origin: .line(first.line))
  }
}

private func example(_ passage: Passage, _ passages: Passages) -> String {
  guard passage.count > 0 else { return "" }
  let text = joined(passages.prose(passage).text)
  return text.count <= 12 ? " (\(text))" : " (\(text.prefix(10))…)"
}

/// The addresses that a frameset shows, in document order.
func frameAddresses(in page: Page) -> [String] {
  page.nodes.indices.filter { page.nodes[$0].tag == .frame }.compactMap { page.string(.src, of: $0) }
}

private func framed(in page: Page) -> [Finding] {
  let addresses = frameAddresses(in: page)
  guard !addresses.isEmpty else { return [] }
  let message = "The page only frames other pages, which hold its text: convert \(addresses.joined(separator: ", "))."
  return [Finding(.warning, .framed, message)]
}

/// Ruby prints the reading of a word above it; inside a line it would be taken for text.
private func rubyReadings(in page: Page) -> [Finding] {
  let readings = page.nodes.indices.filter {
    page.nodes[$0].tag == .rt && !page.allText(in: $0)[...].trimmedASCII.isEmpty
  }
  guard let first = readings.first else { return [] }
  let line = Int(page.nodes[first].line)
  let count = readings.count == 1 ? "the reading of a word" : "the readings of \(readings.count) words"
  return [
    Finding(.note, .leftOut, "Left out: \(count), printed above it as ruby, line \(line).", origin: .line(line))
  ]
}

/// Whether the text speaks of what such a report must speak of.
private func isReport(_ passages: Passages, _ fates: [Fate], title: String?) -> Bool {
  if let title, namesReport(Line(title)) { return true }
  var hits = 0
  for (passage, fate) in zip(passages.list, fates) where fate == .body {
    let text = passages.text(passage)
    if text.contains("信息公开") || text.contains("信息公開") || text.contains("主动公开") || text.contains("政务公开") { hits += 1 }
  }
  return hits > 1
}

/// The line of a link to the next page of the same text; `nil` when there is none.
private func nextPage(in page: Page, _ passages: Passages, body: BodyRegion?) -> Int? {
  guard body != nil else { return nil }
  for index in page.nodes.indices where page.nodes[index].tag == .script {
    if writesPager(page.allText(in: index)[...]) { return Int(page.nodes[index].line) }
  }
  for index in page.nodes.indices where page.nodes[index].tag == .a && page.nodes[index].style.contains(.link) {
    let end = Int(page.nodes[index].end)
    guard end - index <= 4, page.nodes[index].style.isDisjoint(with: .unseen) else { continue }
    let label = page.allText(in: index)[...].trimmedASCII
    if nextLabels.contains(where: { label.count == $0.utf8CodeUnitCount && label.starts(with: $0) }), let href = page.attribute(.href, of: index), isRealAddress(href) { return Int(page.nodes[index].line) }
  }
  return nil
}

/// TRS pages call `createPageHTML(pages, current, name, ending)` where a text is cut into several pages.
private func writesPager(_ script: ArraySlice<UInt8>) -> Bool {
  guard script.count < 4000, script.contains("createPageHTML("),
    let open = script.firstIndex(of: UInt8(ascii: "("))
  else { return false }
  let digits = script[(open + 1)...].trimmedASCII.prefix { $0.isASCIIDigit }
  return digits.count < 4 && digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } > 1
}

private let nextLabels: [StaticString] = ["下一页", "下页", "后一页", "下一頁"]

private func isRealAddress(_ href: ArraySlice<UInt8>) -> Bool {
  !href.isEmpty && href.first != UInt8(ascii: "#") && !href.startsLowercased("javascript:")
}
