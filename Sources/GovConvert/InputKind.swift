/// What an input is, told by its first bytes where they are unmistakable, then by its name, then by its text.
enum InputKind: Equatable {
  case readable(Source.Format)
  /// A kind that is not read; the text says what to do.
  case unsupported(String)

  init(bytes: [UInt8], name: String) {
    self = Self.signature(bytes) ?? Self.ending(name) ?? (looksLikeHTML(bytes) ? .readable(.html) : .readable(.text))
  }

  private static func ending(_ name: String) -> InputKind? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch name[name.utf8.index(after: dot)...].lowercased() {
    case "html", "htm", "shtml", "xhtml": return .readable(.html)
    case "txt": return .readable(.text)
    case "mht", "mhtml": return .readable(.mhtml)
    default: return nil
    }
  }

  private static func signature(_ bytes: [UInt8]) -> InputKind? {
    signatures.first { bytes.starts(with: $0.magic) }?.kind ?? riff(bytes) ?? bitmap(bytes)
  }

  /// A RIFF container that holds WebP; its size stands between the two names.
  private static func riff(_ bytes: [UInt8]) -> InputKind? {
    guard bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) else {
      return nil
    }
    return .readable(.image)
  }

  /// A BMP file: its two letters may begin a text, the length of the header behind them begins none.
  private static func bitmap(_ bytes: [UInt8]) -> InputKind? {
    guard bytes.starts(with: Array("BM".utf8)), bytes.count > 18, bytes[15...17].allSatisfy({ $0 == 0 }),
      [12, 40, 52, 56, 64, 108, 124].contains(bytes[14])
    else { return nil }
    return .readable(.image)
  }

  private static let signatures: [(magic: [UInt8], kind: InputKind)] = [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .readable(.image)),
    ([0xFF, 0xD8, 0xFF], .readable(.image)),
    (Array("GIF8".utf8), .readable(.image)),
    ([0x49, 0x49, 0x2A, 0x00], .readable(.image)),
    ([0x4D, 0x4D, 0x00, 0x2A], .readable(.image)),
    (Array("PK\u{3}\u{4}".utf8), .readable(.zip)),
    (Array("WARC/".utf8), .readable(.warc)),
    ([0x1F, 0x8B], .unsupported("it is compressed with gzip: unpack it with gunzip first")),
    (Array("%PDF-".utf8), .unsupported("PDF is not read: save the page as HTML, or its pages as pictures")),
    (
      Array("SQLite format 3\u{0}".utf8),
      .unsupported("it is a database, no page; a store of govconvert is exported with --to csv, jsonl or review")
    ),
    ([0xD0, 0xCF, 0x11, 0xE0], .unsupported("old Word and Excel files are not read: save it as a web page")),
  ]
}

/// Whether one of the first bytes opens a tag, a declaration or a comment; NULs of UTF-16 are passed over.
private func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
  let head = bytes.prefix(4096).filter { $0 != 0 }
  return head.indices.dropLast().contains { index in
    guard head[index] == UInt8(ascii: "<") else { return false }
    let next = head[index + 1] | 0x20
    return next == UInt8(ascii: "!") | 0x20 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next)
  }
}
