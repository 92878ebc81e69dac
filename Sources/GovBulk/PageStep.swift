import GovConvert
import GovWorker

/// What is done with the pages of a run.
struct PageStep: Sendable {
  /// So many attempts that a crash cut short, and a page is given up: it may be what brings the machine down.
  private static let mostAttempts = 3
  /// So many bytes of pages that wait for their conversion are held in memory, and one page.
  private static let mostBytes = 4 << 20

  let store: Store
  let converter: WorkerConverter
  let options: BulkOptions
  let ledger: Ledger
  let isInterrupted: @Sendable () -> Bool

  /// A page whose bytes are there.
  private struct Page {
    var id: String
    var input: Input
    var bytes: [UInt8]
    var hash: String

    var key: PageKey { PageKey(id: id, hash: hash) }
  }

  /// Converts some pages; stops between two of them when the run is interrupted.
  func convert(_ items: some Collection<BulkItem>) throws(StoreError) {
    var pages: [Page] = []
    var size = 0
    for item in items where !isInterrupted() {
      if let page = try load(item) {
        pages.append(page)
        size += page.bytes.count
      }
      guard size > Self.mostBytes else { continue }
      try convert(pages)
      (pages, size) = ([], 0)
    }
    try convert(pages)
  }

  /// Gets a page's bytes; that there are none is what becomes of the page.
  private func load(_ item: BulkItem) throws(StoreError) -> Page? {
    let loaded = Result { () throws(ConversionError) in
      let input = try item.load().get()
      return (input: input, bytes: try input.bytes())
    }
    switch loaded {
    case .success(let (input, bytes)):
      return Page(id: item.id, input: input, bytes: bytes, hash: contentHash(bytes))
    case .failure(let error):
      let key = PageKey(id: item.id, hash: "none: \(error.code.rawValue)")
      if let state = try store.states(of: [key]).first, isDone(state, hash: key.hash, resources: NoResources()) {
        ledger.skip()
      } else {
        try add(key, DocumentAnswer(error))
      }
      return nil
    }
  }

  private func convert(_ pages: [Page]) throws(StoreError) {
    guard !pages.isEmpty else { return }
    var fresh: [Page] = []
    var suspects: [Page] = []
    for (page, state) in zip(pages, try store.states(of: pages.map(\.key))) {
      if isDone(state, hash: page.hash, resources: page.input.resources) {
        ledger.skip()
      } else if state.attempts >= Self.mostAttempts, !options.isForced, !options.retriesErrors {
        try giveUp(page, after: state.attempts)
      } else if state.attempts > 0 {
        suspects.append(page)
      } else {
        fresh.append(page)
      }
    }
    try attempt(fresh)
    // What was in work at a crash is tried alone: its neighbours must not answer for it a second time.
    for page in suspects { try attempt([page]) }
  }

  /// Notes that the work on some pages begins, and does it.
  private func attempt(_ pages: [Page]) throws(StoreError) {
    guard !pages.isEmpty, !isInterrupted() else { return }
    try ledger.save(beginning: pages.map(\.key))
    for page in pages {
      guard !isInterrupted() else {
        ledger.drop(page.id)
        continue
      }
      let resources = RecordedResources(page.input.resources)
      let begun = SuspendingClock.now
      let answer = answer(page, resources)
      try add(page.key, answer, pictures: resources.pictures, seconds: begun.duration(to: .now) / .seconds(1))
    }
  }

  private func answer(_ page: Page, _ resources: any Resources) -> DocumentAnswer {
    var job = DocumentJob(page.input, bytes: page.bytes)
    job.script = options.script
    job.foldsWidth = options.foldsWidth
    job.readsPictures = options.readsPictures
    job.wantsRows = true
    do throws(WorkerFailure) {
      return try converter.convert(job, resources: resources)
    } catch {
      return DocumentAnswer(error.conversionError(of: job.name))
    }
  }

  private func giveUp(_ page: Page, after attempts: Int) throws(StoreError) {
    let error = ConversionError(
      name: page.input.name, code: .gaveUp, stage: .convert,
      message: "\(attempts) attempts ended with the whole run; --retry-errors tries again")
    try add(page.key, DocumentAnswer(error), status: "gave_up")
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

  private func add(
    _ key: PageKey, _ answer: DocumentAnswer, status: String? = nil, pictures: [String: String] = [:],
    seconds: Double = 0
  ) throws(StoreError) {
    try ledger.add(
      PageResult(
        id: key.id, hash: key.hash, status: status ?? answer.status.rawValue, answer: answer, pictures: pictures,
        seconds: seconds))
  }
}

extension Finding.Code {
  /// A page was in work at three crashes of the whole run.
  static let gaveUp = Finding.Code(rawValue: "gave-up")
}
