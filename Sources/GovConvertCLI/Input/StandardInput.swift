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
      guard count >= 0 else { throw OutputError("standard input could not be read: \(String(cString: strerror(errno)))") }
      if count == 0 { return StandardInput(bytes: bytes) }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
  }

  /// Calls `body` with one piece after another; together they are the text.
  func forEachPiece(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    try bytes.withUnsafeBufferPointer { text in
      var start = 0
      while start < text.count {
        let end = TextNormalizer.endOfPiece(in: text, from: start)
        try body(UnsafeBufferPointer(rebasing: text[start..<end]))
        start = end
      }
    }
  }
}
