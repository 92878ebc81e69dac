import GovDocument

/// A document as GitHub-flavoured Markdown, without raw HTML.
func markdown(_ document: Document) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(document.blocks.count * 64)
  if let title = document.titleAbove { appendHeading(level: 1, title.text, to: &out) }
  var bullet = Bullet.dash
  for block in document.blocks {
    separate(&out)
    switch block {
    case .heading(let level, let prose):
      appendHeading(level: level, prose.text, to: &out)
    case .paragraph(let prose):
      appendMarkdown(prose.text, lineBreaks: .kept(indent: 0), to: &out)
    case .list(let items):
      bullet = bullet.other
      appendList(items, bullet: bullet, to: &out)
    case .table(let table):
      appendMarkdownTable(table, to: &out)
    case .image(let image):
      appendImage(image, to: &out)
    }
  }
  appendFindings(document.findings, to: &out)
  endLine(&out)
  return out
}

extension Document {
  /// The title, when no heading of the body shows it.
  var titleAbove: Prose? {
    let hasTitle = blocks.contains { if case .heading(1, _) = $0 { true } else { false } }
    return hasTitle ? nil : metadata.title
  }
}

/// Two lists in a row would become one if they had the same bullet.
private enum Bullet {
  case dash, asterisk

  var other: Bullet { self == .dash ? .asterisk : .dash }
  var mark: StaticString { self == .dash ? "- " : "* " }
}

/// A blank line between two blocks; none at the start and none after a block that wrote nothing.
func separate(_ out: inout [UInt8]) {
  endLine(&out)
  guard !out.isEmpty, out.last != UInt8(ascii: "\n") || out.dropLast().last != UInt8(ascii: "\n") else { return }
  out += "\n"
}

/// Ends the last line and takes away blank ones.
func endLine(_ out: inout [UInt8]) {
  while out.last == UInt8(ascii: "\n") { out.removeLast() }
  if !out.isEmpty { out += "\n" }
}

private func appendHeading(level: Int, _ text: String, to out: inout [UInt8]) {
  guard !text.isEmpty else { return }
  out += repeatElement(UInt8(ascii: "#"), count: min(max(level, 1), 6))
  out += " "
  appendMarkdown(text, lineBreaks: .joined, to: &out)
}

private func appendList(_ items: [Prose], bullet: Bullet, to out: inout [UInt8]) {
  for item in items where !item.text.isEmpty {
    out += bullet.mark
    appendMarkdown(item.text, lineBreaks: .kept(indent: 2), to: &out)
    out += "\n"
  }
}

private func appendImage(_ image: ImageReference, to out: inout [UInt8]) {
  if let caption = image.caption {
    appendMarkdown(caption.text, lineBreaks: .joined, to: &out)
    out += "\n\n"
  }
  out += "!["
  appendMarkdownInline(image.alternative?.text ?? "", to: &out)
  out += "]("
  appendMarkdownDestination(shownAddress(image.source), to: &out)
  if let reason = image.reason {
    out += " \""
    appendMarkdownTitle(reason, to: &out)
    out += "\""
  }
  out += ")"
}
