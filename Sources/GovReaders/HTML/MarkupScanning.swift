// What the preparation of a page has to recognise in its bytes.
import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes at `index` are `text`.
  func starts(with text: StaticString, at index: Int) -> Bool {
    guard count - index >= text.utf8CodeUnitCount else { return false }
    for offset in 0..<text.utf8CodeUnitCount where self[index + offset].lowercasedASCII != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The first `byte` at or after `start`.
  func index(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count, let found = memchr(base + start, Int32(byte), count - start) else {
      return nil
    }
    return UnsafeRawPointer(base).distance(to: found)
  }

  /// Whether a tag of this name begins at `index`, the first byte of its name.
  func hasTag(_ name: StaticString, at index: Int) -> Bool {
    let end = index + name.utf8CodeUnitCount
    guard starts(with: name, at: index), end < count else { return false }
    return !self[end].isASCIILetter && !self[end].isASCIIDigit && self[end] != UInt8(ascii: "-")
  }

  /// A hash, 0 to 255, of the name that begins at `start`, without regard to case.
  func nameSlot(at start: Int) -> Int {
    var hash: UInt8 = 0
    var index = start
    while index < count, self[index] > 0x20, self[index] != UInt8(ascii: ">"), self[index] != UInt8(ascii: "/") {
      hash = hash &* 31 &+ self[index].lowercasedASCII
      index += 1
    }
    return Int(hash)
  }

  /// The index of the "<" of the next end tag of this name.
  func endTag(_ name: StaticString, from start: Int) -> Int? {
    var index = start
    while let found = self.index(of: UInt8(ascii: "<"), from: index) {
      if found + 1 < count, self[found + 1] == UInt8(ascii: "/"), hasTag(name, at: found + 2) { return found }
      index = found + 1
    }
    return nil
  }

  /// The index after the `-->` or `--!>` that ends a comment.
  func endOfComment(from start: Int) -> Int? {
    var index = start
    while let found = self.index(of: UInt8(ascii: ">"), from: index) {
      let dashes = found > start && self[found - 1] == UInt8(ascii: "!") ? found - 1 : found
      if dashes >= start + 2, self[dashes - 1] == UInt8(ascii: "-"), self[dashes - 2] == UInt8(ascii: "-") {
        return found + 1
      }
      index = found + 1
    }
    return nil
  }

  /// Whether the last byte before `index` but white space is "=".
  func followsEqualsSign(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, self[before].isASCIISpace { before -= 1 }
    return before >= 0 && self[before] == UInt8(ascii: "=")
  }

  /// The index after the first `limit` attributes of a tag; `nil` when it has no more.
  func endOfAttributes(_ limit: Int, in tag: Range<Int>) -> Int? {
    var attributes = -1
    var quote: UInt8 = 0
    var isBetween = false
    for index in tag.dropFirst() {
      let byte = self[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), followsEqualsSign(index) { quote = byte }
      let isSpace = byte.isASCIISpace || byte == UInt8(ascii: "/")
      if !isSpace, isBetween || index == tag.lowerBound + 1, byte != UInt8(ascii: "=") {
        attributes += 1
        if attributes > limit { return index }
      }
      isBetween = isSpace
    }
    return nil
  }

  /// Whether the "?" at `start` stands where the "<" of a tag was.
  ///
  /// An end tag must be one of HTML (`?/p>`). A start tag could be healthy text (`a?b>c`): it must follow a character outside
  /// ASCII, as the damage does, and look like a tag up to its ">".
  func isSwallowedTag(at start: Int) -> Bool {
    var index = start + 1
    guard index < count else { return false }
    let isEnd = self[index] == UInt8(ascii: "/")
    if isEnd { index += 1 } else if start == 0 || self[start - 1] < 0x80 { return false }
    let name = index
    while index < count, index - name < 12, self[index].isASCIILetter || self[index].isASCIIDigit || self[index] == 0x3A
    {
      index += 1
    }
    guard index < count, index > name, isElementName(name..<index) else { return false }
    if self[index] == UInt8(ascii: ">") { return true }
    guard self[index].isASCIISpace || self[index] == UInt8(ascii: "/") else { return false }
    return endsLikeTag(from: index, needsAttribute: self[index].isASCIISpace && !isEnd)
  }

  /// Whether a ">" follows within a tag's length, with no "<" before it.
  private func endsLikeTag(from start: Int, needsAttribute: Bool) -> Bool {
    var hasAttribute = false
    for index in start..<Swift.min(count, start + 512) {
      if self[index] == UInt8(ascii: "<") { return false }
      if self[index] == UInt8(ascii: "=") || self[index] == UInt8(ascii: "/") { hasAttribute = true }
      if self[index] == UInt8(ascii: ">") { return hasAttribute || !needsAttribute }
    }
    return false
  }

  private func isElementName(_ range: Range<Int>) -> Bool {
    let name = String(decoding: self[range], as: UTF8.self).lowercased()
    if name == "o:p" || name == "tt" { return true }
    return Tag(rawValue: name).map { $0 != .text && $0 != .unknown && $0 != .root } ?? false
  }

  /// The end of an entity's name that begins at `start` and lacks its semicolon; `nil` for any other.
  func endOfUnterminatedEntity(at start: Int) -> Int? {
    if starts(with: "nbsp", at: start) {
      let end = start + 4
      return end < count && self[end] == UInt8(ascii: ";") ? nil : end
    }
    var end = start
    while end < count, end - start < 8, self[end].isASCIILetter || self[end].isASCIIDigit { end += 1 }
    guard end - start > 1, end < count, self[end] != UInt8(ascii: ";") else { return nil }
    return isOldEntity(start..<end) ? end : nil
  }

  private func isOldEntity(_ name: Range<Int>) -> Bool {
    oldEntities.withUTF8Buffer { names in
      var index = 0
      while index < names.count {
        let end = names.index(of: 0x20, from: index) ?? names.count
        if end - index == name.count, names[index..<end].elementsEqual(self[name]) { return true }
        index = end + 1
      }
      return false
    }
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var digitValue: Int? {
    if isASCIIDigit { return Int(self - 0x30) }
    let letter = lowercasedASCII
    return letter >= 0x61 && letter <= 0x66 ? Int(letter - 0x57) : nil
  }
}

/// The entities that browsers know without a semicolon: those of HTML 2 (WHATWG HTML, 13.5).
private let oldEntities: StaticString = """
  amp lt gt quot iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
  micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
  Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute \
  Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
  icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
  """

/// What a reference to U+0080…U+009F means (WHATWG HTML, 13.2.5.80); the five unassigned stay controls.
let windows1252: [Unicode.Scalar] = [
  "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
  "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
]
