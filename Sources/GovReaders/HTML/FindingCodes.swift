import GovDocument

extension Finding.Code {
  /// The input holds no text.
  static let noText = Finding.Code(rawValue: "no-text")
  /// Something on the page is not part of the report and not in the blocks.
  static let leftOut = Finding.Code(rawValue: "left-out")
  /// The page holds no report of the kind that this program is for.
  static let notAReport = Finding.Code(rawValue: "not-a-report")
  /// The page shows next to no text, and nothing says where it is.
  static let almostNoText = Finding.Code(rawValue: "almost-no-text")
  /// The report itself is a file that the page offers for download.
  static let reportIsAttachment = Finding.Code(rawValue: "report-is-attachment")
  /// The text goes on on another page.
  static let continues = Finding.Code(rawValue: "continues")
  /// The page is a frame for other pages, which hold its text.
  static let framed = Finding.Code(rawValue: "framed")
  /// The page hides its text, or a part of it, until a script has run; it was read all the same.
  static let hiddenText = Finding.Code(rawValue: "hidden-text")
  /// Tags that a wrong decoder had damaged were put back.
  static let mendedMarkup = Finding.Code(rawValue: "mended-markup")
  /// The page breaks off in the middle of a table or a tag.
  static let cutOff = Finding.Code(rawValue: "cut-off")
  /// The input has more bytes than the limit; the rest is missing.
  static let sizeLimit = Finding.Code(rawValue: "size-limit")
  /// A page has more elements than the limit; the text beyond runs together.
  static let elementLimit = Finding.Code(rawValue: "element-limit")
  /// Elements are nested deeper than the limit; deeper ones are read as if they stood there.
  static let depthLimit = Finding.Code(rawValue: "depth-limit")
  /// A tag has more attributes than the limit; the others are left out.
  static let attributeLimit = Finding.Code(rawValue: "attribute-limit")
  /// A table has more slots than the limit; part of it is missing.
  static let tableLimit = Finding.Code(rawValue: "table-limit")
}
