import GovDocument

/// Turns the passages of the body into blocks; the headline becomes the heading of level 1.
func blocks(of passages: Passages, fates: [Fate], headline: Headline?) -> [Block] {
  var blocks: [Block] = []
  var openList: Int?
  for (index, passage) in passages.list.enumerated() where fates[index] == .body {
    if let headline, headline.passages.contains(index) {
      if index == headline.passages.lowerBound { blocks.append(heading(headline, at: passage)) }
      continue
    }
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

private func heading(_ headline: Headline, at passage: Passage) -> Block {
  .heading(level: 1, Prose(headline.text, origin: .line(passage.line)))
}

private func block(of passage: Passage, in passages: Passages) -> Block {
  switch passage.kind {
  case .table(let index): return .table(passages.tables[index])
  case .image(let index): return .image(passages.images[index])
  case .text: break
  }
  let prose = passages.prose(passage)
  if let level = headingLevel(passage) { return .heading(level: level, prose) }
  return passage.list == nil ? .paragraph(prose) : .list([prose])
}

/// The level of the heading that a passage is: its printed number decides, then its element.
private func headingLevel(_ passage: Passage) -> Int? {
  passage.heading ?? passage.level.map { max(2, $0) }
}
