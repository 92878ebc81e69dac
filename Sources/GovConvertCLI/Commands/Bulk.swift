import ArgumentParser
import Glibc
import GovBulk
import GovConvert
import GovWorker

/// Converts an archive into a store.
struct Bulk: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Convert thousands of pages into one SQLite file; run it again to go on where it stopped.",
    discussion: """
      A page is done again when its bytes, its pictures, this program or the options have changed. What ends a worker \
      is a record with its cause; the run goes on.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup(title: "Conversion") var conversion: ConversionOptions

  @Option(help: ArgumentHelp("The SQLite file; made when it is missing.", valueName: "file"), completion: .file())
  var store: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("How many pages to convert at a time; the results are the same.", valueName: "count"))
  var jobs = 2

  @Flag(help: "Do pages that failed again, though nothing about them has changed.")
  var retryErrors = false

  @Flag(help: "Do every page again.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "A person's values, in the columns of `export --to review`; they survive later runs.", valueName: "csv"),
    completion: .file())
  var corrections: String?

  @Option(help: "How to show progress on standard error; auto draws a bar on a terminal.")
  var progress = ProgressStyle.auto

  @Flag(help: "Exit with 0 though pages were partial.")
  var errorsOk = false

  func validate() throws {
    guard (1...BulkOptions.mostJobs).contains(jobs) else {
      throw ValidationError(
        "--jobs wants a number from 1 to \(BulkOptions.mostJobs); as many as there are processors is best.")
    }
  }

  func run() throws {
    Interruption.askBeforeEnding()
    keepFreedMemory()
    try OpenFiles.makeRoom(workers: jobs)
    let store = try openingStore { () throws(StoreError) in try Store(path: self.store) }
    if let corrections { try take(corrections, into: store) }
    let items = bulkItems(of: input)
    for path in input.inputs where isMissing(path) {
      Messages.print("\(oneLine(path)): failed: no such file: check the name")
    }
    let meter = ProgressMeter(style: progress)
    let converter = WorkerConverter(WorkerPool(.besideCommand(), count: jobs))
    let result: BulkProgress
    do throws(BulkError) {
      result = try convert(
        items, into: store, with: converter, options: options, now: timestamp,
        isInterrupted: { Interruption.isAsked }
      ) { meter.show($0) }
    } catch {
      meter.leaveBar()
      throw ending(for: error)
    }
    let findings = (try? store.commonestFindings(atMost: 5)) ?? []
    meter.finish(result, stored: (try? store.pageCount()) ?? 0, findings: findings)
    throw status(of: result)
  }

  private var options: BulkOptions {
    var options = BulkOptions()
    options.script = conversion.script
    options.foldsWidth = conversion.width == .ascii
    options.readsPictures = conversion.ocr == .tesseract
    options.jobs = jobs
    options.retriesErrors = retryErrors
    options.isForced = force
    return options
  }

  private func take(_ path: String, into store: Store) throws {
    let bytes: [UInt8]
    do throws(ConversionError) {
      bytes = try Input.file(path).bytes()
    } catch {
      throw OutputError("\(path): \(error.message)")
    }
    let (all, met) = try openingStore { () throws(StoreError) in
      let corrections = try readCorrections(bytes)
      return (corrections.count, try store.add(corrections))
    }
    Messages.print(
      "\(path): \(met) of \(all) corrections applied\(met < all ? "; the others wait for their page" : "")")
  }

  private func status(of result: BulkProgress) -> Exit {
    if Interruption.isAsked { return .interrupted }
    if result.missingPackage != nil { return .missingPackage }
    if result.failed + result.skippedFailures > 0 { return .failed }
    return result.partial > 0 && !errorsOk ? .partial : .complete
  }
}

/// Whether nothing has the name that was typed: a slip, of which the store alone would not tell whoever made it.
private func isMissing(_ path: String) -> Bool {
  path != "-" && access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)
}

/// The time as ISO 8601 in UTC.
@Sendable func timestamp() -> String {
  var now = time(nil)
  var parts = tm()
  gmtime_r(&now, &parts)
  var buffer = [CChar](repeating: 0, count: 32)
  strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
  return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Ends the command for what a store refuses, with the exit code of its kind.
func openingStore<Value>(_ work: () throws(StoreError) -> Value) throws -> Value {
  do { return try work() } catch { throw ending(for: .store(error)) }
}

/// Says why a run ended before its time.
private func ending(for error: BulkError) -> Exit {
  switch error {
  case .store(.locked):
    Messages.print(
      "govconvert: the store is locked: another govconvert is writing to it; wait for it, or name another")
    return .storeLocked
  case .store(.diskFull):
    Messages.print("govconvert: the disk is full; what was saved is whole: make room and run the same command again")
    return .diskFull
  case .store(.unusable(let reason)):
    Messages.print("govconvert: the store cannot be used: \(oneLine(reason))")
    return .failed
  case .worker(let failure):
    Messages.print("govconvert: \(oneLine(failure.message)); the pages that are left wait for the next run")
    return .failed
  }
}
