import GovDocument
import GovForms

/// The statutory tables that a page announces and does not have: a section of the form with neither figures nor a picture.
///
/// Such a table stood in a frame, was written by a script or was lost with a file; or it is there, and nothing of it was
/// understood. Only the sections of the forms in force
/// count, in a report that has another of their tables, or all their sections in a year since 2019: earlier reports tell these
/// numbers in prose.
func missingTables(
  _ document: Document, sections: [ReportSection], found: Set<TableKind>, year: Int?
) -> [Finding] {
  let announced = Set(sections.compactMap { TableKind(section: $0.kind) })
  let isInForce = year ?? 0 >= 2019 && announced.count == 3
  guard isInForce || found.contains(where: { $0 != .statistics }) else { return [] }
  return zip(sections, sections.dropFirst().map(\.block) + [document.blocks.count]).compactMap { section, end in
    guard let table = TableKind(section: section.kind), !found.contains(table), section.block < end,
      case .heading(_, let heading) = document.blocks[section.block],
      !document.blocks[section.block..<end].contains(where: \.isPicture)
    else { return nil }
    let hasTable = document.blocks[section.block..<end].contains(where: \.isTable)
    let what = hasTable ? "has a table of which no figure was read" : "has neither table nor picture"
    return Finding(
      .warning, .tableMissing,
      "\(table.rawValue): “\(brief(heading.text))” \(what); look for it on the page itself", origin: heading.origin)
  }
}

extension TableKind {
  /// The table that a section of the form is made of; `nil` for a section of prose.
  fileprivate init?(section: ReportSection.Kind) {
    switch section {
    case .disclosure: self = .disclosure
    case .requests: self = .requests
    case .review: self = .review
    default: return nil
    }
  }
}

extension Block {
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }

  /// Whether it is a picture, or the table that was read from one.
  fileprivate var isPicture: Bool {
    switch self {
    case .image: true
    case .table(let table): table.image != nil
    default: false
    }
  }
}
