import GovDocument
import GovForms

/// The statutory sections of a report in every spelling and order, forerunners (概述 …) included.
func sections(of document: Document) -> [ReportSection] {
  document.blocks.enumerated().compactMap { index, block in
    sectionKind(block).map { ReportSection(kind: $0, block: index) }
  }
}

/// The kind of the section that a block is the heading of; `nil` for any other block.
func sectionKind(_ block: Block) -> ReportSection.Kind? { headingText(block).flatMap(sectionKind) }

/// The text of a section's heading: a heading of the second level, or a short line with the enumerator 一、.
private func headingText(_ block: Block) -> String? {
  switch block {
  case .heading(let level, let prose):
    guard level == 2 || hasSectionEnumerator(prose.text) else { return nil }
    return prose.text
  case .paragraph(let prose):
    return hasSectionEnumerator(prose.text) ? prose.text : nil
  default: return nil
  }
}

/// Whether a short line begins with 一、 (the mark may be damaged) and is no sentence.
private func hasSectionEnumerator(_ text: String) -> Bool {
  let line = trimmed(text).unicodeScalars
  guard line.count <= 40, !line.contains("。"), !line.contains("\n") else { return false }
  let numeral = line.prefix { "一二三四五六七八九十".unicodeScalars.contains($0) }
  guard !numeral.isEmpty, let mark = line.dropFirst(numeral.count).first else { return false }
  return "、,，.．".unicodeScalars.contains(mark)
}

/// The kind of a section by the words of its heading; `nil` for another heading and for a row of a table, with its figures or
/// without.
func sectionKind(_ heading: String) -> ReportSection.Kind? {
  guard heading.utf8.count <= 200 else { return nil }
  let folded = foldLabel(heading)
  let split = splitFigures(heading)
  if let label = exactMatch(split.words) {
    guard split.figures.isEmpty, !isTableRow(LabelBook.statutory.labels[label]) else { return nil }
  }
  for section in sectionKeywords where section.keywords.contains(where: { contains(folded, $0) }) {
    return section.kind
  }
  return nil
}

/// A label of a row with an enumerator, such as 四、结转下年度继续办理, stands in a table, not above one.
private func isTableRow(_ label: Label) -> Bool {
  label.roles.contains { role in
    if case .row(let table, _) = role { table == .requests } else { role == .frame(.requests) }
  }
}

private let sectionKeywords = SectionHeading.all.compactMap { heading in
  ReportSection.Kind(rawValue: heading.kind).map { (kind: $0, keywords: heading.keywords.map(foldLabel)) }
}

/// Whether `needle` occurs in `text`.
func contains(_ text: FoldedLabel, _ needle: FoldedLabel) -> Bool {
  guard let first = needle.first, needle.count <= text.count else { return false }
  for start in 0...(text.count - needle.count) where text[start] == first {
    if text[start..<start + needle.count].elementsEqual(needle) { return true }
  }
  return false
}
