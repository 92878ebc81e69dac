import ArgumentParser
import Glibc
import GovBulk
import GovConvert
import GovWorker

/// The filter that an engine such as Spark runs.
struct Stream: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Convert JSON lines to JSON lines: one line out per line in, in order.",
    discussion: """
      A line describes a page: {"id", "html" | "html_b64" | "path" | "text", "url"?, "encoding"?, "images"?: {name: \
      base64}}. A page that gives nothing, even one that ends its worker, is a line with an error. The last line of \
      standard error is a summary in JSON.
      """)

  @OptionGroup(title: "Conversion") var conversion: ConversionOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("How many pages to convert at a time; at most 16.", valueName: "count"))
  var jobs = 1

  @OptionGroup var paths: PathOptions

  func validate() throws {
    guard (1...16).contains(jobs) else { throw ValidationError("--jobs wants a number from 1 to 16.") }
  }

  func run() throws {
    keepFreedMemory()
    try OpenFiles.makeRoom(workers: jobs)
    var options = BulkOptions()
    options.script = conversion.script
    options.foldsWidth = conversion.width == .ascii
    options.readsPictures = conversion.ocr == .tesseract
    let converter = WorkerConverter(WorkerPool(.besideCommand(), count: jobs))
    var lines = InputLines()
    let summary = stream(
      with: converter, options: options, pathRoot: paths.pathRoot ?? ".", next: { lines.next() }, write: writeLine)
    if let failure = summary.missingWorker { Messages.print("govconvert: \(oneLine(failure.message))") }
    Messages.print(summary.json)
    guard summary.missingWorker == nil else { throw Exit.failed }
    throw summary.missingPackage == nil ? Exit.complete : .missingPackage
  }
}

/// Writes a line at once. When nobody reads any more, there is nothing left to do: the workers end with the process.
@Sendable private func writeLine(_ line: [UInt8]) {
  do {
    try StandardOutput.write(line)
  } catch {
    _exit((error as? OutputError)?.exit.rawValue ?? Exit.complete.rawValue)
  }
}

/// The lines of standard input.
private struct InputLines {
  /// Four thirds of the largest page with as much again for its pictures; a longer line is given as an empty one.
  private static let longest = 256 << 20

  private var buffer: [UInt8] = []
  private var start = 0
  private var isOver = false

  mutating func next() -> [UInt8]? {
    var isTooLong = false
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return isTooLong ? [] : Array(buffer[start..<end])
      }
      guard !isOver else { return last(isTooLong) }
      if buffer.count - start > Self.longest {
        isTooLong = true
        start = buffer.count
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      fill()
    }
  }

  private mutating func last(_ isTooLong: Bool) -> [UInt8]? {
    defer { start = buffer.count }
    return start < buffer.count || isTooLong ? (isTooLong ? [] : Array(buffer[start...])) : nil
  }

  private mutating func fill() {
    let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { space, count in
      var got = -1
      repeat { got = read(STDIN_FILENO, space.baseAddress, 1 << 16) } while got < 0 && errno == EINTR
      count = max(0, got)
    }
    isOver = chunk.isEmpty
    buffer += chunk
  }
}
