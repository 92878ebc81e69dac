import GovDocument

/// Says that a page ends in the middle of a table or of a tag: a transfer that broke off, or a mirror that kept so many bytes.
///
/// A table has to be closed, and whoever leaves that out closes the page: so of the tags that tell, the last one of a page that
/// was cut off opens a table.
func cutFinding(_ markup: [UInt8]) -> Finding? {
  guard endsInsideTable(markup) || endsInsideTag(markup) else { return nil }
  return Finding(
    .error, .cutOff, "The page breaks off in the middle of a table or a tag: what follows is missing. Fetch it again.")
}

private func endsInsideTable(_ markup: [UInt8]) -> Bool {
  for start in markup.indices.reversed() where markup[start] == UInt8(ascii: "<") {
    let tag = markup[start...].prefix(8)
    if tag.startsLowercased("<table") { return true }
    if tag.startsLowercased("</table") || tag.startsLowercased("</body") || tag.startsLowercased("</html") {
      return false
    }
  }
  return false
}

private func endsInsideTag(_ markup: [UInt8]) -> Bool {
  guard let start = markup.lastIndex(of: UInt8(ascii: "<")), start + 1 < markup.count else { return false }
  let next = markup[start + 1]
  return (next.isASCIILetter || next == UInt8(ascii: "/")) && !markup[start...].contains(UInt8(ascii: ">"))
}
