/// The encoding that markup declares for itself, as printed: the XML declaration's, else the first `<meta>`'s, wherever
/// it stands; `nil` when there is none.
///
/// Comments do not count. Source of the forms: WHATWG HTML, section 13.2.3.2 "Prescanning a byte stream".
func declaredLabel(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
  if bytes.starts(with: "<?xml".utf8) {
    let end = bytes.prefix(400).firstIndex(of: UInt8(ascii: ">")) ?? 0
    if let label = value(of: "encoding", in: bytes[0..<end]) { return label }
  }
  var index = 0
  while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
    index = open + 1
    if starts(bytes[index...], with: "!--") {
      index = endOfComment(in: bytes, from: index)
    } else if starts(bytes[index...], with: "meta") {
      let end = bytes[index...].prefix(2000).firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      if let label = value(of: "charset", in: bytes[index..<end]) { return label }
    }
  }
  return nil
}

/// The value after `name` and an equals sign, with or without quotation marks, wherever in a tag that is.
private func value(of name: StaticString, in tag: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
  for start in tag.indices where starts(tag[start...], with: name) {
    var rest = tag[start...].dropFirst(name.utf8CodeUnitCount).drop(while: isSpace)
    guard rest.first == UInt8(ascii: "=") else { continue }
    rest = rest.dropFirst().drop { isSpace($0) || isQuote($0) }
    let label = rest.prefix { $0 > 0x20 && $0 < 0x7F && !isQuote($0) && $0 != 0x3B && $0 != 0x2F && $0 != 0x3E }
    if !label.isEmpty { return String(decoding: label.prefix(64), as: UTF8.self) }
  }
  return nil
}

private func endOfComment(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var index = start
  while let close = bytes[index...].firstIndex(of: UInt8(ascii: ">")) {
    if close >= start + 2, bytes[close - 1] == UInt8(ascii: "-"), bytes[close - 2] == UInt8(ascii: "-") { return close }
    index = close + 1
  }
  return bytes.count
}

/// Whether bytes begin with a lower-case word, whatever their own case.
private func starts(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, with word: StaticString) -> Bool {
  word.withUTF8Buffer { word in
    bytes.count >= word.count && zip(bytes, word).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

private func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
