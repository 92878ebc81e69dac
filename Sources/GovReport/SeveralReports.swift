import GovDocument

/// Where the second report of a page begins, as an index into its blocks; `nil` for a page with one report.
///
/// Some offices put the reports of several years on one page. A report begins with a line that names it and its year, and
/// is told from a mention of another year's report by the sections on both sides of that line.
func startOfSecondReport(_ document: Document) -> Int? {
  let years = document.blocks.indices.compactMap { index in
    titleYear(document.blocks[index]).map { (block: index, year: $0) }
  }
  guard let first = document.metadata.year ?? years.first?.year, years.contains(where: { $0.year != first }) else {
    return nil
  }
  let found = sections(of: document)
  return years.first { title in
    let before = Set(found.filter { $0.block < title.block }.map(\.kind))
    let after = Set(found.filter { $0.block > title.block }.map(\.kind))
    return title.year != first && before.count > 1 && after.count > 1
  }?.block
}

/// The year that a line names which is the title of a report and nothing else.
private func titleYear(_ block: Block) -> Int? {
  switch block {
  case .heading(_, let prose), .paragraph(let prose):
    guard prose.text.utf8.count <= 180, mayNameReport(prose.text), !prose.text.contains("。"), namesReport(prose.text)
    else { return nil }
    return firstYear(prose.text)
  default: return nil
  }
}

/// Whether 告 occurs, in UTF-8: most lines are out at once.
private func mayNameReport(_ text: String) -> Bool {
  var last: UInt32 = 0
  for byte in text.utf8 {
    last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
    if last == 0xE5_918A { return true }
  }
  return false
}

/// What a person should know of the reports behind the first.
func severalReportsFinding(at block: Block) -> Finding {
  let title = block.prose
  return Finding(
    .warning, .severalReports,
    "The page holds more than one report: figures are made of the first only, up to “\(brief(title?.text ?? ""))”. Convert the others apart.",
    origin: title?.origin ?? .document)
}

extension Block {
  fileprivate var prose: Prose? {
    switch self {
    case .heading(_, let prose), .paragraph(let prose): prose
    default: nil
    }
  }
}
