import Glibc

/// The end of what a worker printed.
struct LogEnd {
  /// The last line that the process or a library in it wrote for people, at most 200 characters, without control
  /// characters; empty when there is none.
  let lastWords: String
  /// The memory for data that it used when a signal ended it, in bytes; 0 when it did not say.
  let memoryInUse: Int

  init(of log: Int32) {
    let size = lseek(log, 0, SEEK_END)
    var tail = [UInt8](repeating: 0, count: 4096)
    let count = pread(log, &tail, tail.count, max(0, size - tail.count))
    var lines = tail[..<max(0, count)].split(separator: UInt8(ascii: "\n"))
    memoryInUse = lines.last.flatMap(dataSize) ?? 0
    if memoryInUse > 0 { lines.removeLast() }
    let line = lines.last ?? []
    lastWords = String(String(decoding: line.filter { $0 >= 0x20 && $0 != 0x7f }, as: UTF8.self).prefix(200))
  }
}

/// The sixth number of a line `statm 812345 …`, in bytes: what RLIMIT_DATA limits, see proc(5).
private func dataSize(_ line: ArraySlice<UInt8>) -> Int? {
  let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
  guard fields.count == 8, fields[0] == "statm", let pages = Int(fields[6]), (0...1 << 40).contains(pages) else {
    return nil
  }
  return pages * sysconf(Int32(_SC_PAGESIZE))
}
