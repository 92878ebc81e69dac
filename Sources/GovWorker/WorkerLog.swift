import Glibc

/// What a worker printed: its own first line, what libraries wrote for people, and what a crash left.
struct WorkerLog {
  /// The last line that the process or a library in it wrote for people, at most 200 characters, without control
  /// characters; empty when there is none.
  let lastWords: String
  /// The peak memory that the kernel counted when the worker began, in bytes; absent when it did not get that far.
  private let peakAtStart: Int?
  /// The memory for data that it used when a signal ended it, in bytes; 0 when it did not say.
  private let memoryInUse: Int

  init(of log: Int32) {
    let head = lines(of: log, from: 0, count: 64).first
    peakAtStart = head.flatMap { numbers($0, after: "maxrss") }.flatMap(\.first)
    let size = Int(lseek(log, 0, SEEK_END))
    var tail = lines(of: log, from: max(0, size - 4096), count: 4096)
    // The sixth number is what RLIMIT_DATA limits, see proc(5).
    if let sizes = tail.last.flatMap({ numbers($0, after: "statm") }), sizes.count == 7, sizes[5] < 1 << 40 {
      memoryInUse = sizes[5] * sysconf(Int32(_SC_PAGESIZE))
      tail.removeLast()
    } else {
      memoryInUse = 0
    }
    let line = tail.last { numbers($0, after: "maxrss") == nil } ?? []
    lastWords = String(String(decoding: line.filter { $0 >= 0x20 && $0 != 0x7f }, as: UTF8.self).prefix(200))
  }

  /// Writes the first line; the worker's first act.
  static func begin() {
    var usage = rusage()
    guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return }
    let line = "maxrss \(usage.ru_maxrss << 10)\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }

  /// The worker's own peak memory in bytes; 0 when it is not known.
  ///
  /// The kernel's figure includes the peak of the process that spawned the worker, so it is the worker's own only when
  /// it has grown since the start. That peak cannot be asked of the spawning process: another of its threads may have
  /// given memory back between the spawn and the question.
  func peakMemory(ofKernel peak: Int) -> Int {
    let isOwn = peakAtStart.map { peak > $0 } ?? false
    return max(isOwn ? peak : 0, memoryInUse)
  }
}

private func lines(of log: Int32, from start: Int, count: Int) -> [ArraySlice<UInt8>] {
  var bytes = [UInt8](repeating: 0, count: count)
  let got = pread(log, &bytes, count, start)
  return bytes[..<max(0, got)].split(separator: UInt8(ascii: "\n"))
}

/// The numbers of a line that begins with a mark; absent when it is another line.
private func numbers(_ line: ArraySlice<UInt8>, after mark: String) -> [Int]? {
  let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
  guard fields.first.map(String.init) == mark else { return nil }
  let numbers = fields.dropFirst().compactMap { Int($0) }.filter { $0 >= 0 }
  return numbers.count == fields.count - 1 ? numbers : nil
}
