import GovDocument

/// Turns the passages of the body into blocks; the headline becomes the heading of level 1.
func blocks(of passages: Passages, fates: [Fate], headline: Headline?, limits: ReaderLimits) -> [Block] {
  let boldLevel = levelOfBoldHeadings(passages, fates)
  var blocks: [Block] = []
  var openList: Int?
  for (index, passage) in passages.list.enumerated() where fates[index] == .body {
    if let headline, headline.passages.contains(index) {
      if index == headline.passages.lowerBound { blocks.append(heading(headline, at: passage)) }
      continue
    }
    if passage.isCaption, case .image(var picture)? = blocks.last, picture.caption == nil {
      picture.caption = passages.prose(passage)
      blocks[blocks.count - 1] = .image(picture)
      continue
    }
    let made =
      passages.isLoneCell(index)
      ? .paragraph(passages.prose(passage)) : block(of: passage, in: passages, boldLevel: boldLevel, limits: limits)
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

private func block(of passage: Passage, in passages: Passages, boldLevel: Int?, limits: ReaderLimits) -> Block {
  switch passage.kind {
  case .table(let index): return .table(passages.tables[index])
  case .image(let index): return .image(passages.images[index])
  case .text: break
  }
  let prose = passages.prose(passage)
  if let table = drawnTable(prose, limits: limits) { return .table(table) }
  if let level = headingLevel(passage, in: passages, boldLevel: boldLevel) { return .heading(level: level, prose) }
  return passage.list == nil ? .paragraph(prose) : .list([prose])
}

extension Passages {
  /// Whether a passage that looks like a heading is a cell of a table that the page prints one cell a line.
  fileprivate func isLoneCell(_ index: Int) -> Bool {
    guard list[index].heading != nil else { return false }
    if isShortAsCell(list[index]), isFormRow(Line(text(list[index]))) { return true }
    let neighbours = [index - 1, index + 1].filter { list.indices.contains($0) && isShortAsCell(list[$0]) }
    guard !neighbours.isEmpty else { return false }
    return GovReaders.isLoneCell(Line(text(list[index])), between: neighbours.map { Line(text(list[$0])) })
  }

  /// Whether a passage is no longer than a label of a form, and no heading.
  private func isShortAsCell(_ passage: Passage) -> Bool {
    (1...200).contains(passage.count) && !text(passage).contains("。")
  }
}

/// The level of the heading that a passage is: its printed number decides, then its element, then bold print.
private func headingLevel(_ passage: Passage, in passages: Passages, boldLevel: Int?) -> Int? {
  if let level = passage.heading { return level }
  let isMarked = passage.level != nil || (passage.isBold && boldLevel != nil && passage.list == nil)
  guard isMarked, passage.number == nil, passage.count <= longestMarkedHeading else { return nil }
  let line = Line(passages.text(passage))
  return line.endsSentence || isDateLine(line) ? nil : passage.level.map { max(2, $0) } ?? boldLevel
}

/// Bytes beyond which a paragraph in a heading element or in bold print is emphasis, not a heading: 40 characters.
private let longestMarkedHeading = 120

/// The level of headings that only bold print tells: below 一、 where the body has such numbers, else theirs.
///
/// `nil` where bold print tells nothing, because most of the text is bold: an element that was never closed.
private func levelOfBoldHeadings(_ passages: Passages, _ fates: [Fate]) -> Int? {
  let body = zip(passages.list, fates).filter { $0.1 == .body }.map(\.0)
  let bold = body.reduce(0) { $0 + $1.boldBytes }
  guard bold * 2 < body.reduce(0, { $0 + $1.count }) else { return nil }
  return body.contains { $0.heading == 2 } ? 3 : 2
}
