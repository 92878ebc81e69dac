import FoundationEssentials
import GovConvert
import GovWorker
import Synchronization
import Testing

@testable import GovBulk

/// A scratch folder that goes with its owner.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path() + "govbulk-\(UInt64.random(in: 0...(.max)))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var store: String { "\(path)/results.sqlite" }
}

/// Pages with an invented figure table each; a name such as `segfault-3.html` ends the faulty worker.
func page(_ number: Int) -> [UInt8] {
  let cells = [number, number + 1, 0, 0, 2 * number + 1].map { "<td>\($0)</td>" }.joined()
  return Array(
    """
    <html><body><h1>某局2021年政府信息公开工作年度报告</h1>
    <h2>四、政府信息公开行政复议、行政诉讼情况</h2><table border="1">
    <tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
    <tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>
    <td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
    <tr><td></td><td></td><td></td><td></td><td></td>\
    \(String(repeating: "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>", count: 2))</tr>
    <tr>\(String(repeating: cells, count: 3))</tr></table><p><img src="02.png"></p></body></html>
    """.utf8)
}

/// The pictures that lie beside every page.
private struct FewPictures: Resources {
  var names: Set<String> = []

  func bytes(of reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8] {
    guard names.contains(reference) else { throw .notFound }
    return [1, 2, 3]
  }
}

func items(_ names: [String], pictures: Set<String> = []) -> [BulkItem] {
  names.enumerated().map { number, name in
    BulkItem(id: name) { .success(.bytes(page(number), name: name, resources: FewPictures(names: pictures))) }
  }
}

func workers(_ count: Int) throws -> WorkerConverter {
  let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  let folder = bundle.split(separator: "/").dropLast().joined(separator: "/")
  var settings = WorkerSettings(executable: "/\(folder)/FaultyWorker")
  settings.memory = 256 << 20
  // A hang costs a test that long; a page that is well must never take it, also on a busy machine.
  settings.documentDeadline = .seconds(12)
  return WorkerConverter(WorkerPool(settings, count: count))
}

@discardableResult
func run(
  _ items: [BulkItem], store: Store, jobs: Int = 2, change: (inout BulkOptions) -> Void = { _ in }
) throws -> BulkProgress {
  var options = BulkOptions()
  options.jobs = jobs
  change(&options)
  return try convert(
    items, into: store, with: workers(jobs), options: options, now: { "2021-02-03T04:05:06Z" },
    isInterrupted: { false }, progress: { _ in })
}

func exported(_ store: Store, _ format: ExportFormat) throws -> String {
  var bytes: [UInt8] = []
  try store.export(to: format) { bytes += $0 }
  return String(decoding: bytes, as: UTF8.self)
}

@Suite struct BulkTests {
  private let names = (0..<30).map { "page-\($0).html" }

  @Test func `Poison records are errors with their cause, and nothing else is`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    var all = names
    for (place, fault) in ["segfault", "trap", "exit", "memory", "hang"].enumerated() {
      all.insert("\(fault)-x.html", at: 5 * place + 2)
    }
    let result = try run(items(all), store: store)
    #expect(result.failed == 5)
    #expect(result.done == 35)
    let lines = try exported(store, .jsonl).split(separator: "\n")
    #expect(lines.count == 35)
    for (fault, code) in [
      ("segfault", "worker-crash"), ("trap", "worker-crash"), ("exit", "worker-exit"), ("memory", "worker-memory"),
      ("hang", "worker-timeout"),
    ] {
      #expect(lines.count { $0.contains("\"\(fault)-x.html\"") && $0.contains("\"code\":\"\(code)\"") } == 1)
    }
  }

  @Test func `A second run does nothing; a picture that appears, an option or --retry-errors does its page anew`()
    throws
  {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    try run(items(names + ["exit-1.html"]), store: store)
    #expect(try run(items(names + ["exit-1.html"]), store: store).skipped == 31)
    #expect(try run(items(names + ["exit-1.html"]), store: store) { $0.retriesErrors = true }.skipped == 30)
    let one = items(Array(names.prefix(1)), pictures: ["02.png"])
    #expect(try run(one, store: store).skipped == 0)
    #expect(try run(one, store: store).skipped == 1)
    #expect(try run(items(names), store: store) { $0.script = .traditional }.skipped == 0)
    #expect(try run(items(names), store: store) { $0.isForced = true }.skipped == 0)
  }

  @Test func `An identifier is kept whole, a NUL in it too`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    let pages = items(["a\0one.html", "a\0two.html"])
    try run(pages, store: store)
    #expect(try run(pages, store: store).skipped == 2)
    let lines = try exported(store, .jsonl).split(separator: "\n")
    #expect(lines.map { $0.prefix(24) } == ["{\"id\":\"a\\u0000one.html\",", "{\"id\":\"a\\u0000two.html\","])
  }

  @Test(arguments: [ExportFormat.csv, .jsonl, .review])
  func `One job and four export the same bytes`(format: ExportFormat) throws {
    let exports = try [1, 4].map { jobs in
      let scratch = try Scratch()
      let store = try Store(path: scratch.store)
      try run(items(names), store: store, jobs: jobs)
      return try exported(store, format)
    }
    #expect(exports[0] == exports[1])
    #expect(!exports[0].isEmpty)
  }

  @Test func `A run that is interrupted is finished by the next one`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    // Counted by questions, one before each page at least: what is saved is told when all pages may be done.
    let asked = Mutex(0)
    var options = BulkOptions()
    options.jobs = 2
    let first = try convert(
      items(names), into: store, with: workers(2), options: options, now: { "" },
      isInterrupted: {
        asked.withLock { asked in
          asked += 1
          return asked > 12
        }
      }, progress: { _ in })
    #expect((1...12).contains(first.done))
    let second = try run(items(names), store: store)
    #expect(second.skipped == first.done)
    #expect(second.done == 30)
  }

  @Test func `What was in work at a crash comes first, the most often tried before the others`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    let crashed = try store.beginRun(options: "", at: "")
    for (page, count) in [("page-20.html", 1), ("page-5.html", 1), ("page-29.html", 2)] {
      let begun = StoreChange(begun: [PageKey(id: page, hash: "of other bytes")])
      for _ in 0..<count { try store.commit(begun, options: "", run: crashed) }
    }
    let loaded = Mutex<[String]>([])
    let watched = items(names).map { item in
      BulkItem(id: item.id) {
        loaded.withLock { $0.append(item.id) }
        return item.load()
      }
    }
    try run(watched, store: store, jobs: 1)
    #expect(loaded.withLock { $0.prefix(4) } == ["page-29.html", "page-5.html", "page-20.html", "page-0.html"])
  }

  @Test(arguments: ["/nowhere/govconvert-worker", "/etc/passwd"])
  func `Without a worker the run ends at once, and the pages wait for the next run`(executable: String) throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    let missing = WorkerConverter(WorkerPool(WorkerSettings(executable: executable), count: 2))
    var options = BulkOptions()
    options.jobs = 2
    let asked = Mutex(0)
    let watched = items(names).map { item in
      BulkItem(id: item.id) {
        asked.withLock { $0 += 1 }
        return item.load()
      }
    }
    let error = #expect(throws: BulkError.self) {
      try convert(
        watched, into: store, with: missing, options: options, now: { "" }, isInterrupted: { false }, progress: { _ in }
      )
    }
    guard case .worker(let failure) = error else { return #expect(Bool(false), "\(error as Any)") }
    #expect(failure.message.contains(executable))
    #expect(asked.withLock { $0 } < names.count)
    for table in ["documents", "attempts"] {
      #expect(try store.read { try $0.integers("SELECT count(*) FROM \(table)") } == [0], "\(table)")
    }
    #expect(try run(items(names), store: store).skipped == 0)
  }

  @Test func `A page that is done again because a person says so has no attempts that count`() throws {
    let scratch = try Scratch()
    let (path, store) = (scratch.store, try Store(path: scratch.store))
    let seen = Mutex<[Int]>([])
    let watched = items(names).map { item in
      BulkItem(id: item.id) {
        let count = (try? attempts(in: path)) ?? -1
        seen.withLock { $0.append(count) }
        return item.load()
      }
    }
    try run(watched, store: store, jobs: 1) { $0.isForced = true }
    #expect(seen.withLock { Set($0) } == [0])
    seen.withLock { $0 = [] }
    try run(watched, store: store, jobs: 1) { $0.script = .traditional }
    #expect(seen.withLock { $0.max() ?? 0 } > 0)
  }

  @Test func `A page that was in work at three crashes is given up`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    // What a crash leaves behind: an attempt that has begun.
    let crashed = try store.beginRun(options: "", at: "")
    let begun = StoreChange(begun: [PageKey(id: "page-0.html", hash: contentHash(page(0)))])
    for _ in 0..<3 { try store.commit(begun, options: "", run: crashed) }
    let result = try run(items(Array(names.prefix(2))), store: store)
    #expect(result.failed == 1)
    #expect(try exported(store, .jsonl).contains("\"code\":\"gave-up\""))
    #expect(
      try run(items(Array(names.prefix(2))), store: store) { $0.retriesErrors = true }.failed == 0)
  }
}

/// How many attempts a store holds, seen from outside.
private func attempts(in path: String) throws -> Int {
  try Store.reading(path: path).read { try $0.integers("SELECT count(*) FROM attempts").first ?? 0 }
}
