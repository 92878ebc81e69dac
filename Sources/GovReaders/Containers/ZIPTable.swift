import GovDocument

/// Reads the table of contents at the end of a ZIP.
///
/// - Returns: `nil` when there is none, or it does not agree with the files: then they must be searched.
func readZIPTable(_ source: any ByteSource) throws(ReadError) -> ZIPIndex? {
  guard let end = try readEnd(source) else { return nil }
  let table = try source.bytes(at: end.table.lowerBound, count: end.table.count)
  guard table.count == end.table.count else { return nil }
  var position = 0
  var lines: [TableLine] = []
  while position < table.count {
    guard let line = TableLine(table, at: &position) else { return nil }
    lines.append(line)
  }
  guard lines.count == end.entries else { return nil }
  lines.sort { $0.offset < $1.offset }
  var index = ZIPIndex()
  for (number, line) in lines.enumerated() {
    let next = number + 1 < lines.count ? lines[number + 1].offset + end.shift : end.table.lowerBound
    guard let entry = try confirmed(line, at: line.offset + end.shift, before: next, in: source) else { return nil }
    index.add(entry)
  }
  return index
}

/// The file of a line, when its own head bears the line out and it ends before the next one.
///
/// Files that share bytes are how a small ZIP claims to hold everything.
private func confirmed(
  _ line: TableLine, at start: Int, before next: Int, in source: any ByteSource
) throws(ReadError) -> ZIPEntry? {
  let head = try source.bytes(at: start, count: 30 + line.rawName.count)
  guard head.number(at: 0, count: 4) == Signature.part, head.number(at: 26, count: 2) == line.rawName.count,
    head.dropFirst(30).elementsEqual(line.rawName)
  else { return nil }
  let data = start + head.count + head.number(at: 28, count: 2)
  return data <= next && line.packed <= next - data ? line.entry(at: data) : nil
}

/// The four bytes that begin each structure.
enum Signature {
  static let part = 0x0403_4b50
  static let tableLine = 0x0201_4b50
  static let end = 0x0605_4b50
  static let end64 = 0x0606_4b50
  static let end64Locator = 0x0706_4b50
  static let descriptor = 0x0807_4b50
}

private struct End {
  var table: Range<Int>
  var entries: Int
  /// How many bytes stand before the archive, as in a self-extracting one.
  var shift: Int
}

private func readEnd(_ source: any ByteSource) throws(ReadError) -> End? {
  let length = min(source.count, 65_557)
  let tail = try source.bytes(at: source.count - length, count: length)
  guard tail.count >= 22 else { return nil }
  for offset in stride(from: tail.count - 22, through: 0, by: -1)
  where tail.number(at: offset, count: 4) == Signature.end
    && offset + 22 + tail.number(at: offset + 20, count: 2) == tail.count
  {
    let place = source.count - length + offset
    if let end = try readEnd64(source, before: place) { return end }
    return end(
      at: place, entries: tail.number(at: offset + 10, count: 2), size: tail.number(at: offset + 12, count: 4),
      offset: tail.number(at: offset + 16, count: 4))
  }
  return nil
}

private func readEnd64(_ source: any ByteSource, before place: Int) throws(ReadError) -> End? {
  let locator = try source.bytes(at: place - 20, count: 20)
  guard locator.number(at: 0, count: 4) == Signature.end64Locator else { return nil }
  let start = locator.number(at: 8, count: 8)
  let record = try source.bytes(at: start, count: 56)
  guard record.number(at: 0, count: 4) == Signature.end64 else { return nil }
  return end(
    at: start, entries: record.number(at: 32, count: 8), size: record.number(at: 40, count: 8),
    offset: record.number(at: 48, count: 8))
}

private func end(at place: Int, entries: Int, size: Int, offset: Int) -> End? {
  guard size <= place, offset <= place - size else { return nil }
  return End(table: place - size..<place, entries: entries, shift: place - size - offset)
}

private struct TableLine {
  let rawName: [UInt8]
  let offset: Int
  let packed: Int
  private let size: Int
  private let checksum: UInt32
  private let method: Int
  private let flags: Int

  init?(_ table: [UInt8], at position: inout Int) {
    let start = position
    let nameLength = table.number(at: start + 28, count: 2)
    let extraLength = table.number(at: start + 30, count: 2)
    let length = 46 + nameLength + extraLength + table.number(at: start + 32, count: 2)
    guard table.number(at: start, count: 4) == Signature.tableLine, length <= table.count - start else { return nil }
    position += length
    flags = table.number(at: start + 8, count: 2)
    method = table.number(at: start + 10, count: 2)
    checksum = UInt32(truncatingIfNeeded: table.number(at: start + 16, count: 4))
    rawName = Array(table[start + 46..<start + 46 + nameLength])
    var wide = Zip64Extra(Array(table[start + 46 + nameLength..<start + 46 + nameLength + extraLength]))
    size = wide.widen(table.number(at: start + 24, count: 4))
    packed = wide.widen(table.number(at: start + 20, count: 4))
    offset = wide.widen(table.number(at: start + 42, count: 4))
  }

  var name: String { zipName(rawName) }

  func entry(at data: Int) -> ZIPEntry {
    ZIPEntry(
      name: name, packed: data..<data + packed, size: size, checksum: checksum, method: method,
      isEncrypted: flags & 1 != 0)
  }
}

/// The numbers that did not fit into 32 bits, in the order of the fields that say so.
struct Zip64Extra {
  private var numbers: [UInt8] = []

  init(_ extra: [UInt8]) {
    var position = 0
    while position + 4 <= extra.count {
      let length = min(extra.number(at: position + 2, count: 2), extra.count - position - 4)
      if extra.number(at: position, count: 2) == 1 {
        numbers = Array(extra[position + 4..<position + 4 + length])
      }
      position += 4 + length
    }
  }

  /// The number itself, or the next wide one when it says that it did not fit.
  mutating func widen(_ number: Int) -> Int {
    guard number == 0xffff_ffff, numbers.count >= 8 else { return number }
    defer { numbers.removeFirst(8) }
    // More than half of the address space is no size of a file; clamped, so that sums cannot overflow.
    return min(numbers.number(at: 0, count: 8), Int.max / 4)
  }
}
