import GovDocument

/// Turns the passages of the body into blocks.
func blocks(of passages: Passages, fates: [Fate]) -> [Block] {
  var blocks: [Block] = []
  var openList: Int?
  for (passage, fate) in zip(passages.list, fates) where fate == .body {
    let made = block(of: passage, in: passages)
    if case .list(let items) = made, passage.list == openList, case .list(let before)? = blocks.last {
      blocks[blocks.count - 1] = .list(before + items)
    } else {
      blocks.append(made)
    }
    openList = passage.list
  }
  return blocks
}

private func block(of passage: Passage, in passages: Passages) -> Block {
  switch passage.kind {
  case .table(let table): return .table(table)
  case .image(let image): return .image(image)
  case .text: break
  }
  let prose = passages.prose(passage)
  if let level = passage.level ?? (passage.count < 120 ? numberLevel(passages.text(passage)) : nil) {
    return .heading(level: level, prose)
  }
  return passage.list == nil ? .paragraph(prose) : .list([prose])
}
