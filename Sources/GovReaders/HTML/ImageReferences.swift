import GovDocument

/// The picture that an `<img>` shows; `nil` for one that only decorates.
func imageReference(_ node: Int, in page: Page) -> ImageReference? {
  guard let source = imageSource(node, in: page), !isDecoration(node, source: source, in: page) else { return nil }
  let origin = Origin.line(Int(page.nodes[node].line))
  let alternative = page.string(.alt, of: node).map(collapsed).flatMap { $0.isEmpty ? nil : Prose($0, origin: origin) }
  return ImageReference(source: source, alternative: alternative, origin: origin)
}

/// The address of the picture itself: scripts that load pictures late keep it beside a placeholder in `src`.
private func imageSource(_ node: Int, in page: Page) -> String? {
  let late: [AttributeName] = [
    .dataSource, .dataOriginal, .lazySource, .original, .oldSource, .underscoredSource,
  ]
  let own = page.string(.src, of: node).map(collapsed).flatMap { $0.isEmpty ? nil : $0 }
  for name in late {
    guard let found = page.string(name, of: node).map(collapsed), looksLikeAddress(found) else { continue }
    // CMS editors keep the address of upload in `oldsrc`; it is the picture only where `src` is a placeholder.
    if let own, !isPlaceholder(own), name == .oldSource || name == .underscoredSource { return own }
    return found
  }
  return own
}

private func looksLikeAddress(_ text: String) -> Bool {
  text.utf8.contains(UInt8(ascii: ".")) || text.utf8.starts(with: "data:".utf8)
}

/// Whether an address is that of a picture that stands in until the real one is loaded.
private func isPlaceholder(_ address: String) -> Bool {
  let bytes = Array(address.utf8)[...]
  if bytes.startsLowercased("data:") { return bytes.count < 300 }
  let name = bytes.split(separator: UInt8(ascii: "/")).last ?? bytes
  let words: [StaticString] = [
    "loading", "placeholder", "blank", "spacer", "grey.", "lazy", "pixel", "transparent", "space.gif",
  ]
  return words.contains { name.containsLowercased($0) }
}

/// Icons and codes of a few pixels, and the file-type icons that editors put before an attachment.
private func isDecoration(_ node: Int, source: String, in page: Page) -> Bool {
  if isTiny(page.attribute(.width, of: node)) { return true }
  if let style = page.attribute(.style, of: node) {
    var isSmall = false
    forEachDeclaration(in: style) { name, value in
      if name.equalsLowercased("width") { isSmall = isTiny(value) }
    }
    if isSmall { return true }
  }
  let address = Array(source.utf8)[...]
  let words: [StaticString] = ["filetype", "icon", "qrcode", "erweima"]
  return words.contains { address.containsLowercased($0) } || isPlaceholder(source)
}

/// Whether a length in pixels is at most 150: an icon, or a code to scan. A table or a page is never shown so small.
private func isTiny(_ length: ArraySlice<UInt8>?) -> Bool {
  guard let length = length?.trimmedASCII else { return false }
  let digits = length.prefix { $0.isASCIIDigit }
  let unit = length[digits.endIndex...]
  guard !digits.isEmpty, digits.count <= 3, unit.isEmpty || unit.startsLowercased("px") || unit.first == 0x2E else {
    return false
  }
  return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 150
}

/// The text without white space at its ends, with inner white space as one space.
func collapsed(_ text: String) -> String {
  var run = TextRun()
  Array(text.utf8).withUnsafeBufferPointer { run.append($0, style: [], node: 0, line: 1) }
  _ = run.take()
  return String(decoding: run.bytes, as: UTF8.self)
}
