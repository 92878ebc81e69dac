import GovConvert
import GovWorker

/// What became of a page.
struct PageResult: Sendable {
  var id: String
  var hash: String
  var status: String
  var answer: DocumentAnswer
  /// The pictures that it asked for, with their hashes, or `missing`.
  var pictures: [String: String]
  var seconds: Double
}

/// What one transaction brings into the store.
struct StoreChange: Sendable {
  /// Pages that are done; their attempts are over.
  var finished: [PageResult] = []
  /// Pages that were to be converted and were not, because the run was interrupted.
  var dropped: [String] = []
  /// Pages whose conversion begins when the transaction is on the disk.
  var begun: [PageKey] = []

  var isEmpty: Bool { finished.isEmpty && dropped.isEmpty && begun.isEmpty }
}

extension Store {
  /// Brings a change into the store, all of it or nothing. When this returns, it has reached the disk.
  func commit(_ change: StoreChange, options: String, run: Int) throws(StoreError) {
    guard !change.isEmpty else { return }
    do throws(StoreError) {
      try write { try bring(change, options: options, run: run, into: $0) }
    } catch {
      figureNumbers.forget()
      throw error
    }
  }

  private func bring(
    _ change: StoreChange, options: String, run: Int, into connection: borrowing Connection
  ) throws {
    if !change.finished.isEmpty { try replace(change.finished, options: options, run: run, in: connection) }
    let drop = try connection.prepare("DELETE FROM attempts WHERE document = ? AND run = ?")
    for page in change.dropped { try drop.run([.text(page), .integer(run)]) }
    let begin = try connection.prepare(
      """
      INSERT INTO attempts(document, hash, run, number)
      SELECT ?1, ?2, ?3, 1 + coalesce(max(number), 0) FROM attempts WHERE document = ?1
      """)
    for page in change.begun { try begin.run([.text(page.id), .text(page.hash), .integer(run)]) }
  }

  private func replace(
    _ pages: [PageResult], options: String, run: Int, in connection: borrowing Connection
  ) throws {
    var statements = try PageStatements(connection, figureNumbers)
    let hasCorrections = try connection.integers("SELECT EXISTS (SELECT 1 FROM corrections)") == [1]
    for page in pages {
      let isKnown = try statements.replace(page, options: options, run: run, in: connection)
      if isKnown { figureNumbers.replacedPages.withLock { $0 += 1 } }
      if hasCorrections { try applyCorrections(to: page.id, in: connection) }
    }
  }
}
