/// How HTTP packed a content for the way: in chunks, compressed, or both (RFC 9112, section 7; RFC 9110, section 8.4).
struct TransferCoding: Sendable, Hashable {
  /// Whether it says that it came in chunks. Some crawlers join the chunks and leave the header.
  private var isChunked = false
  /// The content encoding in lower case; empty for none.
  private(set) var encoding = ""

  /// Not packed.
  init() {}

  init(_ fields: HeaderFields) {
    isChunked = fields["transfer-encoding"]?.lowercased() == "chunked"
    encoding = (fields["content-encoding"] ?? "").lowercased()
    if encoding == "identity" || encoding == "none" { encoding = "" }
  }

  /// What people call the encoding.
  var name: String {
    switch encoding {
    case "br": "Brotli (br)"
    case "zstd": "Zstandard (zstd)"
    default: encoding
    }
  }

  /// Whether the encoding is one that is unpacked here.
  var isSupported: Bool { ["", "gzip", "x-gzip", "deflate"].contains(encoding) }

  /// The content without its chunks, still compressed.
  func joined(_ bytes: [UInt8]) -> [UInt8] { isChunked ? joinChunks(bytes) ?? bytes : bytes }

  /// The content itself, from bytes whose chunks are joined.
  ///
  /// - Returns: `nil` when it is damaged, packed otherwise, or unpacks to more than `limit` bytes.
  func decode(joined: [UInt8], atMost limit: Int) -> [UInt8]? {
    switch encoding {
    case "": return joined
    case "gzip", "x-gzip": return joined.starts(with: [0x1f, 0x8b]) ? inflated(joined, .gzip, atMost: limit) : joined
    // The name means zlib; servers have always sent bare streams too.
    case "deflate": return inflated(joined, .zlib, atMost: limit) ?? inflated(joined, .bare, atMost: limit)
    // Some crawlers unpack and leave the header.
    default: return beginsLikeHTML(joined) && joined.count <= limit ? joined : nil
    }
  }
}

/// Whether bytes begin with a tag of HTML; what Brotli or Zstandard packs hardly ever does.
private func beginsLikeHTML(_ bytes: [UInt8]) -> Bool {
  let start = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix(9)
  let text = String(decoding: start, as: UTF8.self).lowercased()
  return ["<!doctype", "<html", "<head", "<!--"].contains { text.hasPrefix($0) }
}

/// The chunks of a message joined.
///
/// - Returns: `nil` when the bytes are not in chunks. A cut last chunk gives what there is.
private func joinChunks(_ bytes: [UInt8]) -> [UInt8]? {
  var joined: [UInt8] = []
  var position = 0
  while let size = chunkSize(bytes, at: &position) {
    if size == 0 { return joined }
    let end = position + min(size, bytes.count - position)
    joined += bytes[position..<end]
    position = min(bytes.count, end + 2)
    if position == bytes.count { return joined }
  }
  return nil
}

/// The number in front of a chunk; `position` moves behind its line.
private func chunkSize(_ bytes: [UInt8], at position: inout Int) -> Int? {
  guard let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: position) else { return nil }
  let digits = bytes[position..<end].prefix { hexValue($0) != nil }
  guard (1...8).contains(digits.count) else { return nil }
  position = end + 1
  return digits.reduce(0) { $0 << 4 | Int(hexValue($1) ?? 0) }
}
