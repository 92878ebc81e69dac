import GovDocument

extension Document {
  /// Calls `body` with every text, in order, and whether it was read from a picture; the text may be replaced.
  mutating func forEachText(_ body: (inout Prose, _ isRead: Bool) -> Void) {
    metadata.forEachText { body(&$0, false) }
    for index in blocks.indices { blocks[index].forEachText(body) }
  }
}

extension Metadata {
  fileprivate mutating func forEachText(_ body: (inout Prose) -> Void) {
    change(&title, body)
    change(&publisher, body)
    change(&agency, body)
    for index in attachments.indices { body(&attachments[index].text) }
  }
}

extension Block {
  fileprivate mutating func forEachText(_ body: (inout Prose, Bool) -> Void) {
    switch self {
    case .heading(let level, var prose):
      body(&prose, prose.isRead)
      self = .heading(level: level, prose)
    case .paragraph(var prose):
      body(&prose, prose.isRead)
      self = .paragraph(prose)
    case .list(var items):
      for index in items.indices { body(&items[index], items[index].isRead) }
      self = .list(items)
    case .table(var table):
      // The block lets go of its table first: two owners, and changing one cell would copy all.
      self = .list([])
      change(&table.caption) { body(&$0, $0.isRead) }
      table.updateCells { cell in body(&cell.content, cell.reading != nil || cell.content.isRead) }
      self = .table(table)
    case .image(var image):
      change(&image.alternative) { body(&$0, false) }
      change(&image.caption) { body(&$0, $0.isRead) }
      self = .image(image)
    }
  }
}

extension Prose {
  /// Whether the text was read from a picture.
  fileprivate var isRead: Bool {
    if case .picture = origin { return true }
    return false
  }
}

private func change(_ prose: inout Prose?, _ body: (inout Prose) -> Void) {
  guard var present = prose else { return }
  body(&present)
  prose = present
}
