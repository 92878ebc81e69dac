/// Reads a gzip file once from end to end and notes where its members are.
struct GzipScan: ~Copyable {
  private(set) var members: [GzipMember] = []
  private(set) var points: [RestartPoint] = []
  /// The number of bytes that came out so far.
  private(set) var output = 0

  private let source: any ByteSource
  /// Where the next member is expected.
  private var expected = 0
  /// How far apart restart points inside a member are.
  private var spacing = 1 << 20
  /// The most restart points with a window that are kept: 16 MiB of windows.
  private static let mostWindows = 512

  init(_ source: any ByteSource) { self.source = source }

  /// Reads the next member, damaged or not.
  ///
  /// - Returns: `false` when there is none.
  mutating func readMember() throws(ReadError) -> Bool {
    guard let start = try nextHeader(from: expected) else {
      if let last = members.indices.last, members[last].damage != nil {
        extend(last, to: source.count)
      } else if expected < source.count, try !isPadding(from: expected) {
        noteRest()
      }
      return false
    }
    if let last = members.indices.last, members[last].damage != nil {
      extend(last, to: start)
    } else if start > expected {
      members.append(GzipMember(input: expected..<start, output: output..<output, damage: .damaged))
    }
    try unpack(from: start)
    return true
  }

  private mutating func unpack(from start: Int) throws(ReadError) {
    let firstOutput = output
    points.append(RestartPoint(input: start, output: output))
    var run = MemberScan(at: start)
    var damage: GzipMember.Damage?
    scanning: while true {
      switch try run.step(source) {
      case .running:
        // The same bound as for a page, and a ratio that text never reaches.
        guard run.produced < 64 << 20 || run.produced / 100 < run.place - start else {
          damage = .bomb
          break scanning
        }
      case .block(let bits): notePoint(run, bits: bits, firstOutput: firstOutput)
      case .ended: break scanning
      case .damaged:
        damage = run.isAtEnd ? .cut : .damaged
        break scanning
      }
    }
    // What a bomb gave is forgotten: nothing in it is worth the search.
    output = damage == .bomb ? firstOutput : firstOutput + run.produced
    if damage == .bomb { points.removeAll { $0.output > firstOutput } }
    members.append(GzipMember(input: start..<run.place, output: firstOutput..<output, damage: damage))
    // A damaged stream may have swallowed the head of the next member, so the search begins behind its own.
    expected = damage == nil ? run.place : start + 1
  }

  private mutating func notePoint(_ run: borrowing MemberScan, bits: Int32, firstOutput: Int) {
    let place = firstOutput + run.produced
    guard let last = points.last, place - last.output >= spacing else { return }
    points.append(RestartPoint(input: run.place, output: place, bits: bits, window: run.window))
    guard points.count(where: { !$0.window.isEmpty }) > GzipScan.mostWindows else { return }
    spacing *= 2
    var keep = false
    points.removeAll { point in
      if point.window.isEmpty { return false }
      keep.toggle()
      return !keep
    }
  }

  private mutating func extend(_ index: Int, to end: Int) {
    members[index].input = members[index].input.lowerBound..<max(end, members[index].input.upperBound)
  }

  private mutating func noteRest() {
    members.append(GzipMember(input: expected..<source.count, output: output..<output, damage: .damaged))
    expected = source.count
  }

  /// Some writers fill the last block of a tape or disk with zeros.
  private func isPadding(from start: Int) throws(ReadError) -> Bool {
    try source.bytes(at: start, count: 1 << 16).allSatisfy { $0 == 0 }
  }

  /// The next place that looks like the head of a member (RFC 1952, section 2.3): magic, deflate, no reserved flag.
  private func nextHeader(from start: Int) throws(ReadError) -> Int? {
    var start = start
    while start < source.count {
      let block = try source.bytes(at: start, count: 1 << 16)
      var index = 0
      while let found = block.firstIndex(of: 0x1f, from: index), found + 3 < block.count {
        if block[found + 1] == 0x8b, block[found + 2] == 8, block[found + 3] < 0x20 { return start + found }
        index = found + 1
      }
      guard block.count > 3 else { return nil }
      start += block.count - 3
    }
    return nil
  }
}

/// Unpacking one member for its places only.
private struct MemberScan: ~Copyable {
  /// The number of bytes that came out.
  private(set) var produced = 0
  /// Whether the file ended before the member.
  private(set) var isAtEnd = false
  /// The last bytes that came out, at most 32 KiB.
  private(set) var window: [UInt8] = []

  private var inflater = Inflater(.gzip)
  private var input: [UInt8] = []
  private var position = 0
  private var inputEnd: Int

  init(at start: Int) { inputEnd = start }

  /// The first byte of the file that is not used yet.
  var place: Int { inputEnd - input.count + position }

  mutating func step(_ source: any ByteSource) throws(ReadError) -> Inflater.State {
    if position == input.count {
      input = try source.bytes(at: inputEnd, count: 1 << 16)
      inputEnd += input.count
      position = 0
      isAtEnd = input.isEmpty
      if isAtEnd { return .damaged }
    }
    let before = window.count
    let state = inflater.inflate(input, from: &position, into: &window, room: 1 << 16, stopsAtBlocks: true)
    produced += window.count - before
    if window.count > 1 << 15 { window.removeFirst(window.count - (1 << 15)) }
    return state
  }
}
