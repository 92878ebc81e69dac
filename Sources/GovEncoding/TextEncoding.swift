/// The encodings in which agencies' pages are found.
///
/// The raw value is the encoding's name in the WHATWG Encoding Standard, in lower case.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  /// All GB labels mean this one: GB 2312 and GBK are parts of it.
  case gb18030
  /// Big5 with the Hong Kong characters (HKSCS).
  case big5
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Also what the labels `iso-8859-1` and `ascii` mean.
  case windows1252 = "windows-1252"

  /// The encoding that a label names, `nil` for a label of another or of no encoding.
  ///
  /// Case and surrounding white space do not count. Source: WHATWG Encoding Standard, section 4.2 "Names and labels",
  /// and the spellings that agencies' pages use beside them (`gb2312-80`, `gb_18030`, `cp936`).
  public init?(label: String) {
    let name = String(decoding: label.utf8.filter { !Self.isIgnored($0) }.map(Self.lowercased), as: UTF8.self)
    guard let encoding = Self.labels[name] else { return nil }
    self = encoding
  }

  /// Decodes bytes by the rules of the WHATWG Encoding Standard: what has no character becomes U+FFFD.
  ///
  /// A byte order mark is decoded like every other character.
  public func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
    switch self {
    case .utf8: decodeUTF8(bytes)
    case .gb18030: GB18030.decode(bytes)
    case .big5: Big5.decode(bytes)
    case .utf16LittleEndian: decodeUTF16(bytes, bigEndian: false)
    case .utf16BigEndian: decodeUTF16(bytes, bigEndian: true)
    case .windows1252: Windows1252.decode(bytes)
    }
  }

  /// Decodes bytes by the rules of the WHATWG Encoding Standard: what has no character becomes U+FFFD.
  public func decode(_ bytes: [UInt8]) -> DecodedText {
    bytes.withUnsafeBufferPointer { decode($0) }
  }

  /// Labels without hyphens, underscores and white space, in lower case.
  private static let labels: [String: TextEncoding] = {
    var labels: [String: TextEncoding] = [:]
    for (encoding, names) in [
      (TextEncoding.utf8, "utf8 unicode11utf8 unicode20utf8 xunicode20utf8"),
      (.gb18030, "gb18030 gbk gb2312 gb231280 gb23121980 gb180302000 gb180302005 gb180302022 gb cp936 ms936"),
      (.gb18030, "windows936 xgbk chinese csgb2312 csiso58gb231280 isoir58 euccn xeuccn hzgb2312 936"),
      (.big5, "big5 big5hkscs cnbig5 csbig5 xxbig5 cp950 ms950 windows950 big5eten 950"),
      (.utf16LittleEndian, "utf16 utf16le unicode csunicode iso10646ucs2 ucs2 unicodefeff"),
      (.utf16BigEndian, "utf16be unicodefffe"),
      (.windows1252, "windows1252 cp1252 xcp1252 iso88591 latin1 l1 ascii usascii ansix3.41968 iso885911987 isoir100"),
      (.windows1252, "cp819 ibm819 csisolatin1"),
    ] {
      for name in names.split(separator: " ") { labels[String(name)] = encoding }
    }
    return labels
  }()

  private static func isIgnored(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

/// A text after decoding.
public struct DecodedText: Sendable, Hashable {
  /// The text as valid UTF-8.
  public var utf8: [UInt8]
  /// How many times U+FFFD had to be put in for bytes that mean nothing.
  public var replacements: Int

  /// Makes a decoded text.
  public init(utf8: [UInt8], replacements: Int) {
    self.utf8 = utf8
    self.replacements = replacements
  }
}
