import GovConvert
import Testing

@testable import GovBulk

/// The views that people ask.
@Suite struct StoreViewsTests {
  @Test(arguments: ["requests", "review", "disclosure", "statistics"])
  func `A view has every figure of its table, in the order of the form`(view: String) throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    let pages = try StoreRowsTests.pages().map { path in BulkItem(id: path) { .success(.file(path)) } }
    try run(pages.reversed(), store: store)
    let figures = #"figures WHERE "table" = '\#(view)'"#
    let lines = try texts("SELECT document || row FROM \"\(view)\"", in: store)
    let order = "GROUP BY document, row ORDER BY document, min(position)"
    #expect(try !lines.isEmpty && lines == texts("SELECT document || row FROM \(figures) \(order)", in: store))
    for column in try columns(of: view, in: store).dropFirst(4).dropLast() {
      let shown = #"SELECT document, row, "\#(column)" FROM "\#(view)" WHERE "\#(column)" IS NOT NULL"#
      let read = """
        SELECT document, row, CASE kind WHEN 'statedNone' THEN text ELSE value END FROM \(figures)
          AND "column" = '\(column)' AND (kind = 'statedNone' OR value IS NOT NULL)
        """
      for (one, other) in [(shown, read), (read, shown)] {
        let difference = "SELECT count(*) FROM (SELECT * FROM (\(one)) EXCEPT SELECT * FROM (\(other)))"
        #expect(try store.read { try $0.integers(difference) } == [0], "\(column)")
      }
    }
  }

  @Test(arguments: [
    (#"SELECT value FROM figures WHERE document = 'a' AND "table" = 'requests' AND row = 'new' AND "column" = 'total'"#),
    ("SELECT count(*) FROM figures WHERE status <> 'read' AND status = 'doubtful'"),
    ("SELECT * FROM requests WHERE document = 'a'"),
  ])
  func `The questions that people ask are answered by keys`(query: String) throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    let steps = try plan(of: query, in: store).map(\.step)
    // What a view made of one page is passed on.
    let made = ["SCAN line VIRTUAL TABLE", "SCAN (subquery"]
    #expect(
      !steps.contains { step in
        step.hasPrefix("SCAN") && !made.contains { step.hasPrefix($0) } || step.contains("AUTOMATIC")
      }, "\(steps)")
  }

  @Test(
    arguments: ["requests", "review", "disclosure", "statistics"].map { "SELECT * FROM \($0) LIMIT 101" }
      + [figureQuery])
  func `The first lines are there before all pages are read`(query: String) throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    let steps = try plan(of: query, in: store).filter { $0.parent == 0 }.map(\.step)
    #expect(steps.first?.hasPrefix("SCAN d USING") == true, "\(steps)")
    #expect(!steps.contains { $0.hasPrefix("CO-ROUTINE") || $0.contains("TEMP B-TREE") }, "\(steps)")
  }

  /// What SQLite does for a query; the steps of the whole have the parent 0.
  private func plan(of query: String, in store: Store) throws -> [(parent: Int, step: String)] {
    try store.read { connection in
      let steps = try connection.prepare("EXPLAIN QUERY PLAN \(query)")
      var plan: [(parent: Int, step: String)] = []
      while try steps.step() { plan.append((steps.integer(1), steps.text(3) ?? "")) }
      return plan
    }
  }

  private func texts(_ query: String, in store: Store) throws -> [String] {
    try store.read { connection in
      let rows = try connection.prepare(query)
      var texts: [String] = []
      while try rows.step() { texts.append(rows.text(0) ?? "") }
      return texts
    }
  }

  private func columns(of view: String, in store: Store) throws -> [String] {
    try store.read { try $0.prepare("SELECT * FROM \"\(view)\"").columnNames }
  }
}
