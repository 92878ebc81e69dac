import FoundationEssentials
import Glibc
import Testing

@testable import GovWorker

@Suite struct WorkerLogTests {
  private func log(_ text: String) throws -> WorkerLog {
    let path = "\(FileManager.default.temporaryDirectory.path())worker-log-\(UInt64.random(in: 0...(.max)))"
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    defer { close(file) }
    unlink(path)
    try #require(text.withCString { write(file, $0, strlen($0)) } == text.utf8.count)
    return WorkerLog(of: file)
  }

  /// The kernel's peak is the larger of the worker's and that of who spawned it, so it is told apart by its growth.
  @Test(arguments: [
    ("maxrss 300\n", 300, 0), ("maxrss 300\n", 301, 301), ("maxrss 300\nwords\n", 299, 0), ("", 300, 0),
    ("maxrss 300\nwords\nstatm 9 9 9 9 9 2 0\n", 300, 2), ("words\nstatm 9 9 9 9 9 2\n", 300, 0),
  ])
  func `A worker is charged with its own memory only`(text: String, kernel: Int, own: Int) throws {
    let page = sysconf(Int32(_SC_PAGESIZE))
    let expected = text.contains("statm 9 9 9 9 9 2 0") ? own * page : own
    #expect(try log(text).peakMemory(ofKernel: kernel) == expected)
  }

  @Test(arguments: [
    ("", ""), ("maxrss 300\n", ""), ("maxrss 300\nwords\nlast\u{1B}[1m words\n", "last[1m words"),
    ("maxrss 300\nlast words\nstatm 1 2 3 4 5 6 7\n", "last words"), ("maxrss is high\n", "maxrss is high"),
  ])
  func `The last words are what a library wrote last`(text: String, words: String) throws {
    #expect(try log(text).lastWords == words)
  }
}
