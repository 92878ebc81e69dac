import GovConvert

/// Converts pages in worker processes: what ends a worker costs that page, what a picture does costs that picture.
///
/// Converting blocks the calling thread until the worker answers; as many pages are converted at a time as the pool
/// has workers.
public struct WorkerConverter: Sendable {
  /// After so many pictures of one page that ended a worker its other pictures are not tried.
  private static let mostCondemned = 8

  private let pool: WorkerPool

  /// Makes a converter over a pool.
  public init(_ pool: WorkerPool) { self.pool = pool }

  /// Converts a page. The worker's questions for pictures are answered from `resources`, on the calling thread.
  ///
  /// - Throws: `WorkerFailure` when the page, not one of its pictures, ended a fresh worker.
  public func convert(_ job: DocumentJob, resources: any Resources) throws(WorkerFailure) -> DocumentAnswer {
    var job = job
    while true {
      switch pool.perform(.document(job), stage: .document, resources: resources) {
      case .success(.document(let answer)): return answer
      case .success:
        throw WorkerFailure(
          code: .nonsense, signal: nil, stage: .document, message: "the worker's answer is for something else")
      case .failure(let failure):
        guard case .picture(let name) = failure.stage, job.readsPictures else { throw failure }
        job.condemned.append(CondemnedPicture(name: name, error: failure.pictureError))
        if job.condemned.count == Self.mostCondemned { job.readsPictures = false }
      }
    }
  }
}
