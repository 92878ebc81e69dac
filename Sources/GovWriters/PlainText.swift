import GovDocument

/// A document as plain text: blocks with a blank line between them, a table's cells with tabs, each text once.
func plainText(_ document: Document) -> [UInt8] {
  var out: [UInt8] = []
  if let title = document.titleAbove { appendPlain(title.text, to: &out) }
  for block in document.blocks {
    separate(&out)
    switch block {
    case .heading(_, let prose), .paragraph(let prose):
      appendPlain(prose.text, to: &out)
    case .list(let items):
      for item in items {
        appendPlain(item.text, to: &out)
        out += "\n"
      }
    case .table(let table):
      appendPlainTable(table, to: &out)
    case .image(let image):
      appendPlainImage(image, to: &out)
    }
  }
  endLine(&out)
  return out
}

/// Appends text without its control characters; line breaks stay.
func appendPlain(_ text: String, to out: inout [UInt8]) {
  text.withBytes { appendEscaped($0, to: &out, where: { _ in false }, escape: { _, _ in }) }
}

/// Appends text on one line: tabs and line breaks become spaces.
func appendOneLine(_ text: String, to out: inout [UInt8]) {
  text.withBytes { bytes in
    appendEscaped(bytes, to: &out, where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }) { _, out in
      out += " "
    }
  }
}

private func appendPlainTable(_ table: Table, to out: inout [UInt8]) {
  if let caption = table.caption {
    appendOneLine(caption.text, to: &out)
    out += "\n"
  }
  guard table.columns > 0 else { return }
  let owners = table.grid
  for slot in owners.indices {
    let cell = table.cells[owners[slot]]
    if cell.row == slot / table.columns && cell.column == slot % table.columns {
      appendOneLine(cell.content.text, to: &out)
    }
    out += (slot + 1) % table.columns == 0 ? "\n" : "\t"
  }
}

private func appendPlainImage(_ image: ImageReference, to out: inout [UInt8]) {
  for text in [image.caption?.text, image.alternative?.text].compactMap({ $0 }) {
    appendOneLine(text, to: &out)
    out += "\n"
  }
  appendOneLine(shownAddress(image.source), to: &out)
}
