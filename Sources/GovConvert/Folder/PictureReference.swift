import GovReaders

/// Where in a page's folder the picture behind an address can lie.
///
/// A relative address names its place. An absolute one, or one that climbs out of the folder, names a place on a server
/// that nobody asks; its file name alone is looked for, because saved pages keep their pictures beside them.
struct PictureReference {
  private let path: String

  init(_ reference: String) throws(ResourceError) {
    let address = trimmed(reference)
    guard !address.utf8.contains(0) else { throw .refused("an address with a NUL") }
    let end = address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? address.endIndex
    path = address[..<end].replacingBackslashes()
  }

  /// Paths relative to the folder, the likeliest first. None has a `..`, an empty component, or begins at the root.
  ///
  /// - Parameter companions: The folders that browsers save with the page.
  func places(companions: [String]) throws(ResourceError) -> [[String]] {
    var places: [[String]] = []
    for spelling in spellings {
      if let relative = relativeComponents(of: spelling) { places.append(relative) }
    }
    for name in spellings.map(lastComponent(of:)) where isSafe(name) {
      places += companions.map { [$0, name] } + [[name]]
    }
    guard !places.isEmpty else { throw .refused("an address outside the page's folder") }
    return places.uniqued()
  }

  /// The path as printed, for files saved under the very name, and percent-decoded.
  private var spellings: [String] {
    let decoded = percentDecoded(path)
    return decoded == path ? [path] : [path, decoded]
  }

  private func relativeComponents(of path: String) -> [String]? {
    guard path.utf8.first != UInt8(ascii: "/"), !hasScheme(path) else { return nil }
    var components: [String] = []
    for component in pathComponents(path) where component != "." {
      if component != ".." {
        components.append(component)
      } else if components.popLast() == nil {
        return nil
      }
    }
    guard !components.isEmpty, components.count <= 32, components.allSatisfy(isSafe) else { return nil }
    return components
  }
}

/// A name compared without the case of ASCII letters and with full-width forms (U+FF01…FF5E) as ASCII.
func foldedName(_ name: String) -> String {
  var folded = String.UnicodeScalarView()
  for scalar in name.unicodeScalars {
    let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
    let lower = (0x41...0x5A).contains(narrow) ? narrow + 0x20 : narrow
    folded.append(Unicode.Scalar(lower) ?? scalar)
  }
  return String(folded)
}

/// Whether a component stays where it is put: not empty, not a dot name, without a slash or a NUL.
private func isSafe(_ component: String) -> Bool {
  !component.isEmpty && component != "." && component != ".."
    && !component.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "/") }
}

/// A scheme by RFC 3986, section 3.1: a letter, then letters, digits, `+`, `-`, `.`, then a colon.
private func hasScheme(_ path: String) -> Bool {
  guard let colon = path.utf8.firstIndex(of: UInt8(ascii: ":")), colon != path.startIndex else { return false }
  return path[..<colon].utf8.allSatisfy { byte in
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(byte)
  }
}

/// Bytes that are not UTF-8 after decoding leave the path as it was: no file saved from this page has such a name.
private func percentDecoded(_ path: String) -> String {
  let bytes = Array(path.utf8)
  var decoded: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2])
    {
      decoded.append(high << 4 | low)
      index += 3
    } else {
      decoded.append(bytes[index])
      index += 1
    }
  }
  return String(validating: decoded, as: UTF8.self) ?? path
}

private func trimmed(_ text: String) -> Substring {
  var rest = text[...]
  while let first = rest.utf8.first, first <= 0x20 { rest.unicodeScalars.removeFirst() }
  while let last = rest.utf8.last, last <= 0x20 { rest.unicodeScalars.removeLast() }
  return rest
}

extension Substring {
  /// Pages written on Windows separate folders by backslashes.
  fileprivate func replacingBackslashes() -> String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
  }
}

extension [[String]] {
  /// The elements without repetitions, each where it first stands.
  fileprivate func uniqued() -> Self {
    var seen: Set<[String]> = []
    return filter { seen.insert($0).inserted }
  }
}
