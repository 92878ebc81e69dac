/// A page made ready for the parser, and what had to be changed.
struct PreparedMarkup {
  var bytes: [UInt8]
  /// Tags whose "<" (or the quote before whose ">") a wrong decoder had swallowed.
  var mendedTags = 0
  /// Tags that carried more attributes than the limit.
  var cappedTags = 0
}

/// Mends what libxml2 would stumble over, in one pass; without anything to mend the bytes are not copied.
///
/// - NULs end a page for libxml2: taken out.
/// - `<![if …]>` and `<![endif]>` become text: taken out. A comment that never ends would take the rest of the page with it:
///   only its opening is taken out.
/// - A mirror that decoded GBK wrongly has left "?" where a lead byte swallowed the "<" of a tag or the closing quote of an
///   attribute: `公開?/p>`, `title="公開?>`. The tag is put back.
/// - An end tag without its start tag costs a search through all open elements: taken out.
/// - Checking attributes for duplicates takes quadratic time: beyond the limit they are left out.
/// - A reference to U+0080…U+009F means windows-1252, and `&nbsp` may lack its semicolon (WHATWG HTML, 13.2.5).
func prepareMarkup(_ source: [UInt8], limits: ReaderLimits) -> PreparedMarkup {
  source.withUnsafeBufferPointer { bytes in
    var mender = Mender(bytes, limits)
    mender.run()
    return mender.finish(source)
  }
}

private struct Mender {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: ReaderLimits
  private var output: [UInt8] = []
  /// The bytes before this index are in `output` or have been taken out.
  private var copied = 0
  private var mendedTags = 0
  private var cappedTags = 0
  // Once a search has run to the end in vain it is not made again: the pass stays linear.
  private var hasCommentEnds = true
  private var nextRawTextEnd = 0
  /// How many elements were opened and not closed, by a hash of their names; a collision only spares an end tag.
  private var open = [Int](repeating: 0, count: 256)

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: ReaderLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func run() {
    let bytes = self.bytes
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // Whatever begins something to mend is one of the first 64 characters; text mostly is not.
      if byte > UInt8(ascii: "?") {
        index += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "<"): index = markup(at: index)
      case UInt8(ascii: "&"): index = reference(at: index)
      case UInt8(ascii: "?"): index = questionMark(at: index)
      case 0: index = remove(index..<index + 1)
      default: index += 1
      }
    }
  }

  consuming func finish(_ source: [UInt8]) -> PreparedMarkup {
    guard copied > 0 else { return PreparedMarkup(bytes: source) }
    output.append(contentsOf: bytes[copied...])
    return PreparedMarkup(bytes: output, mendedTags: mendedTags, cappedTags: cappedTags)
  }

  /// Puts other bytes in the place of a range; returns its end.
  private mutating func replace(_ range: Range<Int>, with replacement: some Sequence<UInt8>) -> Int {
    if copied == 0 { output.reserveCapacity(bytes.count + 16) }
    output.append(contentsOf: bytes[copied..<range.lowerBound])
    output.append(contentsOf: replacement)
    copied = range.upperBound
    return range.upperBound
  }

  private mutating func remove(_ range: Range<Int>) -> Int { replace(range, with: EmptyCollection()) }

  // MARK: Tags and comments

  /// Treats what begins with "<"; returns the index after it.
  private mutating func markup(at start: Int) -> Int {
    guard start + 1 < bytes.count else { return start + 1 }
    let next = bytes[start + 1]
    if next == UInt8(ascii: "!") { return declaration(at: start) }
    if next == UInt8(ascii: "/") { return endTag(at: start) }
    guard next.isASCIILetter else { return start + 1 }
    let end = tag(at: start)
    open[bytes.nameSlot(at: start + 1)] += 1
    guard next.lowercasedASCII == UInt8(ascii: "s"), end > nextRawTextEnd,
      bytes.hasTag("script", at: start + 1) || bytes.hasTag("style", at: start + 1)
    else { return end }
    let name: StaticString = bytes.hasTag("script", at: start + 1) ? "script" : "style"
    guard let close = bytes.endTag(name, from: end) else {
      nextRawTextEnd = bytes.count
      return end
    }
    return close
  }

  /// Passes over an end tag, or takes it out when no element of its name is open.
  ///
  /// libxml2 searches all open elements for each of them. A stray `</p>` still ends a paragraph, as it does in browsers.
  private mutating func endTag(at start: Int) -> Int {
    guard let close = bytes.index(of: UInt8(ascii: ">"), from: start) else { return bytes.count }
    let slot = bytes.nameSlot(at: start + 2)
    guard open[slot] == 0 else {
      open[slot] -= 1
      return close + 1
    }
    return replace(start..<close + 1, with: (bytes.hasTag("p", at: start + 2) ? "<p></p>" : "").utf8)
  }

  private mutating func declaration(at start: Int) -> Int {
    if bytes.starts(with: "<![", at: start) {
      return remove(start..<(bytes.index(of: UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? bytes.count))
    }
    guard bytes.starts(with: "<!--", at: start) else { return start + 2 }
    if bytes.starts(with: "<!-->", at: start) { return remove(start..<start + 5) }
    if bytes.starts(with: "<!--->", at: start) { return remove(start..<start + 6) }
    if hasCommentEnds, let end = bytes.endOfComment(from: start + 4) { return end }
    hasCommentEnds = false
    return remove(start..<start + 4)
  }

  /// Passes over a start tag; returns the index after its ">".
  private mutating func tag(at start: Int) -> Int {
    let bytes = self.bytes
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ">"):
        return index - start > 2 * limits.attributes ? capped(start..<index + 1) : index + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // A quote opens a value only after "="; anywhere else it is part of a broken name.
        index = bytes.followsEqualsSign(index) ? afterValue(openedAt: index) : index + 1
      default:
        index += 1
      }
    }
    return bytes.count
  }

  /// Passes over a quoted value; returns the index after its closing quote, or of the ">" when the quote is missing.
  private mutating func afterValue(openedAt open: Int) -> Int {
    let bytes = self.bytes
    let quote = bytes[open]
    var swallowed: Int?
    var index = open + 1
    while index < bytes.count, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: ">"), bytes[index - 1] == UInt8(ascii: "?"), swallowed == nil {
        swallowed = index - 1
      }
      if bytes[index] == UInt8(ascii: "<"), let lost = swallowed {
        mendedTags += 1
        return replace(lost..<lost + 1, with: CollectionOfOne(quote))
      }
      index += 1
    }
    if index < bytes.count { return index + 1 }
    // The quote is never closed: without it the tag ends at its own ">" and the rest of the page is kept.
    return replace(open..<open + 1, with: CollectionOfOne(0x20))
  }

  private mutating func capped(_ tag: Range<Int>) -> Int {
    guard let cut = bytes.endOfAttributes(limits.attributes, in: tag) else { return tag.upperBound }
    cappedTags += 1
    return remove(cut..<tag.upperBound - 1) + 1
  }

  /// Puts back a "<" that was swallowed; returns the index to go on from.
  private mutating func questionMark(at start: Int) -> Int {
    guard bytes.isSwallowedTag(at: start) else { return start + 1 }
    mendedTags += 1
    return replace(start..<start + 1, with: CollectionOfOne(UInt8(ascii: "<")))
  }

  // MARK: References

  private mutating func reference(at start: Int) -> Int {
    guard start + 2 < bytes.count else { return start + 1 }
    if bytes[start + 1] == UInt8(ascii: "#") { return numericReference(at: start) }
    guard let end = bytes.endOfUnterminatedEntity(at: start + 1) else { return start + 1 }
    return replace(end..<end, with: CollectionOfOne(UInt8(ascii: ";")))
  }

  private mutating func numericReference(at start: Int) -> Int {
    let isHexadecimal = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
    var index = start + (isHexadecimal ? 3 : 2)
    var value = 0
    while index < bytes.count, let digit = bytes[index].digitValue, digit < (isHexadecimal ? 16 : 10), value < 0x11_0000
    {
      value = value * (isHexadecimal ? 16 : 10) + digit
      index += 1
    }
    guard (0x80...0x9F).contains(value) else { return index }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return replace(start..<index, with: String(windows1252[value - 0x80]).utf8)
  }
}
