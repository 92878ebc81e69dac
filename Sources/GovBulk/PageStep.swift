import GovConvert
import GovWorker

/// What is done with one page of a run.
struct PageStep: Sendable {
  /// So many attempts that a crash cut short, and a page is given up: it may be what brings the machine down.
  private static let mostAttempts = 3

  let store: Store
  let converter: WorkerConverter
  let options: BulkOptions
  let run: Int64

  enum Outcome {
    case skipped
    case saved(ConversionStatus, missingPackage: String?)
  }

  func convert(_ item: BulkItem) throws(StoreError) -> Outcome {
    let loaded = Result { () throws(ConversionError) in
      let input = try item.load().get()
      return (input: input, bytes: try input.bytes())
    }
    switch loaded {
    case .success(let (input, bytes)): return try convert(item.id, input, bytes)
    case .failure(let error):
      let hash = "none: \(error.code.rawValue)"
      if try isDone(store.state(of: item.id, hash: hash), hash: hash, resources: NoResources()) { return .skipped }
      return try save(item.id, hash: hash, answer: DocumentAnswer(error))
    }
  }

  private func convert(_ id: String, _ input: Input, _ bytes: [UInt8]) throws(StoreError) -> Outcome {
    let hash = contentHash(bytes)
    let state = try store.state(of: id, hash: hash)
    if isDone(state, hash: hash, resources: input.resources) { return .skipped }
    if state.attempts >= Self.mostAttempts, !options.isForced, !options.retriesErrors {
      let error = ConversionError(
        name: input.name, code: .gaveUp, stage: .convert,
        message: "\(state.attempts) attempts ended with the whole run; --retry-errors tries again")
      return try save(id, hash: hash, answer: DocumentAnswer(error), status: "gave_up")
    }
    try store.beginAttempt(at: id, hash: hash, run: run)
    let resources = RecordedResources(input.resources)
    let clock = SuspendingClock()
    var answer: DocumentAnswer?
    let seconds = clock.measure { answer = self.answer(job(input, bytes), resources) } / .seconds(1)
    guard let answer else { return .skipped }
    return try save(id, hash: hash, answer: answer, pictures: resources.pictures, seconds: seconds)
  }

  private func answer(_ job: DocumentJob, _ resources: any Resources) -> DocumentAnswer {
    do throws(WorkerFailure) {
      return try converter.convert(job, resources: resources)
    } catch {
      return DocumentAnswer(error.conversionError(of: job.name))
    }
  }

  private func job(_ input: Input, _ bytes: [UInt8]) -> DocumentJob {
    var job = DocumentJob(input, bytes: bytes)
    job.script = options.script
    job.foldsWidth = options.foldsWidth
    job.readsPictures = options.readsPictures
    return job
  }

  /// Whether the store holds what this run would find: same bytes, program, options, and the same pictures found.
  private func isDone(_ state: PageState, hash: String, resources: any Resources) -> Bool {
    guard !options.isForced, let saved = state.saved, saved.hash == hash, saved.options == options.key else {
      return false
    }
    if options.retriesErrors, saved.status == "failed" || saved.status == "gave_up" { return false }
    return saved.pictures.allSatisfy { reference, before in
      let limit = Options().pictureBytes
      let now = Result { () throws(ResourceError) in try resources.bytes(of: reference, atMost: limit) }
      return pictureState(now) == before
    }
  }

  private func save(
    _ id: String, hash: String, answer: DocumentAnswer, status: String? = nil, pictures: [String: String] = [:],
    seconds: Double = 0
  ) throws(StoreError) -> Outcome {
    let page = PageResult(
      id: id, hash: hash, status: status ?? answer.status.rawValue, json: answer.json, pictures: pictures,
      seconds: seconds)
    try store.save(page, options: options.key, run: run)
    return .saved(answer.status, missingPackage: answer.missingPackage)
  }
}

extension Finding.Code {
  /// A page was in work at three crashes of the whole run.
  static let gaveUp = Finding.Code(rawValue: "gave-up")
}
