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
  } else if let title, namesReport(Line(title)), text < title.utf8.count + fewWords, isShort,
    !passages.hasPictures(fates), frameAddresses(in: page).isEmpty
  {
    findings.append(
      Finding(
        .warning, .almostNoText,
        "The page holds almost no text: it may be a list of reports, or a script loads the text. Save it from a browser that shows the text."
      ))
  } else if !isReport(passages, fates, title: title) {
    findings.append(
      Finding(
        .warning, .notAReport,
        "The page does not look like a report on government information disclosure; its text is given all the same. Check that it is the right page."
      ))
  }
  findings += framed(in: page) + framesInside(body, of: page) + rubyReadings(in: page)
  if let line = nextPage(in: page, passages, body: body) {
    findings.append(
      Finding(
        .warning, .continues, "The text goes on on another page (下一页): fetch the following pages too.",
        origin: .line(line)))
  }
  return findings
}

/// Bytes of text beside a title that are no report: about 15 characters.
private let fewWords = 45

/// Bytes of text under which a page with a file to download is only its cover: about 100 characters.
let shortReport = 300

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
    return Finding(
      .note, .leftOut, "Left out: \(name), \(lines)\(example(first, passages)).", origin: .line(first.line))
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

/// Other pages that the body shows in frames; what is a file is an attachment, and what takes no room counts visits.
private func framesInside(_ body: BodyRegion?, of page: Page) -> [Finding] {
  guard let body else { return [] }
  let frames = (body.element..<Int(page.nodes[body.element].end)).filter { index in
    guard page.nodes[index].tag == .iframe, page.nodes[Int(page.nodes[index].parent)].style.isDisjoint(with: .unseen),
      let source = page.attribute(.src, of: index), isRealAddress(source), fileAddress(index, in: page) == nil
    else { return false }
    let sizes = [page.attribute(.width, of: index), page.attribute(.height, of: index)].compactMap(\.self)
    let style = page.attribute(.style, of: index).map { StyleEffect(declarations: $0) }
    return !sizes.contains { $0.count < 3 && !$0.contains(UInt8(ascii: "%")) } && style?.isDisplayed != false
  }
  return frames.map { index in
    let line = Int(page.nodes[index].line)
    return Finding(
      .warning, .framed,
      "A part of the text is another page in a frame: convert \(page.string(.src, of: index) ?? "") too.",
      origin: .line(line))
  }
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

extension Passages {
  /// Whether a picture is part of the body: it may hold what the text does not.
  fileprivate func hasPictures(_ fates: [Fate]) -> Bool {
    zip(list, fates).contains { passage, fate in
      if case .image = passage.kind { fate == .body } else { false }
    }
  }
}

/// Whether the text speaks of what such a report must speak of.
private func isReport(_ passages: Passages, _ fates: [Fate], title: String?) -> Bool {
  let line = title.map { Line($0) }
  var hits = line.map(namesReport) ?? false ? 1 : 0
  if hits > 0, line.flatMap({ reportTitle($0).year }) != nil || passages.hasPictures(fates) { return true }
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
    if nextLabels.contains(where: { label.count == $0.utf8CodeUnitCount && label.starts(with: $0) }),
      let href = page.attribute(.href, of: index), isRealAddress(href)
    {
      return Int(page.nodes[index].line)
    }
  }
  return nil
}

/// Whether a script writes links to the other pages of a text that is cut into several.
///
/// It calls `createPageHTML(pages, current, name, ending)`, as TRS does, or counts more than one page (`var countPage = 3`)
/// beside the words of a pager.
private func writesPager(_ script: ArraySlice<UInt8>) -> Bool {
  guard script.count < 8000 else { return false }
  if let call = script.index(after: "createPageHTML("), number(at: call, in: script) > 1 { return true }
  guard nextLabels.contains(where: { script.contains($0) }) else { return false }
  return pageCounts.contains { name in
    guard let end = script.index(after: name) else { return false }
    let sign = script[end...].prefix(12).drop { $0.isASCIISpace || $0.isASCIILetter }
    guard let first = sign.first, first == UInt8(ascii: "=") || first == UInt8(ascii: ":") else { return false }
    return number(at: sign.startIndex + 1, in: script) > 1
  }
}

/// The number of up to three digits at an index, after white space; 0 when there is none.
private func number(at index: Int, in script: ArraySlice<UInt8>) -> Int {
  let digits = script[index...].trimmedASCII.prefix { $0.isASCIIDigit }
  return digits.count < 4 ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : 0
}

private let pageCounts: [StaticString] = ["countPage", "pageCount", "PageCount", "totalPage", "pageTotal"]

private let nextLabels: [StaticString] = ["下一页", "下页", "后一页", "下一頁"]

private func isRealAddress(_ href: ArraySlice<UInt8>) -> Bool {
  !href.isEmpty && href.first != UInt8(ascii: "#") && !href.startsLowercased("javascript:")
    && !href.startsLowercased("about:")
}
