import GovDocument

/// What the `<head>` and the scripts of a page say about the report.
struct PageHead {
  /// The `<title>`, with white space collapsed.
  var title: String?
  /// `ArticleTitle` or a like `<meta>`: the headline as the CMS knows it.
  var articleTitle: String?
  var siteName: String?
  var information = PageInformation()

  /// Reads the `<title>`, every `<meta>`, and what scripts write literally.
  init(of page: Page) {
    for (index, node) in page.nodes.enumerated() {
      switch node.tag {
      case .title where title == nil:
        let text = collapsed(String(decoding: page.allText(in: index), as: UTF8.self))
        title = text.isEmpty ? nil : text
      case .meta:
        if let name = page.string(.name, of: index), let content = page.string(.content, of: index) {
          note(name.lowercased(), collapsed(content), line: Int(node.line))
        }
      case .script: noteScript(page.allText(in: index), line: Int(node.line))
      default: break
      }
    }
  }

  /// The names that the common systems write; see 国办发〔2017〕47号 (政府网站发展指引), appendix 2.
  private mutating func note(_ name: String, _ content: String, line: Int) {
    guard !content.isEmpty else { return }
    switch name {
    case "articletitle": articleTitle = articleTitle ?? content
    case "sitename": siteName = siteName ?? content
    case "pubdate", "publishdate": information.note(PrintedField(kind: .date, value: content), line: line)
    case "contentsource": information.note(PrintedField(kind: .source, value: content), line: line)
    default: break
    }
  }

  /// `document.write("来源：…")`: a labelled value inside one literal.
  private mutating func noteScript(_ script: [UInt8], line: Int) {
    guard script.count < 20_000, script[...].contains("：") else { return }
    for literal in script.split(whereSeparator: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") })
    where literal.count < 200 && literal.contains("：") {
      for field in printedFields(of: Line(withoutTags(literal))) { information.note(field, line: line) }
    }
  }
}

private func withoutTags(_ text: ArraySlice<UInt8>) -> String {
  var kept: [UInt8] = []
  var isInTag = false
  for byte in text {
    if byte == UInt8(ascii: "<") { isInTag = true }
    if !isInTag { kept.append(byte) }
    if byte == UInt8(ascii: ">") { isInTag = false }
  }
  return collapsed(String(decoding: kept, as: UTF8.self))
}
