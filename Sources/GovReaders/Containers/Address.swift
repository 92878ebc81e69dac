/// The absolute address of a reference on a page (RFC 3986, section 5.2, without its checks: real pages break them).
///
/// Works for URLs and for paths inside a ZIP alike.
func resolve(_ reference: String, against base: String) -> String {
  let reference = trimmed(reference.utf8.prefix { $0 != UInt8(ascii: "#") })
  if schemeLength(reference) != nil { return text(reference) }
  let address = Array(base.utf8)
  let root = address.prefix(rootLength(address))
  let path = address[root.count...].prefix { $0 != UInt8(ascii: "?") }
  if reference.starts(with: "//".utf8) { return text(root.prefix { $0 != slash } + reference) }
  if reference.first == slash { return text(root + removingDots(reference)) }
  if reference.isEmpty || reference.first == UInt8(ascii: "?") { return text(root + path + reference) }
  let folder = path.lastIndex(of: slash).map { Array(path[...$0]) } ?? (root.isEmpty ? [] : [slash])
  return text(root + removingDots(folder + reference))
}

/// The form under which an address is looked up: without scheme, fragment, leading slash and percent signs, so that
/// `http` finds what was fetched by `https`, and `%E5%9B%BE.png` finds `图.png`.
func lookupKey(_ address: String) -> String {
  let bytes = Array(address.utf8.prefix { $0 != UInt8(ascii: "#") })
  let rest = bytes.dropFirst(schemeLength(bytes).map { $0 + 1 } ?? 0)
  return percentDecoded(rest.drop { $0 == slash })
}

/// The text with its percent signs resolved; one that is followed by no two digits stays.
func percentDecoded(_ bytes: some Sequence<UInt8>) -> String {
  var decoded: [UInt8] = []
  var rest = Array(bytes)[...]
  while let byte = rest.popFirst() {
    let digits = rest.prefix(2).compactMap(hexValue)
    if byte == UInt8(ascii: "%"), digits.count == 2 {
      decoded.append(digits[0] << 4 | digits[1])
      rest = rest.dropFirst(2)
    } else {
      decoded.append(byte)
    }
  }
  return text(decoded)
}

/// The path of an address in lower case, without query and fragment: for its ending.
func lowercasedPath(_ address: String) -> String {
  text(address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }).lowercased()
}

private let slash = UInt8(ascii: "/")

private func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

private func trimmed(_ bytes: some Collection<UInt8>) -> [UInt8] {
  Array(Array(bytes.drop { $0 <= 0x20 }.reversed()).drop { $0 <= 0x20 }.reversed())
}

/// The number of bytes before the colon of a scheme; one letter is a drive, not a scheme.
private func schemeLength(_ bytes: [UInt8]) -> Int? {
  guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 1 else { return nil }
  return bytes[..<colon].allSatisfy(isSchemeByte) ? colon : nil
}

private func isSchemeByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
    true
  default: false
  }
}

/// The number of bytes of scheme and host: what stays when a reference begins with a slash.
private func rootLength(_ bytes: [UInt8]) -> Int {
  guard let scheme = schemeLength(bytes) else { return 0 }
  let host = scheme + 3
  guard bytes[scheme...].starts(with: "://".utf8) else { return scheme + 1 }
  return bytes[host...].firstIndex(of: slash) ?? bytes.count
}

private func removingDots(_ path: [UInt8]) -> [UInt8] {
  var parts: [ArraySlice<UInt8>] = []
  for part in path.split(separator: slash, omittingEmptySubsequences: false) {
    if part.elementsEqual(".".utf8) { continue }
    if part.elementsEqual("..".utf8) {
      if let last = parts.last, !last.isEmpty { parts.removeLast() }
    } else {
      parts.append(part)
    }
  }
  return Array(parts.joined(separator: [slash]))
}
