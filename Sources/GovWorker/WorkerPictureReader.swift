import GovDocument

/// Reads pictures in worker processes, so that a crash, a hang or exhaustion costs that picture only.
///
/// Reading blocks the calling thread until the worker answers. Several threads may read at once; as many pictures are
/// read at a time as the pool has workers.
public struct WorkerPictureReader: PictureReader {
  private let pool: WorkerPool

  /// Makes a reader over a pool.
  public init(_ pool: WorkerPool) { self.pool = pool }

  /// Has a worker read a picture; its death is a `PictureError` too.
  public func read(_ picture: Picture, templates: [TableTemplate]) throws(PictureError) -> PictureContent {
    switch pool.perform(.picture(picture, templates), stage: .picture(picture.name)) {
    case .success(.picture(let result)): return try result.get()
    case .success: throw PictureError(code: .workerNonsense, message: "the worker's answer is for something else")
    case .failure(let failure): throw failure.pictureError
    }
  }
}

extension Finding.Code {
  /// A worker answered something else than it was asked.
  static let workerNonsense = Finding.Code(rawValue: WorkerFailure.Code.nonsense.rawValue)
}
