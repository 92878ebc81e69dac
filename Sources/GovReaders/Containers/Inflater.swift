import CZlib

/// The one owner of a zlib stream that unpacks.
struct Inflater: ~Copyable {
  /// zlib keeps a pointer back to the stream, so it must not move: it lives on the heap.
  private let stream: UnsafeMutablePointer<z_stream>
  /// Where zlib writes, so that an array need not be filled before it is written over.
  private let scratch: UnsafeMutableBufferPointer<UInt8>

  /// What a packed stream is wrapped in.
  enum Wrapping: Int32 {
    case bare = -15
    case zlib = 15
    case gzip = 31
  }

  /// How a step ended.
  enum State: Equatable {
    /// There may be more: give input, or room.
    case running
    /// The end of a deflate block; a reader can start here again (only with `stopsAtBlocks`).
    case block(unusedBits: Int32)
    /// The stream is over, and its checksum right.
    case ended
    /// The bytes are no such stream.
    case damaged
  }

  init(_ wrapping: Wrapping) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    scratch = .allocate(capacity: 1 << 16)
    zlib_begin_inflating(stream, wrapping.rawValue)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    scratch.deallocate()
  }

  /// Starts in the middle of a bare stream.
  ///
  /// - Parameters:
  ///   - bits: The bits of `byte` that belong to what comes next, from the top.
  ///   - window: The last 32 KiB that came out before.
  mutating func resume(bits: Int32, of byte: UInt8, window: [UInt8]) {
    if bits > 0 { inflatePrime(stream, bits, Int32(byte) >> (8 - bits)) }
    inflateSetDictionary(stream, window, UInt32(window.count))
  }

  /// Unpacks until the input is used up, the output is full, or the stream ends.
  ///
  /// - Parameters:
  ///   - position: The first byte of `input` to use; afterwards the first one not used.
  ///   - output: What comes out is appended.
  ///   - room: The most that is appended; never more than 64 KiB at a time.
  mutating func inflate(
    _ input: [UInt8], from position: inout Int, into output: inout [UInt8], room: Int, stopsAtBlocks: Bool = false
  ) -> State {
    let room = min(room, scratch.count)
    let result = input.withUnsafeBufferPointer { input in
      stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0) + position }
      stream.pointee.avail_in = UInt32(input.count - position)
      stream.pointee.next_out = scratch.baseAddress
      stream.pointee.avail_out = UInt32(room)
      return CZlib.inflate(stream, stopsAtBlocks ? Z_BLOCK : Z_NO_FLUSH)
    }
    position = input.count - Int(stream.pointee.avail_in)
    output.append(contentsOf: UnsafeBufferPointer(rebasing: scratch[..<(room - Int(stream.pointee.avail_out))]))
    switch result {
    case Z_STREAM_END: return .ended
    case Z_OK, Z_BUF_ERROR: return stopsAtBlocks ? blockState : .running
    default: return .damaged
    }
  }

  /// zlib tells in `data_type`: bit 7 after a block, bit 6 in the last block, the low bits the unused ones.
  private var blockState: State {
    let type = stream.pointee.data_type
    return type & 128 != 0 && type & 64 == 0 ? .block(unusedBits: type & 7) : .running
  }
}

/// Unpacks what is whole and in memory.
///
/// - Returns: `nil` when it is damaged or gives more than `limit` bytes.
func inflated(_ bytes: [UInt8], _ wrapping: Inflater.Wrapping, atMost limit: Int) -> [UInt8]? {
  var inflater = Inflater(wrapping)
  var output: [UInt8] = []
  var position = 0
  while true {
    let before = (position, output.count)
    switch inflater.inflate(bytes, from: &position, into: &output, room: min(1 << 18, limit + 1 - output.count)) {
    case .ended: return output.count <= limit ? output : nil
    case .damaged: return nil
    case .running, .block:
      guard output.count <= limit, (position, output.count) != before else { return nil }
    }
  }
}
