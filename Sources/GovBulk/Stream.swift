import Dispatch
import GovConvert
import GovWorker
import Synchronization

/// How many lines a stream gave.
public struct StreamSummary: Sendable, Hashable {
  /// Lines in, and what became of them.
  public var records = 0, complete = 0, partial = 0, failed = 0
  /// The package that was missing for some page; absent when none was.
  public var missingPackage: String?
  /// Why no worker could be started; the stream ended there. Absent when it came to its end.
  public var missingWorker: WorkerFailure?

  /// The summary as one line of JSON.
  public var json: String {
    "{\"records\":\(records),\"complete\":\(complete),\"partial\":\(partial),\"failed\":\(failed)}"
  }
}

/// Converts JSON lines to JSON lines: for each line exactly one, in order, with `seq` and `id` in front.
///
/// At most 16 lines, or 64 MiB of them, are in work at a time. When no worker can be started no more lines are read:
/// who runs this is to learn that nothing works here, not that each of a million pages failed.
///
/// - Parameters:
///   - pathRoot: The folder that a line's `path` must lie in or below. Default: the working directory.
///   - next: Gives the next line without its line break; `nil` at the end. A line that is too long is an empty one.
///   - write: Takes a whole line with its line break; called in order, on any thread, one call at a time.
public func stream(
  with converter: WorkerConverter, options: BulkOptions, pathRoot: String = ".", next: () -> [UInt8]?,
  write: @escaping @Sendable ([UInt8]) -> Void
) -> StreamSummary {
  let window = StreamWindow(write: write)
  let group = DispatchGroup()
  var sequence = 0
  while !window.isOver, let line = next() {
    window.enter(line.count)
    let number = sequence
    DispatchQueue.global().async(group: group) {
      let (id, answer) = answer(line, converter, options, pathRoot) { window.end(for: $0) }
      window.leave(number, bytes: line.count, id: id, answer: answer)
    }
    sequence += 1
  }
  group.wait()
  return window.summary
}

private func answer(
  _ line: [UInt8], _ converter: WorkerConverter, _ options: BulkOptions, _ pathRoot: String,
  end: (WorkerFailure) -> Void
) -> (id: String?, answer: DocumentAnswer) {
  var id: String?
  do throws(ConversionError) {
    let record = try RecordLine(line)
    id = record.id
    let input = try record.input(pathsBelow: pathRoot)
    var job = DocumentJob(input, bytes: try input.bytes())
    job.script = options.script
    job.foldsWidth = options.foldsWidth
    job.readsPictures = options.readsPictures
    do throws(WorkerFailure) {
      return (id, try converter.convert(job, resources: input.resources))
    } catch {
      if error.code == .missing { end(error) }
      throw error.conversionError(of: input.name)
    }
  } catch {
    return (id, DocumentAnswer(error))
  }
}

/// The lines in work, and the answers that wait for an earlier one.
private final class StreamWindow: Sendable {
  fileprivate static let mostLines = 16
  fileprivate static let mostBytes = 64 << 20

  private let write: @Sendable ([UInt8]) -> Void
  private let left = DispatchSemaphore(value: 0)
  private let state = Mutex(State())

  fileprivate struct State {
    var lines = 0
    var bytes = 0
    var due = 0
    var early: [Int: [UInt8]] = [:]
    var summary = StreamSummary()
  }

  init(write: @escaping @Sendable ([UInt8]) -> Void) { self.write = write }

  var summary: StreamSummary { state.withLock { $0.summary } }

  /// Whether no worker could be started.
  var isOver: Bool { state.withLock { $0.summary.missingWorker != nil } }

  func end(for failure: WorkerFailure) {
    state.withLock { $0.summary.missingWorker = failure }
  }

  /// Waits until there is room for another line.
  func enter(_ bytes: Int) {
    while !state.withLock({ $0.enter(bytes) }) { left.wait() }
  }

  func leave(_ number: Int, bytes: Int, id: String?, answer: DocumentAnswer) {
    state.withLock { state in
      state.summary.count(answer)
      state.early[number] = headed(answer.json, number: number, id: id)
      while let line = state.early.removeValue(forKey: state.due) {
        write(line)
        state.due += 1
        state.lines -= 1
      }
      state.bytes -= bytes
    }
    left.signal()
  }
}

extension StreamWindow.State {
  /// A line stays in the window until it is written; one that is larger than the window goes alone.
  fileprivate mutating func enter(_ more: Int) -> Bool {
    guard lines == 0 || (lines < StreamWindow.mostLines && bytes + more <= StreamWindow.mostBytes) else { return false }
    lines += 1
    bytes += more
    return true
  }
}

extension StreamSummary {
  fileprivate mutating func count(_ answer: DocumentAnswer) {
    records += 1
    missingPackage = answer.missingPackage ?? missingPackage
    switch answer.status {
    case .complete: complete += 1
    case .partial: partial += 1
    case .failed: failed += 1
    }
  }
}
