import GovDocument

/// What a text says about itself: its title line, the statements above the report, else the signature below it.
func textMetadata(of lines: [TextLine], in frame: TextFrame) -> Metadata {
  var metadata = Metadata()
  var documentDate: String?
  for index in lines.indices {
    switch frame.roles[index] {
    case .title: readTitle(lines[index], into: &metadata)
    case .metadata:
      for field in printedFields(of: lines[index].line) {
        read(field, line: lines[index].number, into: &metadata, documentDate: &documentDate)
      }
      if metadata.date == nil, isDateLine(lines[index].line) { metadata.date = isoDate(in: lines[index].line) }
    default: break
    }
  }
  if metadata.date == nil { metadata.date = documentDate }
  readSignature(lines.indices.filter { frame.roles[$0] == .body }.suffix(2).map { lines[$0] }, into: &metadata)
  return metadata
}

private func readTitle(_ line: TextLine, into metadata: inout Metadata) {
  let origin = Origin.line(line.number)
  metadata.title = Prose(cleanTitle(line.string), origin: origin)
  let title = reportTitle(line.line)
  metadata.agency = title.agency.map { Prose($0, origin: origin) }
  metadata.year = title.year
}

private func read(_ field: PrintedField, line: Int, into metadata: inout Metadata, documentDate: inout String?) {
  guard !field.value.isEmpty else { return }
  switch field.kind {
  case .date: metadata.date = metadata.date ?? isoDate(in: Line(field.value))
  case .documentDate: documentDate = documentDate ?? isoDate(in: Line(field.value))
  case .source: metadata.publisher = Prose(field.value, origin: .line(line))
  case .publisher: metadata.publisher = metadata.publisher ?? Prose(field.value, origin: .line(line))
  case .indexNumber: metadata.indexNumber = metadata.indexNumber ?? field.value
  case .documentNumber, .title, .other: break
  }
}

/// The office and the date under a report, where nothing above it says them.
private func readSignature(_ last: [TextLine], into metadata: inout Metadata) {
  guard last.count == 2, isDateLine(last[1].line) else { return }
  metadata.date = metadata.date ?? isoDate(in: last[1].line)
  let office = last[0].line
  guard metadata.publisher == nil, (3...30).contains(office.compact.count), !office.endsSentence,
    headingLevel(of: office) == nil, !office.compact.contains(where: isDigit)
  else { return }
  metadata.publisher = Prose(last[0].string, origin: .line(last[0].number))
}
