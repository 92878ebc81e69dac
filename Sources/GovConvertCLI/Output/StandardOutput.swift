import Glibc

/// Standard output, where data goes and nothing else.
enum StandardOutput {
  /// Writes all bytes.
  ///
  /// - Throws: `ClosedPipe` when nobody reads any more, `OutputError` otherwise.
  static func write(_ bytes: [UInt8]) throws {
    do throws(WriteFailure) {
      try writeAll(bytes, to: STDOUT_FILENO)
    } catch {
      if error.code == EPIPE { throw ClosedPipe() }
      throw OutputError(errno: error.code, path: "standard output")
    }
  }
}

/// What the kernel answered to a write, as `errno`.
struct WriteFailure: Error {
  let code: CInt
}

/// Writes all bytes to a descriptor, however many calls it takes.
func writeAll(_ bytes: [UInt8], to descriptor: CInt) throws(WriteFailure) {
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
    }
    if count >= 0 {
      written += count
    } else if errno == EAGAIN {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&waiting, 1, -1)
    } else if errno != EINTR {
      throw WriteFailure(code: errno)
    }
  }
}
