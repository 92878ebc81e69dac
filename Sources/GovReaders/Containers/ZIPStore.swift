import CZlib
import GovDocument
import GovEncoding

/// A ZIP file (PKWARE APPNOTE 6.3), read by its table of contents, or by its parts when the table is lost.
struct ZIPStore: ArchiveStore {
  let records: [ArchiveRecord]
  private let source: any ByteSource
  private let entries: [ZIPEntry]
  private let names: [String: Int]

  init(_ source: any ByteSource) throws(ReadError) {
    self.source = source
    let index = if let table = try readZIPTable(source) { table } else { try scanZIP(source) }
    entries = index.entries
    var names: [String: Int] = [:]
    for (index, entry) in entries.enumerated() { names[lookupKey(entry.name)] = index }
    self.names = names
    var counts: [String: Int] = [:]
    let all = Set(entries.map(\.name))
    var records: [(place: Int, record: ArchiveRecord)] = index.gaps.map { ($0.offset, .gap($0)) }
    for (index, entry) in entries.enumerated() where isPageName(entry.name) && !isPart(entry.name, among: all) {
      let name = uniqueName(entry.name, among: &counts)
      records.append((entry.packed.lowerBound, .page(ArchivePage(name: name, address: entry.name, index: index))))
    }
    self.records = records.sorted { $0.place < $1.place }.map(\.record)
  }

  func index(of address: String) -> Int? { names[lookupKey(address)] }

  func content(at index: Int, atMost limit: Int) throws(ReadError) -> ArchiveContent {
    ArchiveContent(bytes: try unpack(entries[index], of: source, atMost: limit), isAltered: false)
  }
}

/// One file in a ZIP.
struct ZIPEntry: Sendable {
  /// Its path, with slashes.
  var name: String
  /// Where its packed bytes lie.
  var packed: Range<Int>
  /// How many bytes it has unpacked.
  var size: Int
  var checksum: UInt32
  /// 0 for stored, 8 for deflate.
  var method: Int
  var isEncrypted: Bool
}

/// What a ZIP holds.
struct ZIPIndex {
  var entries: [ZIPEntry] = []
  var gaps: [ArchiveGap] = []

  /// Adds a file; folders are left out.
  mutating func add(_ entry: ZIPEntry) {
    if !entry.name.hasSuffix("/") { entries.append(entry) }
  }
}

/// The content of a file, with its checksum right.
func unpack(_ entry: ZIPEntry, of source: any ByteSource, atMost limit: Int) throws(ReadError) -> [UInt8] {
  let place = "\(entry.packed.count) bytes from byte \(entry.packed.lowerBound) on"
  guard !entry.isEncrypted, entry.method == 0 || entry.method == 8 else {
    let how = entry.isEncrypted ? "encrypted" : "packed by method \(entry.method)"
    throw ReadError(code: .archiveUnsupported, message: "\(place): \(how)")
  }
  guard entry.size <= limit, entry.packed.count <= limit + 1024 else {
    throw ReadError(code: .archiveBomb, message: "\(place): more than \(limit) bytes are not unpacked")
  }
  let packed = try source.bytes(at: entry.packed.lowerBound, count: entry.packed.count)
  let content = entry.method == 0 ? packed : inflated(packed, .bare, atMost: limit)
  guard let content, content.count == entry.size, checksum(content) == entry.checksum else {
    throw ReadError(code: .archiveDamaged, message: "\(place): the packed data is damaged")
  }
  return content
}

/// The name of an entry: UTF-8 where it is that, else as Chinese Windows writes it, whatever the flag says.
func zipName(_ bytes: [UInt8]) -> String {
  let name =
    String(validating: bytes, as: UTF8.self)
    ?? String(decoding: TextEncoding.gb18030.decode(bytes).utf8, as: UTF8.self)
  // After decoding: the second byte of a GBK character may be that of a backslash.
  return String(decoding: name.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
}

private func checksum(_ bytes: [UInt8]) -> UInt32 {
  UInt32(truncatingIfNeeded: bytes.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) })
}

extension [UInt8] {
  /// The little-endian number of `count` bytes at an offset; 0 when it lies outside.
  func number(at offset: Int, count width: Int) -> Int {
    guard offset >= 0, offset + width <= count else { return 0 }
    var number: UInt64 = 0
    for index in (0..<width).reversed() { number = number << 8 | UInt64(self[offset + index]) }
    return Int(clamping: number)
  }
}
