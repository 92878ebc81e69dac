import Glibc

/// One open file or folder; closed when it goes out of scope.
struct Descriptor: ~Copyable {
  let number: CInt

  /// Opens a path, or a name inside an open folder. It never waits: a pipe or a device opens at once and is then
  /// refused by `regularFileSize`.
  ///
  /// - Parameter flags: `O_NOFOLLOW` where the last component must not be a symbolic link.
  /// - Throws: `errno`.
  init(_ path: String, in folder: CInt = AT_FDCWD, flags: CInt) throws(SystemError) {
    number = openat(folder, path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | flags)
    guard number >= 0 else { throw SystemError(errno) }
  }

  deinit { close(number) }

  /// The size of a regular file in bytes; `nil` for a folder, a pipe or a device.
  func regularFileSize() -> Int? {
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Reads to the end, but no more than `limit` bytes, whatever the file grows to meanwhile.
  func read(atMost limit: Int, expecting size: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    let chunk = min(max(size + 1, 4096), limit)
    while bytes.count < limit {
      let wanted = min(chunk, limit - bytes.count)
      let read = try append(atMost: wanted, to: &bytes)
      if read == 0 { break }
    }
    return bytes
  }

  /// Reads `count` bytes from a place on; fewer only where the file ends.
  func read(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    var failure: CInt = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let read = pread(number, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
        if read < 0, errno == EINTR { continue }
        failure = read < 0 ? errno : 0
        guard read > 0 else { break }
        done += read
      }
    }
    guard failure == 0 else { throw SystemError(failure) }
    return bytes
  }

  private func append(atMost wanted: Int, to bytes: inout [UInt8]) throws(SystemError) -> Int {
    var failure: CInt = 0
    let before = bytes.count
    bytes += [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      let read = Glibc.read(number, buffer.baseAddress, wanted)
      failure = read < 0 ? errno : 0
      count = max(read, 0)
    }
    guard failure == 0 || failure == EINTR else { throw SystemError(failure) }
    return failure == EINTR ? 1 : bytes.count - before
  }
}

/// What the kernel answered, as `errno`.
struct SystemError: Error, Equatable {
  let code: CInt

  init(_ code: CInt) { self.code = code }

  /// The system's words for it, in the C locale.
  var message: String {
    String(cString: strerror(code))
  }
}
