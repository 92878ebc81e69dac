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

  /// Whether the encoding is one that is unpacked here.
  var isSupported: Bool { ["", "gzip", "x-gzip", "deflate"].contains(encoding) }

  /// The content itself.
  ///
  /// - Returns: `nil` when it is damaged, packed otherwise, or unpacks to more than `limit` bytes.
  func decode(_ bytes: [UInt8], atMost limit: Int) -> [UInt8]? {
    let joined = isChunked ? joinChunks(bytes) ?? bytes : bytes
    switch encoding {
    case "": return joined
    case "gzip", "x-gzip": return joined.starts(with: [0x1f, 0x8b]) ? inflated(joined, .gzip, atMost: limit) : joined
    // The name means zlib; servers have always sent bare streams too.
    case "deflate": return inflated(joined, .zlib, atMost: limit) ?? inflated(joined, .bare, atMost: limit)
    default: return nil
    }
  }
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
