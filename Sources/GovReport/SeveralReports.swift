import GovDocument

/// Where the second report of a page begins, as an index into its blocks; `nil` for a page with one report.
///
/// Some offices put the reports of several years or of several agencies on one page. A report begins with a line that names
/// it and its year, and is told from a mention of another report by the sections on both sides of that line; a report of
/// another agency prints the same sections again.
func startOfSecondReport(_ document: Document) -> Int? {
  let titles = document.blocks.indices.compactMap { index in
    titleYear(document.blocks[index]).map { (block: index, year: $0) }
  }
  guard let first = document.metadata.year ?? titles.first?.year else { return nil }
  let others = titles.filter { $0.year != first || namesAnotherAgency($0.block, in: document) }
  guard !others.isEmpty else { return nil }
  let found = sections(of: document)
  return others.first { title in
    let before = Set(found.filter { $0.block < title.block }.map(\.kind))
    let after = Set(found.filter { $0.block > title.block }.map(\.kind))
    guard before.count > 1, after.count > 1 else { return false }
    return title.year != first || before.intersection(after).count > 1
  }?.block
}

/// Whether a title names an agency of which no line before it speaks.
private func namesAnotherAgency(_ index: Int, in document: Document) -> Bool {
  guard let title = document.blocks[index].prose, let name = agencyName(title.text) else { return false }
  let before = [document.metadata.title].compactMap { $0 } + document.blocks[..<index].compactMap(\.prose)
  return !before.contains { $0.text.contains(name) }
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
