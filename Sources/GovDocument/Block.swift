/// One piece of a document's body.
public enum Block: Sendable, Hashable {
  /// A heading; level 1 is the page's title, 2 a section (一、), 3 a subsection (（一）), 4 a numbered point (1.).
  case heading(level: Int, Prose)
  /// One paragraph. A line break inside it is U+000A.
  case paragraph(Prose)
  /// A list, one prose per item; printed markers are part of the text, generated bullets are not.
  case list([Prose])
  /// A data table.
  case table(Table)
  /// A picture that has not been turned into text.
  case image(ImageReference)
}

/// A picture that the page refers to, in the place where it stands.
public struct ImageReference: Sendable, Hashable {
  /// The address as the page gives it, after HTML's attribute decoding; a `data:` URI is kept whole.
  public var source: String
  /// The alternative text; absent when there is none or it is empty.
  public var alternative: Prose?
  /// The caption printed directly above or below the picture; absent when there is none.
  public var caption: Prose?
  /// Why the picture was not read, in a few words; absent until somebody tried.
  public var reason: String?
  /// The line on which the reference stands.
  public var origin: Origin

  /// Makes a reference to the picture at `source`.
  public init(
    source: String, alternative: Prose? = nil, caption: Prose? = nil, reason: String? = nil, origin: Origin
  ) {
    self.source = source
    self.alternative = alternative
    self.caption = caption
    self.reason = reason
    self.origin = origin
  }
}
