import GovDocument

/// The table of contents of a WARC file.
struct WARCIndex {
  /// What a server answered or a crawler stored, in the order of the file.
  var entries: [WARCEntry] = []
  /// The stretches that hold no intact record, ascending.
  var damaged: [Range<Int>] = []
}

/// One record that holds content.
struct WARCEntry: Sendable {
  /// The whole record.
  var record: Range<Int>
  /// The content as stored, with HTTP's head.
  var block: Range<Int> = 0..<0
  /// The content as transferred, behind all headers.
  var body: Range<Int>
  /// The URL.
  var address: String
  /// How the content is packed.
  var transfer = TransferCoding()
  /// The charset that the server named.
  var charset: String?
  /// Whether it may be a page.
  var isPage: Bool
  /// Whether it came from a stretch whose checksum failed.
  var isDoubtful = false
  /// What the crawler noted about the whole content, HTTP's head with it, and about the body.
  var blockDigest: Digest?
  var payloadDigest: Digest?
}

/// Walks from record to record; where one is damaged, it searches the head of the next.
///
/// `breaks` are the places, ascending, where something is missing from the source. A record that seems to reach over
/// one is none: the rest of its head and its length are another record's.
func indexWARC(_ source: any ByteSource, breaks: [Int] = []) throws(ReadError) -> WARCIndex {
  var index = WARCIndex()
  var position = 0
  while position < source.count {
    let nextBreak = breaks.partitioningIndex { $0 > position }
    let limit = nextBreak < breaks.count ? breaks[nextBreak] : source.count
    if let record = try readRecord(source, at: position), record.end <= limit {
      if let entry = record.entry { index.entries.append(entry) }
      if record.next == source.count, !record.isClosed { index.damaged.append(record.end..<source.count) }
      position = record.next
    } else {
      let next = try nextRecord(source, from: position + 1)
      index.damaged.append(position..<next)
      position = next
    }
  }
  return index
}

/// A record whose length is right: another record, or the end of the file, follows where it says.
private struct WARCRecord {
  var entry: WARCEntry?
  /// One past its content.
  var end: Int
  /// The head of the next record, or the end of the file.
  var next: Int
  /// Whether the two line breaks that end a record are there.
  var isClosed: Bool
}

private func readRecord(_ source: any ByteSource, at position: Int) throws(ReadError) -> WARCRecord? {
  guard let (fields, head) = try readHead(source, at: position), let length = fields.contentLength else { return nil }
  let content = position + fields.length
  let (end, overflow) = content.addingReportingOverflow(length)
  guard !overflow, end <= source.count else { return nil }
  let tail = try source.bytes(at: end, count: 64)
  let breaks = tail.prefix { $0 == 0x0d || $0 == 0x0a }.count
  let next = end + breaks
  guard next == source.count || tail.dropFirst(breaks).starts(with: "WARC/".utf8) else { return nil }
  let entry = entry(fields, head: head.dropFirst(fields.length).prefix(length), content: content..<end)
  return WARCRecord(
    entry: entry.map { placed($0, in: position..<next) }, end: end, next: next, isClosed: breaks >= 2)
}

private func placed(_ entry: WARCEntry, in record: Range<Int>) -> WARCEntry {
  var entry = entry
  // What was given as the record is its content.
  entry.block = entry.record
  entry.record = record
  return entry
}

/// The head of a record with as much of its content as came along; `nil` when there is none here.
private func readHead(
  _ source: any ByteSource, at position: Int
) throws(ReadError) -> (fields: HeaderFields, bytes: [UInt8])? {
  for size in [8 << 10, 128 << 10] {
    let bytes = try source.bytes(at: position, count: size)
    guard bytes.starts(with: "WARC/".utf8) else { return nil }
    if let fields = HeaderFields(bytes), fields["warc-type"] != nil { return (fields, bytes) }
    guard bytes.count == size else { return nil }
  }
  return nil
}

/// The next place that reads like the head of a record; the end of the file when there is none.
private func nextRecord(_ source: any ByteSource, from start: Int) throws(ReadError) -> Int {
  var start = start
  let magic = Array("WARC/".utf8)
  while start < source.count {
    let block = try source.bytes(at: start, count: 1 << 16)
    var index = 0
    while let found = block.firstIndex(of: magic[0], from: index) {
      if block[found...].starts(with: magic), let (fields, _) = try readHead(source, at: start + found),
        fields.contentLength != nil
      {
        return start + found
      }
      index = found + 1
    }
    guard block.count > magic.count else { break }
    start += block.count - magic.count + 1
  }
  return source.count
}

private func entry(_ fields: HeaderFields, head: ArraySlice<UInt8>, content: Range<Int>) -> WARCEntry? {
  guard let address = fields["warc-target-uri"].map(withoutBrackets) else { return nil }
  switch fields["warc-type"] {
  case "response" where fields.mediaType != "text/dns":
    guard let http = HeaderFields(head), http.isSuccess else { return nil }
    let body = content.lowerBound + http.length..<content.upperBound
    return WARCEntry(
      record: content, body: body, address: address, transfer: TransferCoding(http),
      charset: http.parameter("charset"), isPage: isPage(http.mediaType, address: address),
      blockDigest: fields["warc-block-digest"].flatMap(Digest.init),
      payloadDigest: fields["warc-payload-digest"].flatMap(Digest.init))
  case "resource":
    return WARCEntry(
      record: content, body: content, address: address, charset: fields.parameter("charset"),
      isPage: isPage(fields.mediaType, address: address),
      blockDigest: fields["warc-block-digest"].flatMap(Digest.init),
      payloadDigest: fields["warc-payload-digest"].flatMap(Digest.init))
  default: return nil
  }
}

/// A server that names no type, or only bytes, is not asked: the ending of the address tells.
private func isPage(_ mediaType: String?, address: String) -> Bool {
  switch mediaType {
  case "text/html", "application/xhtml+xml": true
  // Every site has a robots.txt; it is for crawlers.
  case "text/plain": !lowercasedPath(address).hasSuffix("/robots.txt")
  case nil, "", "application/octet-stream", "unknown/unknown": isPageName(address)
  default: false
  }
}

/// WARC 1.0 as some crawlers understood it puts the address in angle brackets.
private func withoutBrackets(_ address: String) -> String {
  address.hasPrefix("<") && address.hasSuffix(">") ? String(address.dropFirst().dropLast()) : address
}

extension HeaderFields {
  fileprivate var contentLength: Int? {
    self["content-length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// Whether an HTTP answer says that it carries what was asked for; `HTTP/1.1 200 OK`.
  fileprivate var isSuccess: Bool {
    firstLine.hasPrefix("HTTP/") && firstLine.utf8.split(separator: 0x20).dropFirst().first?.first == UInt8(ascii: "2")
  }
}
