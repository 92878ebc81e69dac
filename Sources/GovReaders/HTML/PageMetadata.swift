import GovDocument

/// Puts together what the page says about the report; printed values count before those of the head.
func metadata(
  headline: Headline?, information: PageInformation, attachments: [Attachment], _ passages: Passages
) -> Metadata {
  let title = headline?.text ?? information.title
  let origin = headline.flatMap { $0.passages.first }.map { Origin.line(passages.list[$0].line) } ?? .document
  let publisher = information.source ?? information.issuer
  return Metadata(
    title: title.map { Prose($0, origin: origin) },
    date: information.date?.date,
    publisher: publisher.map { Prose($0.text, origin: .line($0.line)) },
    agency: title.flatMap(agency(in:)).map { Prose($0, origin: origin) },
    year: title.flatMap(reportYear(in:)),
    indexNumber: information.indexNumber,
    attachments: attachments)
}
