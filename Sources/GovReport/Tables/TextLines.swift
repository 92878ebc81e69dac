import GovDocument

/// A line of running text.
struct TextLine {
  var text: String
  var origin: Origin
}

/// The lines of all paragraphs, list items and headings; a table or a picture leaves an empty line in its place, but for a table
/// of one row, which some editors make of every row of a form: it is a line if it begins with a row's label.
func textLines(_ document: Document) -> [TextLine] {
  var lines: [TextLine] = []
  for block in document.blocks {
    switch block {
    case .heading(_, let prose), .paragraph(let prose): append(prose, to: &lines)
    case .list(let items): for item in items { append(item, to: &lines) }
    case .table(let table):
      lines.append(TextLine(text: table.rows == 1 ? lineOfRow(table) : "", origin: table.origin))
    case .image: lines.append(TextLine(text: "", origin: .document))
    }
  }
  return lines
}

private func lineOfRow(_ table: Table) -> String {
  guard table.image == nil, table.columns <= 16, let first = table.cells.first, namesRow(first.content.text) else {
    return ""
  }
  return table.cells.map(\.content.text).filter { !$0.isEmpty && !$0.utf8.contains(UInt8(ascii: "\n")) }
    .joined(separator: " ")
}

private func append(_ prose: Prose, to lines: inout [TextLine]) {
  let isOneLine = prose.text.utf8.withContiguousStorageIfAvailable { !$0.contains(UInt8(ascii: "\n")) }
  if isOneLine ?? false {
    if !prose.text.isEmpty { lines.append(TextLine(text: prose.text, origin: prose.origin)) }
    return
  }
  for part in prose.text.utf8.split(separator: UInt8(ascii: "\n")) {
    lines.append(TextLine(text: String(Substring(part)), origin: prose.origin))
  }
}

/// Whether a line is running text: it holds a full stop, which no label and no row of figures does. “无。” is a figure.
///
/// It keeps the search for labels away from the prose, which is most of a page.
func isSentence(_ text: String) -> Bool {
  guard text.utf8.count > 12 else { return false }
  let found = text.utf8.withContiguousStorageIfAvailable { bytes in
    var index = 2
    while index < bytes.count {
      if bytes[index] == 0x82, bytes[index - 1] == 0x80, bytes[index - 2] == 0xE3 { return true }
      // The last byte of a character is enough to look at: anything but 0x80 and 0xE3 lets three bytes be passed over.
      index += bytes[index] == 0x80 || bytes[index] == 0xE3 ? 1 : 3
    }
    return false
  }
  return found ?? text.unicodeScalars.contains("。")
}
