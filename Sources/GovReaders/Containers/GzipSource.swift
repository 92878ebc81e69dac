/// What comes out of a gzip file, readable at any place, whatever is damaged in it.
///
/// A gzip file is a row of members. Opening reads it once: damaged members are noted, and the next intact one is found
/// by its first bytes. Inside a long member restart points are kept, each with the 32 KiB that came out before it, as
/// in zlib's example `zran`; when there are too many, every second one is given up, so that memory stays bounded.
struct GzipSource: ByteSource {
  /// The members in the order of the file, damaged ones among them.
  let members: [GzipMember]
  let count: Int
  private let source: any ByteSource
  private let points: [RestartPoint]

  init(_ source: any ByteSource) throws(ReadError) {
    self.source = source
    var scan = GzipScan(source)
    while try scan.readMember() {}
    members = scan.members
    points = scan.points
    count = scan.output
  }

  func bytes(at offset: Int, count: Int) throws(ReadError) -> [UInt8] {
    var result: [UInt8] = []
    let end = min(self.count, offset + max(0, count))
    while offset + result.count < end {
      let position = offset + result.count
      let part = try bytes(at: position, atMost: end - position)
      guard !part.isEmpty else { break }
      result += part
    }
    return result
  }

  /// The member that a place in the output came from.
  func member(at offset: Int) -> GzipMember? {
    let index = members.partitioningIndex { $0.output.upperBound > offset }
    return index < members.count ? members[index] : nil
  }

  /// The bytes from one place to the end of its member, at most so many.
  private func bytes(at offset: Int, atMost limit: Int) throws(ReadError) -> [UInt8] {
    let index = points.partitioningIndex { $0.output > offset } - 1
    guard offset >= 0, index >= 0, let member = member(at: offset) else { return [] }
    let point = points[index]
    let end = min(member.output.upperBound, offset + limit)
    var run = try GzipRun(source, from: point)
    var result: [UInt8] = []
    var position = point.output
    while position < end, let part = try run.next(atMost: min(1 << 16, end - position)) {
      let skip = max(0, offset - position)
      position += part.count
      result += part.dropFirst(skip)
    }
    return result
  }
}

/// One member of a gzip file.
struct GzipMember: Sendable {
  /// Where it lies in the file; a damaged one reaches to the next member.
  var input: Range<Int>
  /// What came out of it; of a damaged one, what came out before the damage was noticed.
  var output: Range<Int>
  /// What is wrong with it; absent for an intact one.
  var damage: Damage?

  /// Why a member is not whole.
  enum Damage: Sendable {
    case damaged, cut, bomb
  }
}

/// A place where unpacking can begin.
struct RestartPoint: Sendable {
  /// The place in the file.
  var input: Int
  /// The place in what comes out.
  var output: Int
  /// How many bits of the byte before `input` belong to what follows.
  var bits: Int32 = 0
  /// What came out just before; empty at the start of a member.
  var window: [UInt8] = []
}

/// Unpacking from a restart point to the end of its member.
private struct GzipRun: ~Copyable {
  private let source: any ByteSource
  private var inflater: Inflater
  private var input: [UInt8] = []
  private var position = 0
  private var next: Int
  private var isOver = false

  init(_ source: any ByteSource, from point: RestartPoint) throws(ReadError) {
    self.source = source
    next = point.input
    inflater = Inflater(point.window.isEmpty ? .gzip : .bare)
    guard !point.window.isEmpty else { return }
    let byte = point.bits > 0 ? try source.bytes(at: point.input - 1, count: 1).first ?? 0 : 0
    inflater.resume(bits: point.bits, of: byte, window: point.window)
  }

  /// The next bytes; `nil` at the end of the member or at its damage.
  mutating func next(atMost limit: Int) throws(ReadError) -> [UInt8]? {
    var output: [UInt8] = []
    while output.isEmpty, !isOver {
      if position == input.count {
        input = try source.bytes(at: next, count: 1 << 15)
        next += input.count
        position = 0
        if input.isEmpty { return nil }
      }
      isOver = inflater.inflate(input, from: &position, into: &output, room: limit) != .running
    }
    return output.isEmpty ? nil : output
  }
}
