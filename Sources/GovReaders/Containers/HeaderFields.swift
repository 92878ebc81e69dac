/// The lines `Name: value` at the head of a WARC record, an HTTP message or a MIME part.
struct HeaderFields: Sendable {
  /// Names in lower case with their values, in order. A value over several lines is joined by spaces.
  private var fields: [Field] = []
  /// The line before the fields, such as `HTTP/1.1 200 OK`; empty when there is none.
  private(set) var firstLine = ""
  /// The number of bytes up to and with the empty line that ends them.
  private(set) var length = 0

  private struct Field: Sendable {
    var name: String
    var value: String
  }

  /// Reads the fields at the start of some bytes.
  ///
  /// - Returns: `nil` when there is no empty line: the head is cut, or it is none.
  init?(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    var start = 0
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start) {
      let line = bytes[start..<end].last == UInt8(ascii: "\r") ? bytes[start..<end - 1] : bytes[start..<end]
      start = end + 1
      if line.isEmpty {
        length = start
        return
      }
      add(line)
    }
    return nil
  }

  /// The first value of a field; the name in lower case.
  subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// The media type of `content-type` in lower case, without its parameters.
  var mediaType: String? {
    self["content-type"].map { type in
      String(decoding: type.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 }, as: UTF8.self).lowercased()
    }
  }

  /// A parameter of `content-type`, such as `charset` or `boundary`, without its quotes.
  func parameter(_ name: String) -> String? {
    for part in (self["content-type"] ?? "").utf8.split(separator: UInt8(ascii: ";")).dropFirst() {
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = trimmed(part[..<equals]).lowercased()
      if key == name { return unquoted(trimmed(part[part.index(after: equals)...])) }
    }
    return nil
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    let isContinued = line.first == 0x20 || line.first == 0x09
    if isContinued, let last = fields.indices.last {
      fields[last].value += " " + trimmed(line)
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      fields.append(Field(name: trimmed(line[..<colon]).lowercased(), value: trimmed(line[(colon + 1)...])))
    } else if fields.isEmpty, firstLine.isEmpty {
      firstLine = trimmed(line)
    }
  }
}

private func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> String {
  var bytes = Array(bytes)[...]
  while let byte = bytes.first, byte <= 0x20 { bytes.removeFirst() }
  while let byte = bytes.last, byte <= 0x20 { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}

private func unquoted(_ value: String) -> String {
  guard value.utf8.count >= 2, value.utf8.first == UInt8(ascii: "\""), value.utf8.last == UInt8(ascii: "\"") else {
    return value
  }
  return String(decoding: value.utf8.dropFirst().dropLast(), as: UTF8.self)
}
