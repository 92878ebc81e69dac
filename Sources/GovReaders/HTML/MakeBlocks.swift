import GovDocument

/// Turns passages into blocks.
func blocks(of passages: Passages) -> [Block] {
  passages.list.map { passage in
    switch passage.kind {
    case .table(let table): .table(table)
    case .image(let image): .image(image)
    case .text:
      if let level = passage.level ?? (passage.count < 120 ? numberLevel(passages.text(passage)) : nil) {
        .heading(level: level, passages.prose(passage))
      } else {
        .paragraph(passages.prose(passage))
      }
    }
  }
}
