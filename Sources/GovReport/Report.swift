import GovForms

/// What a document says in the terms of the statutory forms.
public struct Report: Sendable, Hashable {
  /// The form whose tables were recognised.
  public var form: FormIdentifier
  /// The agency that reports, in the document's own script; absent when nothing names it.
  public var agency: String?
  /// The year reported on.
  public var year: Int?
  /// The statutory sections, in document order.
  public var sections: [ReportSection]
  /// The figures in the order of the form; each (table, row, column) at most once.
  public var figures: [ReportFigure]
  /// The counts that the prose names, in document order.
  public var mentions: [Mention]
  /// How the equations of the forms came out.
  public var identities = IdentityTally()

  /// Makes a report; everything may be filled in later.
  public init(
    form: FormIdentifier = .none, agency: String? = nil, year: Int? = nil, sections: [ReportSection] = [],
    figures: [ReportFigure] = [], mentions: [Mention] = []
  ) {
    self.form = form
    self.agency = agency
    self.year = year
    self.sections = sections
    self.figures = figures
    self.mentions = mentions
  }
}
