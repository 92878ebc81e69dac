import GovConvert
import GovWorker

/// A page at the moment it is to be converted.
struct PageKey: Sendable {
  /// Its key in the store.
  var id: String
  /// The hash of its bytes.
  var hash: String
}

/// What is known of a page before it is converted.
struct PageState: Sendable {
  /// What the store holds of it; absent for a new page.
  var saved: Saved?
  /// How many attempts at these bytes did not end.
  var attempts: Int

  struct Saved: Sendable {
    var hash: String?
    var options: String
    var status: String
    var pictures: [String: String]

    /// Whether nothing came out.
    var hasFailed: Bool { status == "failed" || status == "gave_up" }
  }
}

extension Store {
  /// Begins a run.
  ///
  /// - Returns: Its number.
  func beginRun(options: String, at time: String) throws(StoreError) -> Int {
    try write { connection in
      try connection.run(
        "INSERT INTO runs(tool, options, started) VALUES (?, ?, ?)", .text(Tool.name), .text(options), .text(time))
      return connection.lastRow
    }
  }

  func finishRun(_ run: Int, at time: String) throws(StoreError) {
    let replaced = figureNumbers.replacedPages.withLock { $0 }
    let pages = try pageCount()
    try write { connection in
      try connection.run("UPDATE runs SET finished = ? WHERE id = ?", .text(time), .integer(run))
      // It reads the figures of all pages: what few pages leave is too little for that, and goes with what many leave.
      if replaced > 0, replaced >= pages / 10 { try removeUnused(in: connection) }
    }
    shrinkLog()
  }

  /// Removes what no figure is and no figure is labelled.
  private func removeUnused(in connection: borrowing Connection) throws(SQLiteError) {
    figureNumbers.forget()
    figureNumbers.replacedPages.withLock { $0 = 0 }
    try connection.execute(
      """
      DELETE FROM cells WHERE number NOT IN (SELECT cell FROM figure_rows);
      DELETE FROM labels WHERE number NOT IN (SELECT label FROM figure_rows)
      """)
  }

  /// Forgets what a run has begun, if that can be written.
  func forgetAttempts(of run: Int) {
    try? write { try $0.run("DELETE FROM attempts WHERE run = ?", .integer(run)) }
  }

  /// How often each page was in work when a run was cut short.
  func unfinishedAttempts() throws(StoreError) -> [String: Int] {
    try read { connection in
      var attempts: [String: Int] = [:]
      let rows = try connection.prepare("SELECT document, count(*) FROM attempts GROUP BY document")
      while try rows.step() { attempts[rows.text(0) ?? ""] = rows.integer(1) }
      return attempts
    }
  }

  /// What is known of some pages, in their order.
  func states(of pages: [PageKey]) throws(StoreError) -> [PageState] {
    try read { connection in
      let statements = try StateStatements(connection)
      return try pages.map { try statements.state(of: $0) }
    }
  }
}

private struct StateStatements: ~Copyable {
  private let attempts, document, pictures: Statement

  init(_ connection: borrowing Connection) throws(SQLiteError) {
    let attempts = try connection.prepare("SELECT count(*) FROM attempts WHERE document = ? AND hash = ?")
    let document = try connection.prepare("SELECT hash, options, status FROM document_rows WHERE id = ?")
    let pictures = try connection.prepare("SELECT reference, state FROM pictures WHERE document = ?")
    // Swift takes noncopyable properties only when nothing can throw between them.
    self.attempts = attempts
    self.document = document
    self.pictures = pictures
  }

  func state(of page: PageKey) throws(SQLiteError) -> PageState {
    try attempts.bind([.text(page.id), .text(page.hash)])
    defer { attempts.reset() }
    let count = try attempts.step() ? attempts.integer(0) : 0
    return PageState(saved: try saved(page.id), attempts: count)
  }

  private func saved(_ id: String) throws(SQLiteError) -> PageState.Saved? {
    try document.bind([.text(id)])
    defer { document.reset() }
    guard try document.step() else { return nil }
    return PageState.Saved(
      hash: document.text(0), options: document.text(1) ?? "", status: document.text(2) ?? "",
      pictures: try pictures(of: id))
  }

  private func pictures(of id: String) throws(SQLiteError) -> [String: String] {
    try pictures.bind([.text(id)])
    defer { pictures.reset() }
    var found: [String: String] = [:]
    while try pictures.step() { found[pictures.text(0) ?? ""] = pictures.text(1) }
    return found
  }
}
