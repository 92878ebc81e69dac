import GovDocument

/// Puts together what the page says about the report; printed values count before those of the head.
func metadata(
  headline: Headline?, head: PageHead, attachments: [Attachment], _ passages: Passages, fates: [Fate]
) -> Metadata {
  var information = PageInformation()
  for (passage, fate) in zip(passages.list, fates) where fate == .information {
    if case .information(let index) = passage.role {
      for field in passages.fields[index] { information.note(field, line: passage.line) }
    }
  }
  let title = headline?.text ?? information.title
  let named = title.map { reportTitle(Line($0)) }
  let origin = headline.flatMap { $0.passages.first }.map { Origin.line(passages.list[$0].line) } ?? .document
  let publisher = information.source ?? information.issuer ?? head.information.source
  return Metadata(
    title: title.map { Prose($0, origin: origin) },
    date: information.published ?? head.information.published ?? information.issued
      ?? unlabelledDate(headline, passages),
    publisher: publisher.map { Prose($0.text, origin: .line($0.line)) },
    agency: named?.agency.map { Prose($0, origin: origin) },
    year: named?.year,
    indexNumber: information.indexNumber ?? head.information.indexNumber,
    attachments: attachments)
}

/// How many passages from the end a signature is looked for: footers have up to thirty lines.
private let lastLines = 40

/// A date without a label: in a line between the headline and the text, or alone on a line, as under a signature.
private func unlabelledDate(_ headline: Headline?, _ passages: Passages) -> String? {
  let start = headline.map { firstPrint(of: $0, passages) } ?? 0
  let end = passages.list[start...].firstIndex { $0.count > 120 || $0.heading != nil } ?? passages.list.count
  for passage in passages.list[start..<end] where passage.number == nil && passage.count <= 120 {
    if let date = publicationDate(in: Line(passages.text(passage))) { return date }
  }
  for passage in passages.list.suffix(lastLines).reversed() where (8...60).contains(passage.count) {
    let line = Line(passages.text(passage))
    if isDateLine(line) { return isoDate(in: line) }
  }
  return nil
}

/// The first date of a line that is not labelled as something else, such as the time of printing.
private func publicationDate(in line: Line) -> String? {
  let others = printedFields(of: line).filter { $0.kind == .other }.compactMap { isoDate(in: Line($0.value)) }
  return isoDate(in: line).flatMap { others.contains($0) ? nil : $0 }
}

/// The first passage that prints the title: the template's headline, where the text repeats it.
private func firstPrint(of headline: Headline, _ passages: Passages) -> Int {
  let chosen = headline.passages.lowerBound
  let earlier = passages.list[..<chosen].firstIndex {
    $0.count > 0 && joined(passages.prose($0).text) == headline.text
  }
  return earlier ?? chosen
}
