import FoundationEssentials
import Glibc
import GovConvert
import GovWorker
import Testing

/// The worker with faults, built beside the test bundle.
func faultyWorker() throws -> WorkerSettings {
  let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  let folder = bundle.split(separator: "/").dropLast().joined(separator: "/")
  var settings = WorkerSettings(executable: "/\(folder)/FaultyWorker")
  settings.memory = 256 << 20
  settings.pictureDeadline = .seconds(20)
  return settings
}

func readPicture(_ order: String, with reader: WorkerPictureReader) throws(PictureError) -> String {
  let content = try reader.read(Picture(name: "02.png", bytes: Array(order.utf8)), templates: [])
  guard case .paragraph(let prose)? = content.blocks.first else { return "" }
  return prose.text
}

@Suite struct SupervisionTests {
  @Test(arguments: [
    ("segfault", "worker-crash", "SIGSEGV"), ("trap", "worker-crash", "SIG"), ("abort", "worker-crash", "SIGABRT"),
    ("hang", "worker-timeout", "0.7 seconds"), ("exit", "worker-exit", "code 7"),
    ("memory", "worker-memory", "256 MiB"), ("killed", "worker-killed", "outside"),
  ])
  func `A fault costs that picture only and is named`(order: String, code: String, words: String) throws {
    var settings = try faultyWorker()
    if order == "hang" { settings.pictureDeadline = .milliseconds(700) }
    settings.mishaps = 5
    let reader = WorkerPictureReader(WorkerPool(settings))
    let error = #expect(throws: PictureError.self) { try readPicture(order, with: reader) }
    #expect(error?.code.rawValue == code)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    #expect(error?.message.contains("picture 02.png") == true)
    #expect(try readPicture("well", with: reader).hasPrefix("well 0 "))
  }

  /// The kernel counts the peak memory of the process that started a worker as the worker's own.
  @Test func `Exhaustion is told apart also when the command once used more`() throws {
    let settings = try faultyWorker()
    let held = [UInt8](repeating: 1, count: settings.memory + settings.memory / 4)
    #expect(held.last == 1)
    let reader = WorkerPictureReader(WorkerPool(settings))
    let codes = ["memory", "trap"].map { order in
      #expect(throws: PictureError.self) { try readPicture(order, with: reader) }?.code.rawValue
    }
    #expect(codes == ["worker-memory", "worker-crash"])
  }

  @Test func `What a reader refuses comes through unchanged`() throws {
    let reader = WorkerPictureReader(WorkerPool(try faultyWorker()))
    let error = #expect(throws: PictureError.self) { try readPicture("refuse", with: reader) }
    #expect(error == PictureError(code: .init(rawValue: "no-table"), message: "no", missingPackage: "a-package"))
  }

  @Test func `A library that prints does no harm`() throws {
    let reader = WorkerPictureReader(WorkerPool(try faultyWorker()))
    #expect(try readPicture("chatter", with: reader).hasPrefix("chatter"))
    #expect(try readPicture("well", with: reader).hasPrefix("well"))
  }

  @Test func `A worker is replaced after so many answers`() throws {
    var settings = try faultyWorker()
    settings.recycleAfter = 2
    let reader = WorkerPictureReader(WorkerPool(settings))
    let processes = try (0..<6).map { _ in try readPicture("well", with: reader).split(separator: " ").last }
    #expect(Set(processes).count == 3)
  }

  @Test func `A missing worker is named with its path`() throws {
    let reader = WorkerPictureReader(WorkerPool(WorkerSettings(executable: "/nowhere/govconvert-worker")))
    let error = #expect(throws: PictureError.self) { try readPicture("well", with: reader) }
    #expect(error?.code.rawValue == "worker-missing")
    #expect(error?.message.contains("/nowhere/govconvert-worker") == true)
  }

  @Test func `A worker of another version is not used`() throws {
    var settings = try faultyWorker()
    settings.version = "govconvert 0.0.9"
    let reader = WorkerPictureReader(WorkerPool(settings))
    let error = #expect(throws: PictureError.self) { try readPicture("well", with: reader) }
    #expect(error?.code.rawValue == "worker-missing")
    #expect(error?.message.contains("is not of govconvert 0.0.9") == true)
  }

  @Test func `Killing workers at random convicts no innocent`() throws {
    let reader = WorkerPictureReader(WorkerPool(try faultyWorker(), count: 2))
    for round in 0..<40 {
      let answer = try readPicture("well", with: reader)
      let process = try #require(answer.split(separator: " ").last.flatMap { pid_t($0) })
      if round % 2 == 0 { kill(process, SIGKILL) }
    }
  }

  @Test func `Descriptors stay constant over deaths`() throws {
    let reader = WorkerPictureReader(WorkerPool(try faultyWorker()))
    let before = try openDescriptors()
    for _ in 0..<20 { #expect(throws: PictureError.self) { try readPicture("exit", with: reader) } }
    // Other tests run beside this one and hold a few; forty lost processes would have left over a hundred.
    #expect(try openDescriptors() < before + 40)
  }

  private func openDescriptors() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
  }
}
