import GovConvert
import GovWorker
import Synchronization
import Testing

/// Pictures whose bytes are their names without the ending.
private struct NamedPictures: Resources {
  func bytes(of reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8] {
    guard reference.hasSuffix(".png") else { throw .notFound }
    return Array(reference.utf8.dropLast(4))
  }
}

private func job(_ name: String, pictures: [String] = []) -> DocumentJob {
  let tags = pictures.map { "<p><img src=\"\($0)\" alt=\"图\"></p>" }.joined()
  let page = "<html><body><h1>某局2021年政府信息公开工作年度报告</h1><p>本年新收申请7件。</p>\(tags)<p>附件如上。</p></body></html>"
  return DocumentJob(name: name, bytes: Array(page.utf8))
}

@Suite struct DocumentTests {
  @Test func `A page comes back as it would in the process itself`() throws {
    let converter = WorkerConverter(WorkerPool(try faultyWorker()))
    var job = job("page.html")
    let answer = try converter.convert(job, resources: NoResources())
    let here = try Converter().convert(.bytes(job.bytes, name: "page.html"))
    #expect(answer.json == here.bytes(as: .json))
    #expect(answer.status == here.status)
    job.bytes = []
    #expect(try converter.convert(job, resources: NoResources()).status == .failed)
  }

  @Test(arguments: [
    ("segfault", WorkerFailure.Code.crash), ("trap", .crash), ("exit", .exit), ("memory", .memory), ("hang", .hang),
  ])
  func `A page that ends its worker is named with its cause`(fault: String, code: WorkerFailure.Code) throws {
    var settings = try faultyWorker()
    if fault == "hang" { settings.documentDeadline = .milliseconds(700) }
    let converter = WorkerConverter(WorkerPool(settings))
    let failure = #expect(throws: WorkerFailure.self) {
      try converter.convert(job("\(fault)-1.html"), resources: NoResources())
    }
    #expect(failure?.code == code)
    #expect(failure?.stage == .document)
  }

  @Test func `A picture that ends its worker costs that picture only`() throws {
    let converter = WorkerConverter(WorkerPool(try faultyWorker()))
    let answer = try converter.convert(
      job("page.html", pictures: ["well.png", "segfault.png", "fine.png", "gone.gif"]), resources: NamedPictures())
    let json = String(decoding: answer.json, as: UTF8.self)
    #expect(answer.status == .partial)
    for words in ["\"well ", "\"fine ", "worker-crash", "SIGSEGV", "picture-missing"] {
      #expect(json.contains(words), "\(words) in \(json)")
    }
  }

  @Test func `A worker does not say how much of a picture it may have`() throws {
    let asked = AskedLimits()
    let converter = WorkerConverter(WorkerPool(try faultyWorker()))
    _ = try converter.convert(job("greedy-1.html"), resources: asked)
    #expect(asked.limits.withLock { $0 } == [Options().pictureBytes])
  }
}

/// Remembers how much was asked for.
private final class AskedLimits: Resources {
  let limits = Mutex<[Int]>([])

  func bytes(of reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8] {
    limits.withLock { $0.append(limit) }
    throw .notFound
  }
}
