import GovDocument

/// A document as lines of text that a person can check and write: one line per block, cell, field and finding code.
func outline(of document: Document) -> String {
  var lines: [String] = []
  let metadata = document.metadata
  let fields = [
    ("title", metadata.title?.text), ("date", metadata.date), ("publisher", metadata.publisher?.text),
    ("agency", metadata.agency?.text), ("year", metadata.year.map(String.init)), ("index", metadata.indexNumber),
  ]
  for (name, value) in fields { if let value { lines.append("\(name): \(value)") } }
  lines += metadata.attachments.map { "attachment: \($0.href) | \($0.text.text)" }
  lines += document.blocks.flatMap(outline(of:))
  lines += document.findings.map { "! \($0.severity.rawValue) \($0.code.rawValue)" }
  return lines.joined(separator: "\n") + "\n"
}

private func outline(of block: Block) -> [String] {
  switch block {
  case .heading(let level, let prose): ["h\(level) \(oneLine(prose.text))"]
  case .paragraph(let prose): ["p \(oneLine(prose.text))"]
  case .list(let items): items.map { "li \(oneLine($0.text))" }
  case .image(let image):
    ["img \(image.source) | \(image.alternative?.text ?? "") | \(image.caption?.text ?? "")"]
  case .table(let table):
    ["table \(table.rows)x\(table.columns) \(table.caption?.text ?? "")".trimmingSpaces] + table.cells.map(outline(of:))
  }
}

private func outline(of cell: Cell) -> String {
  let span = cell.rowSpan * cell.columnSpan > 1 ? " \(cell.rowSpan)x\(cell.columnSpan)" : ""
  return "  \(cell.row),\(cell.column)\(span) \(oneLine(cell.content.text))".trimmingSpaces
}

private func oneLine(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
