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
  var agencies = NamedAgencies(document)
  let others = titles.filter { $0.year != first || agencies.isNew(inTitle: $0.block) }
  guard !others.isEmpty else { return nil }
  let extents = sectionExtents(of: document)
  return others.first { title in
    let before = extents.filter { $0.lowerBound < title.block }
    let after = extents.filter { $0.upperBound > title.block }
    guard before.count > 1, after.count > 1 else { return false }
    return title.year != first || extents.count { $0.lowerBound < title.block && title.block < $0.upperBound } > 1
  }?.block
}

/// For each kind of section from where to where headings of it stand, as indices of blocks.
private func sectionExtents(of document: Document) -> [ClosedRange<Int>] {
  Dictionary(grouping: sections(of: document), by: \.kind).values.compactMap { found in
    let blocks = found.map(\.block)
    guard let first = blocks.min(), let last = blocks.max() else { return nil }
    return first...last
  }
}

/// The agencies that the titles of a page name; titles are asked for in order.
private struct NamedAgencies {
  private let document: Document
  private var asked: Set<String> = []
  /// For each further name the whole page before it would be searched again. A page of as many is a list of agencies, of which
  /// the sections alone have to say whether reports stand between.
  private static let most = 32

  init(_ document: Document) { self.document = document }

  /// Whether a title names an agency of which no line before it speaks.
  mutating func isNew(inTitle index: Int) -> Bool {
    guard let title = document.blocks[index].prose, let name = agencyName(title.text), asked.insert(name).inserted
    else { return false }
    if asked.count > NamedAgencies.most { return true }
    let place = withoutGovernmentWords(name)
    if document.metadata.title?.text.contains(place) == true { return false }
    return !document.blocks[..<index].contains { $0.prose?.text.contains(place) == true }
  }
}

/// 石桥镇 for 石桥镇人民政府, which is the same agency; other names stay.
private func withoutGovernmentWords(_ name: String) -> String {
  guard let words = governmentWords.first(where: name.hasSuffix), name.count > words.count + 1 else { return name }
  return String(name.dropLast(words.count))
}

/// The year that a line names which is the title of a report and nothing else.
private func titleYear(_ block: Block) -> Int? {
  guard let text = block.prose?.text, text.utf8.count <= 180, !text.contains("。"), mayNameReport(text),
    namesReport(text)
  else { return nil }
  return firstYear(text)
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
