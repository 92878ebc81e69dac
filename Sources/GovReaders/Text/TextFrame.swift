import GovDocument

/// Which lines of a text are the report, and what the others are.
struct TextFrame {
  /// What a line is.
  enum Role: Sendable, Hashable {
    case title, body, metadata, navigation, controls, footer
  }

  /// One role for each line.
  private(set) var roles: [Role]

  /// Looks for the site's lines at both ends: what stands inside the report is the report.
  init(of lines: [TextLine]) {
    let prepared = lines.map(\.line)
    roles = [Role](repeating: .body, count: lines.count)
    let end = footerStart(of: prepared)
    for index in end..<lines.count { roles[index] = .footer }
    markHead(prepared, until: end)
    for index in prepared.indices where roles[index] == .body {
      if isPagingOrSharing(prepared, at: index) { roles[index] = .controls }
    }
  }

  /// The head ends with the first heading or sentence; the title is the last line in it that names a report.
  private mutating func markHead(_ lines: [Line], until end: Int) {
    var title: Int?
    for index in lines.indices.prefix(min(end, 40)) {
      let line = lines[index]
      if isBreadcrumb(line) || isMenu(line) {
        roles[index] = .navigation
      } else if isToolbar(line) {
        roles[index] = .controls
      } else if isMetadataLine(line) || (isDateLine(line) && title != nil) {
        roles[index] = .metadata
      } else if line.isCut || line.compact.contains(0x3002) || (headingLevel(of: line) != nil && !namesReport(line)) {
        break
      } else if namesReport(line), line.compact.count <= 60, !line.endsSentence {
        title = index
      }
    }
    if let title { roles[title] = .title }
  }

  /// Notes that say what was left out; nothing is left out silently.
  func findings(_ lines: [TextLine]) -> [Finding] {
    let names: [(Role, String)] = [(.navigation, "navigation"), (.controls, "page controls"), (.footer, "footer")]
    return names.compactMap { role, name in
      let indices = roles.indices.filter { roles[$0] == role }
      guard let first = indices.first else { return nil }
      let start = String(lines[first].string.prefix(12))
      let count = indices.count == 1 ? "1 line" : "\(indices.count) lines"
      return Finding(
        .note, .leftOut, "Left out: \(name), \(count), beginning “\(start)”.", origin: .line(lines[first].number))
    }
  }
}

/// A row of controls inside the report; a single character such as 大 is a table's cell there.
private func isPagingOrSharing(_ lines: [Line], at index: Int) -> Bool {
  lines[index].compact.count > 3 && isToolbar(lines[index]) && !isFormLabel(lines[index])
}
