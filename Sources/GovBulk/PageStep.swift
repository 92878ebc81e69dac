import GovConvert
import GovWorker

/// A page whose bytes are there.
struct LoadedPage: Sendable {
  /// Its key in the store.
  var id: String
  var input: Input
  var bytes: [UInt8]
  /// The hash of the bytes.
  var hash: String

  var key: PageKey { PageKey(id: id, hash: hash) }
}

/// What is done with the pages of a run.
struct PageStep: Sendable {
  /// So many attempts that a crash cut short, and a page is given up: it may be what brings the machine down.
  private static let mostAttempts = 3
  /// So many bytes of pages that wait for their conversion are held in memory, and one page.
  private static let mostBytes = 4 << 20

  let store: Store
  let converter: any PageConverter
  let options: BulkOptions
  let ledger: Ledger

  /// Loads the next pages and tells those that have to be converted; what becomes of the others is taken down.
  ///
  /// - Parameters:
  ///   - items: The pages that are left; those that were looked at are taken off the front.
  ///   - count: How many to look at; fewer when they are large.
  func load(_ items: inout ArraySlice<BulkItem>, atMost count: Int) throws(StoreError) -> [LoadedPage] {
    var pages: [LoadedPage] = []
    var size = 0
    for _ in 0..<count {
      guard size <= Self.mostBytes, let item = items.popFirst() else { break }
      guard let page = try load(item) else { continue }
      pages.append(page)
      size += page.bytes.count
    }
    var fresh: [LoadedPage] = []
    for (page, state) in zip(pages, try store.states(of: pages.map(\.key))) {
      if let done = done(state, hash: page.hash, resources: page.input.resources) {
        ledger.skip(done)
      } else if state.attempts >= Self.mostAttempts, !options.isForced, !options.retriesErrors {
        giveUp(page, after: state.attempts)
      } else {
        fresh.append(page)
      }
    }
    return fresh
  }

  /// Notes that the work on some pages begins, and saves what is done.
  ///
  /// A page that is done again because a person says so has no attempts: nothing asks how many there were, and those
  /// that the person cut short would be held against it when it is its turn again.
  func begin(_ pages: [LoadedPage]) throws(StoreError) {
    try ledger.save(beginning: options.isForced ? [] : pages.map(\.key))
  }

  /// Converts a page and takes down what became of it.
  ///
  /// - Throws: Why no worker could be started; that says nothing about the page.
  func convert(_ page: LoadedPage) throws(WorkerFailure) {
    let resources = RecordedResources(page.input.resources)
    let begun = SuspendingClock.now
    let answer = try answer(page, resources)
    add(page.key, answer, pictures: resources.pictures, seconds: begun.duration(to: .now) / .seconds(1))
  }

  /// Takes down that a page is not converted after all.
  func drop(_ page: LoadedPage) { ledger.drop(page.id) }

  /// Gets a page's bytes; that there are none is what becomes of the page.
  private func load(_ item: BulkItem) throws(StoreError) -> LoadedPage? {
    let loaded = Result { () throws(ConversionError) in
      let input = try item.load().get()
      return (input: input, bytes: try input.bytes())
    }
    switch loaded {
    case .success(let (input, bytes)):
      return LoadedPage(id: item.id, input: input, bytes: bytes, hash: contentHash(bytes))
    case .failure(let error):
      let key = PageKey(id: item.id, hash: "none: \(error.code.rawValue)")
      if let state = try store.states(of: [key]).first,
        let done = done(state, hash: key.hash, resources: NoResources())
      {
        ledger.skip(done)
      } else {
        add(key, DocumentAnswer(error))
      }
      return nil
    }
  }

  private func answer(_ page: LoadedPage, _ resources: any Resources) throws(WorkerFailure) -> DocumentAnswer {
    var job = DocumentJob(page.input, bytes: page.bytes)
    job.script = options.script
    job.foldsWidth = options.foldsWidth
    job.readsPictures = options.readsPictures
    job.wantsRows = true
    do throws(WorkerFailure) {
      return try converter.convert(job, resources: resources)
    } catch {
      guard error.code != .missing else { throw error }
      return DocumentAnswer(error.conversionError(of: job.name))
    }
  }

  private func giveUp(_ page: LoadedPage, after attempts: Int) {
    let error = ConversionError(
      name: page.input.name, code: .gaveUp, stage: .convert,
      message: "\(attempts) attempts ended with the whole run; --retry-errors tries again")
    add(page.key, DocumentAnswer(error), status: "gave_up")
  }

  /// What the store holds, if it is what this run would find: same bytes, program, options, and the same pictures found.
  private func done(_ state: PageState, hash: String, resources: any Resources) -> PageState.Saved? {
    guard !options.isForced, let saved = state.saved, saved.hash == hash, saved.options == options.key else {
      return nil
    }
    if options.retriesErrors, saved.hasFailed { return nil }
    let isUnchanged = saved.pictures.allSatisfy { reference, before in
      let limit = Options().pictureBytes
      let now = Result { () throws(ResourceError) in try resources.bytes(of: reference, atMost: limit) }
      return pictureState(now) == before
    }
    return isUnchanged ? saved : nil
  }

  private func add(
    _ key: PageKey, _ answer: DocumentAnswer, status: String? = nil, pictures: [String: String] = [:],
    seconds: Double = 0
  ) {
    ledger.add(
      PageResult(
        id: key.id, hash: key.hash, status: status ?? answer.status.rawValue, answer: answer, pictures: pictures,
        seconds: seconds))
  }
}

extension Finding.Code {
  /// A page was in work at three crashes of the whole run.
  static let gaveUp = Finding.Code(rawValue: "gave-up")
}
