import GovDocument

/// Turns the lines of the report into blocks.
func textBlocks(
  of lines: [TextLine], in frame: TextFrame, limits: ReaderLimits
) -> (blocks: [Block], findings: [Finding]) {
  var blocks: [Block] = []
  var findings: [Finding] = []
  var index = 0
  while index < lines.count {
    let end = endOfPipeRows(lines, frame, from: index)
    if end > index {
      let table = pipeTable(lines[index..<end], limits: limits)
      blocks += table.blocks
      findings += table.findings
      index = end
    } else if let found = commaRows(lines, frame, from: index) {
      let table = found.rows.map { pipeTable($0[...], limits: limits) }
      blocks += table?.blocks ?? (index..<found.end).compactMap { block(lines, frame, at: $0) }
      findings += table?.findings ?? []
      index = found.end
    } else {
      if let block = block(lines, frame, at: index) { blocks.append(block) }
      index += 1
    }
  }
  return (blocks, findings)
}

private func block(_ lines: [TextLine], _ frame: TextFrame, at index: Int) -> Block? {
  let line = lines[index]
  let prose = Prose(line.string, origin: .line(line.number))
  switch frame.roles[index] {
  case .title: return .heading(level: 1, prose)
  case .metadata, .navigation, .controls, .footer: return nil
  case .body: break
  }
  if isPictureName(line) { return .image(ImageReference(source: line.string, origin: .line(line.number))) }
  if let level = headingLevel(of: line.line), !isCell(lines, at: index) { return .heading(level: level, prose) }
  return .paragraph(prose)
}

private func isCell(_ lines: [TextLine], at index: Int) -> Bool {
  if isFormRow(lines[index].line) { return true }
  let neighbours = [index - 1, index + 1].filter(lines.indices.contains).map { lines[$0].line }
  return isLoneCell(lines[index].line, between: neighbours)
}

/// A line that is the name of a picture and nothing else.
private func isPictureName(_ line: TextLine) -> Bool {
  let text = line.line.folded
  guard !line.line.isCut, text.count >= 5, let dot = text.lastIndex(of: 0x2E), dot > 0 else { return false }
  guard !text.contains(0x3002), text.first != 0x3C else { return false }
  return pictureEndings.contains { $0.scalars == Array(text[(dot + 1)...]) }
}

private let pictureEndings = LineWord.list("png jpg jpeg gif bmp tif tiff webp")
