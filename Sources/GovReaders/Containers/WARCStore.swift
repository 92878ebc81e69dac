import GovDocument

/// A WARC file, bare or packed with gzip (ISO 28500; one gzip member per record or not).
struct WARCStore: ArchiveStore {
  let records: [ArchiveRecord]
  private let source: any ByteSource
  private let entries: [WARCEntry]
  private let addresses: [String: Int]

  init(_ source: any ByteSource) throws(ReadError) {
    let index = try indexWARC(source)
    let gaps = index.damaged.map { ArchiveGap(offset: $0.lowerBound, length: $0.count, "no intact WARC record") }
    self.init(source, index.entries.map { (entry: $0, place: $0.record.lowerBound) }, gaps: gaps)
  }

  init(compressed source: any ByteSource) throws(ReadError) {
    let unpacked = try GzipSource(source)
    let breaks = unpacked.members.filter { $0.damage != nil }.map(\.output.upperBound)
    let index = try indexWARC(unpacked, breaks: breaks)
    let kept = reconcile(index, with: unpacked)
    self.init(unpacked, kept.entries, gaps: kept.gaps)
  }

  private init(_ source: any ByteSource, _ placed: [(entry: WARCEntry, place: Int)], gaps: [ArchiveGap]) {
    self.source = source
    entries = placed.map(\.entry)
    var addresses: [String: Int] = [:]
    var names: [String: Int] = [:]
    var records: [(place: Int, record: ArchiveRecord)] = gaps.map { ($0.offset, .gap($0)) }
    for (index, (entry, place)) in placed.enumerated() {
      addresses[lookupKey(entry.address)] = index
      guard entry.isPage else { continue }
      let page = ArchivePage(
        name: uniqueName(entry.address, among: &names), address: entry.address, encodingLabel: entry.charset,
        isDoubtful: entry.isDoubtful, index: index)
      records.append((place, .page(page)))
    }
    self.addresses = addresses
    // Sorting is stable: the records of one gzip member keep their order.
    self.records = records.sorted { $0.place < $1.place }.map(\.record)
  }

  func content(at index: Int, atMost limit: Int) throws(ReadError) -> ArchiveContent {
    let entry = entries[index]
    guard entry.body.count <= limit else { throw tooLarge(entry, limit) }
    let bytes = try source.bytes(at: entry.body.lowerBound, count: entry.body.count)
    let joined = entry.transfer.joined(bytes)
    guard let content = entry.transfer.decode(joined: joined, atMost: limit) else { throw undecodable(entry) }
    return ArchiveContent(bytes: content, isAltered: try !isVouchedFor(entry, readings: [bytes, joined, content]))
  }

  /// Whether a digest fits, or none is there to compare with. Crawlers disagree whether the payload's is that of the
  /// body as it came, without its chunks, or unpacked; any of them shows that nothing has changed.
  private func isVouchedFor(_ entry: WARCEntry, readings: [[UInt8]]) throws(ReadError) -> Bool {
    if let payload = entry.payloadDigest, readings.contains(where: payload.fits) { return true }
    guard let block = entry.blockDigest else { return entry.payloadDigest == nil }
    return block.fits(try source.bytes(at: entry.block.lowerBound, count: entry.block.count))
  }

  func index(of address: String) -> Int? { addresses[lookupKey(address)] }

  private func tooLarge(_ entry: WARCEntry, _ limit: Int) -> ReadError {
    ReadError(
      code: .archiveBomb,
      message: "\(entry.body.count) bytes at \(entry.body.lowerBound): more than \(limit) are not read")
  }

  private func undecodable(_ entry: WARCEntry) -> ReadError {
    let place = "\(entry.record.count) bytes from byte \(entry.record.lowerBound) on"
    guard entry.transfer.isSupported else {
      return ReadError(
        code: .archiveUnsupported,
        message:
          "\(place): packed as \(entry.transfer.name), which is not read here: crawl it with Accept-Encoding: gzip")
    }
    return ReadError(code: .archiveDamaged, message: "\(place): the packed content is damaged, or a bomb")
  }
}

/// A name that comes again gets a number behind it.
func uniqueName(_ name: String, among names: inout [String: Int]) -> String {
  let count = (names[name] ?? 0) + 1
  names[name] = count
  return count == 1 ? name : "\(name)#\(count)"
}

/// Sorts out what a damaged gzip member has given.
///
/// The only record of a damaged member is lost. Where a member held several, those that came out whole are kept, but
/// nothing vouches for them: the checksum is the member's.
private func reconcile(
  _ index: WARCIndex, with source: GzipSource
) -> (entries: [(entry: WARCEntry, place: Int)], gaps: [ArchiveGap]) {
  var touched: [Int: Int] = [:]
  for entry in index.entries {
    for member in source.damagedMembers(in: entry.record) { touched[member, default: 0] += 1 }
  }
  var entries: [(entry: WARCEntry, place: Int)] = []
  for var entry in index.entries {
    let damaged = source.damagedMembers(in: entry.record)
    if damaged.contains(where: { touched[$0] == 1 }) { continue }
    entry.isDoubtful = !damaged.isEmpty
    entries.append((entry, source.member(at: entry.record.lowerBound)?.input.lowerBound ?? 0))
  }
  return (entries, gaps(in: source, index: index))
}

private func gaps(in source: GzipSource, index: WARCIndex) -> [ArchiveGap] {
  var stretches: [(range: Range<Int>, reason: String)] = source.members.compactMap { member in
    member.damage.map { (member.input, $0.words) }
  }
  for range in index.damaged {
    guard let member = source.member(at: range.lowerBound), member.damage == nil else { continue }
    stretches.append((member.input, "no intact WARC record"))
  }
  stretches.sort { $0.range.lowerBound < $1.range.lowerBound }
  var merged: [(range: Range<Int>, reason: String)] = []
  for stretch in stretches {
    if let last = merged.last, stretch.range.lowerBound <= last.range.upperBound {
      merged[merged.count - 1].range =
        last.range.lowerBound..<max(last.range.upperBound, stretch.range.upperBound)
    } else {
      merged.append(stretch)
    }
  }
  return merged.map { ArchiveGap(offset: $0.range.lowerBound, length: $0.range.count, $0.reason) }
}

extension GzipSource {
  /// The indices of the damaged members that a stretch of the output came from.
  fileprivate func damagedMembers(in range: Range<Int>) -> [Int] {
    let first = members.partitioningIndex { $0.output.upperBound > range.lowerBound }
    return members[first...].indices.prefix { members[$0].output.lowerBound < range.upperBound }
      .filter { members[$0].damage != nil && !members[$0].output.isEmpty }
  }
}

extension GzipMember.Damage {
  fileprivate var words: String {
    switch self {
    case .damaged: "the gzip data is damaged"
    case .cut: "the file ends in the middle of the gzip data"
    case .bomb: "the gzip data unpacks to far more than a page: refused"
    }
  }
}
