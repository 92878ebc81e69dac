import GovDocument

/// A piece of the page that may become a block: a paragraph, a table or a picture, with what speaks for or against it.
struct Passage {
  var kind: Kind
  /// The innermost block element around it.
  var container: Int
  /// The first node that it comes from.
  var node: Int
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

  enum Kind {
    case text
    case table(Table)
    case image(ImageReference)
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
  /// What was noticed while building tables.
  var findings: [Finding] = []

  /// The text of a passage.
  func text(_ passage: Passage) -> ArraySlice<UInt8> { bytes[passage.start..<passage.end] }

  /// The text of a passage as prose.
  func prose(_ passage: Passage) -> Prose {
    Prose(String(decoding: text(passage), as: UTF8.self), origin: .line(passage.line))
  }
}
