import GovDocument

/// A piece of the page that may become a block: a paragraph, a table or a picture, with what speaks for or against it.
struct Passage {
  var kind: Kind
  /// The innermost block element around it.
  var container: Int
  /// The first and the last node that it comes from.
  var node: Int
  var lastNode: Int
  /// The line of the input on which it begins, counted from 1.
  var line: Int
  /// The text in `Passages.bytes`; empty for a table and a picture.
  var start = 0
  var end = 0
  /// The level of the `h1`…`h6` that the text stands in.
  var level: Int?
  /// The list that the text is an item of.
  var list: Int?
  /// How many of its bytes are bold, centred, part of a link.
  var boldBytes = 0
  var centredBytes = 0
  var linkBytes = 0

  /// What it is by its own words.
  var role = PassageRole.content
  /// The level of the heading that its whole text is, by its printed number or as an official title.
  var heading: Int?
  /// The level of the printed number that it begins with.
  var number: Int?

  /// Whether it is the caption of the picture before it.
  var isCaption = false

  /// What it is made of; tables and pictures are kept beside the list, so that a passage is cheap to copy.
  enum Kind: Hashable {
    case text
    /// An index into `Passages.tables`.
    case table(Int)
    /// An index into `Passages.images`.
    case image(Int)
  }

  /// The number of bytes of text.
  var count: Int { end - start }
  /// Whether all of its text is bold.
  var isBold: Bool { count > 0 && boldBytes * 10 >= count * 9 }
  /// Whether all of its text is centred.
  var isCentred: Bool { count > 0 && centredBytes * 10 >= count * 9 }
  /// Whether most of its text is links.
  var isMostlyLinks: Bool { count > 0 && linkBytes * 10 >= count * 6 }
}

/// All passages of a page in document order, and their text.
struct Passages {
  var list: [Passage] = []
  var bytes: [UInt8] = []
  var tables: [Table] = []
  var images: [ImageReference] = []
  /// The statements of the passages whose role is `.information`.
  var fields: [[PrintedField]] = []
  /// What was noticed while building tables.
  var findings: [Finding] = []

  /// The text of a passage.
  func text(_ passage: Passage) -> ArraySlice<UInt8> { bytes[passage.start..<passage.end] }

  /// The text of a passage as prose.
  func prose(_ passage: Passage) -> Prose {
    Prose(String(decoding: text(passage), as: UTF8.self), origin: .line(passage.line))
  }
}
