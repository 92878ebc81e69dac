import GovWorker

/// Why a bulk run ended before its time.
public enum BulkError: Error, Sendable, Hashable {
  /// The store cannot be used; what was saved stays.
  case store(StoreError)
  /// No worker could be started, or it was of another version; what was converted has been saved.
  case worker(WorkerFailure)
}
