import GovDocument

/// A document as one page that needs nothing else: no script, no reference to anything outside.
func htmlPage(_ document: Document) -> [UInt8] {
  var out: [UInt8] = []
  appendHead(title: document.metadata.title?.text ?? document.source.name, to: &out)
  if let title = document.titleAbove { appendElement("h1", title.text, to: &out) }
  for block in document.blocks {
    switch block {
    case .heading(let level, let prose): appendHeading(level: level, prose.text, to: &out)
    case .paragraph(let prose): appendElement("p", prose.text, to: &out)
    case .list(let items): appendList(items, to: &out)
    case .table(let table): appendTable(table, to: &out)
    case .image(let image): appendFigure(image, to: &out)
    }
  }
  out += "</main></body></html>\n"
  return out
}

private func appendHead(title: String, to out: inout [UInt8]) {
  out += """
    <!DOCTYPE html>
    <html lang="zh"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>
    """
  appendHTML(title, lineBreaks: false, to: &out)
  out += """
    </title>
    <style>
    body { font: 1rem/1.7 sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
    table { border-collapse: collapse; margin: 1rem 0; }
    td { border: 1px solid #888; padding: .2rem .5rem; }
    figure { border: 1px dashed #888; margin: 1rem 0; padding: .5rem; }
    </style></head><body><main>

    """
}

private func appendHeading(level: Int, _ text: String, to out: inout [UInt8]) {
  let names: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
  appendElement(names[min(max(level, 1), 6) - 1], text, to: &out)
}

private func appendElement(_ name: StaticString, _ text: String, to out: inout [UInt8]) {
  out += "<"
  out += name
  out += ">"
  appendHTML(text, lineBreaks: true, to: &out)
  out += "</"
  out += name
  out += ">\n"
}

private func appendList(_ items: [Prose], to out: inout [UInt8]) {
  out += "<ul>\n"
  for item in items { appendElement("li", item.text, to: &out) }
  out += "</ul>\n"
}

private func appendTable(_ table: Table, to out: inout [UInt8]) {
  out += "<table>\n"
  if let caption = table.caption { appendElement("caption", caption.text, to: &out) }
  var cells = table.cells[...]
  for row in 0..<table.rows {
    out += "<tr>"
    while let cell = cells.first, cell.row == row {
      appendCell(cell, to: &out)
      cells.removeFirst()
    }
    out += "</tr>\n"
  }
  out += "</table>\n"
}

private func appendCell(_ cell: Cell, to out: inout [UInt8]) {
  out += "<td"
  if cell.rowSpan > 1 { out.append(plain: " rowspan=\"\(cell.rowSpan)\"") }
  if cell.columnSpan > 1 { out.append(plain: " colspan=\"\(cell.columnSpan)\"") }
  out += ">"
  appendHTML(cell.content.text, lineBreaks: true, to: &out)
  out += "</td>"
}

/// A picture is named, not shown: showing it would load something from outside the page.
private func appendFigure(_ image: ImageReference, to out: inout [UInt8]) {
  out += "<figure>"
  if let alternative = image.alternative { appendElement("p", alternative.text, to: &out) }
  appendElement("code", shownAddress(image.source), to: &out)
  if let reason = image.reason { appendElement("p", reason, to: &out) }
  if let caption = image.caption { appendElement("figcaption", caption.text, to: &out) }
  out += "</figure>\n"
}

private func appendHTML(_ text: String, lineBreaks: Bool, to out: inout [UInt8]) {
  text.withBytes { bytes in
    appendEscaped(bytes, to: &out, where: isMarkup) { index, out in
      switch bytes[index] {
      case UInt8(ascii: "&"): out += "&amp;"
      case UInt8(ascii: "<"): out += "&lt;"
      case UInt8(ascii: ">"): out += "&gt;"
      case UInt8(ascii: "\""): out += "&quot;"
      case UInt8(ascii: "'"): out += "&#39;"
      default: out += lineBreaks ? "<br>" : " "
      }
    }
  }
}

private func isMarkup(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
    UInt8(ascii: "\n"):
    true
  default: false
  }
}
