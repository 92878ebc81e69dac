/// What a page says about itself. A field is absent when the page does not say it.
public struct Metadata: Sendable, Hashable {
  /// The headline, without the site's name.
  public var title: Prose?
  /// The publication date as ISO 8601, `2021-01-28`.
  public var date: String?
  /// The printed source (来源), verbatim, also 本网; else the issuing office.
  public var publisher: Prose?
  /// The agency that the report is about.
  public var agency: Prose?
  /// The year that the report is about.
  public var year: Int?
  /// The index number (索引号).
  public var indexNumber: String?
  /// The files offered for download, in document order.
  public var attachments: [Attachment]

  /// Makes metadata; everything may be filled in later.
  public init(
    title: Prose? = nil, date: String? = nil, publisher: Prose? = nil, agency: Prose? = nil, year: Int? = nil,
    indexNumber: String? = nil, attachments: [Attachment] = []
  ) {
    self.title = title
    self.date = date
    self.publisher = publisher
    self.agency = agency
    self.year = year
    self.indexNumber = indexNumber
    self.attachments = attachments
  }
}

/// A file that a page offers for download.
public struct Attachment: Sendable, Hashable {
  /// The address as the page gives it.
  public var href: String
  /// The text of the link.
  public var text: Prose

  /// Makes an attachment.
  public init(href: String, text: Prose) {
    self.href = href
    self.text = text
  }
}
