import GovDocument

/// Finds the files of a ZIP whose table of contents is lost, by the head that stands before each of them.
///
/// That the table is missing is a gap of its own: a file cut between two entries looks whole but for it.
func scanZIP(_ source: any ByteSource) throws(ReadError) -> ZIPIndex {
  var index = ZIPIndex()
  var position = 0
  while position < source.count {
    let next = try nextPart(source, from: position)
    if next > position {
      index.gaps.append(
        ArchiveGap(offset: position, length: next - position, "no intact file; the ZIP is cut or damaged"))
    }
    guard next < source.count else { break }
    if let (entry, end) = try readPart(source, at: next), try isBorneOut(entry, end: end, in: source) {
      index.add(entry)
      position = end
    } else {
      let end = try nextPart(source, from: next + 4)
      index.gaps.append(ArchiveGap(offset: next, length: end - next, "a file in the ZIP is cut or damaged"))
      position = end
    }
  }
  if index.gaps.last.map({ $0.offset + $0.length < source.count }) ?? true {
    index.gaps.append(ArchiveGap(offset: source.count, length: 0, "the table of contents is missing; the ZIP is cut"))
  }
  return index
}

/// Whether something of the ZIP follows where a file ends, or, when that is damaged too, its checksum is right: a
/// damaged head may give a false length.
private func isBorneOut(_ entry: ZIPEntry, end: Int, in source: any ByteSource) throws(ReadError) -> Bool {
  if try source.bytes(at: end, count: 2).elementsEqual("PK".utf8) { return true }
  return (try? unpack(entry, of: source, atMost: ReaderLimits().bytes)) != nil
}

private func nextPart(_ source: any ByteSource, from start: Int) throws(ReadError) -> Int {
  var start = start
  while start < source.count {
    let block = try source.bytes(at: start, count: 1 << 16)
    var index = 0
    while let found = block.firstIndex(of: UInt8(ascii: "P"), from: index) {
      if block.number(at: found, count: 4) == Signature.part { return start + found }
      index = found + 1
    }
    guard block.count > 3 else { break }
    start += block.count - 3
  }
  return source.count
}

private func readPart(_ source: any ByteSource, at start: Int) throws(ReadError) -> (ZIPEntry, end: Int)? {
  let head = try source.bytes(at: start, count: 30)
  let nameLength = head.number(at: 26, count: 2)
  let extraLength = head.number(at: 28, count: 2)
  let more = try source.bytes(at: start + 30, count: nameLength + extraLength)
  guard head.count == 30, more.count == nameLength + extraLength else { return nil }
  let flags = head.number(at: 6, count: 2)
  let data = start + 30 + more.count
  var entry = ZIPEntry(
    name: zipName(Array(more[..<nameLength])), packed: data..<data, size: 0, checksum: 0,
    method: head.number(at: 8, count: 2), isEncrypted: flags & 1 != 0)
  if flags & 8 != 0 { return try readStreamed(source, &entry).map { (entry, $0) } }
  var wide = Zip64Extra(Array(more[nameLength...]))
  entry.size = wide.widen(head.number(at: 22, count: 4))
  let packed = wide.widen(head.number(at: 18, count: 4))
  guard packed <= source.count - data else { return nil }
  entry.packed = data..<data + packed
  entry.checksum = UInt32(truncatingIfNeeded: head.number(at: 14, count: 4))
  return (entry, entry.packed.upperBound)
}

/// A file whose sizes stand behind it: the packed stream itself says where it ends.
///
/// - Returns: The first byte behind its descriptor; `nil` when it is damaged, or stored, which has no end of its own.
private func readStreamed(_ source: any ByteSource, _ entry: inout ZIPEntry) throws(ReadError) -> Int? {
  guard entry.method == 8, let packed = try packedLength(source, from: entry.packed.lowerBound) else { return nil }
  let end = entry.packed.lowerBound + packed
  let tail = try source.bytes(at: end, count: 16)
  let skip = tail.number(at: 0, count: 4) == Signature.descriptor ? 4 : 0
  guard tail.count >= skip + 12, tail.number(at: skip + 4, count: 4) == packed else { return nil }
  entry.packed = entry.packed.lowerBound..<end
  entry.checksum = UInt32(truncatingIfNeeded: tail.number(at: skip, count: 4))
  entry.size = tail.number(at: skip + 8, count: 4)
  return end + skip + 12
}

private func packedLength(_ source: any ByteSource, from start: Int) throws(ReadError) -> Int? {
  var inflater = Inflater(.bare)
  var end = start
  while true {
    let input = try source.bytes(at: end, count: 1 << 16)
    guard !input.isEmpty else { return nil }
    var position = 0
    while position < input.count {
      var output: [UInt8] = []
      switch inflater.inflate(input, from: &position, into: &output, room: 1 << 18) {
      case .ended: return end - start + position
      case .damaged: return nil
      case .running, .block: continue
      }
    }
    end += input.count
  }
}
