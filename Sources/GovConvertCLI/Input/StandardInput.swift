import Glibc
import GovNormalizer

/// All of standard input, for text that has to be seen twice.
struct StandardInput {
  private let bytes: [UInt8]

  /// Reads to the end.
  static func read() throws -> StandardInput {
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(0, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 {
      bytes.reserveCapacity(Int(status.st_size) + 1)
    }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let count = Glibc.read(0, chunk.baseAddress, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw OutputError("standard input could not be read: \(String(cString: strerror(errno)))")
      }
      if count == 0 { return StandardInput(bytes: bytes) }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
  }

  /// The places of its pieces, one behind the other; together they are the text.
  var pieces: [Range<Int>] {
    bytes.withUnsafeBufferPointer { text in
      var pieces: [Range<Int>] = []
      var start = 0
      while start < text.count {
        let end = TextNormalizer.endOfPiece(in: text, from: start)
        pieces.append(start..<end)
        start = end
      }
      return pieces
    }
  }

  /// Calls `body` with the bytes of a piece.
  func withBytes<Result>(
    of piece: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[piece])) }
  }
}
