import FoundationEssentials
import GRDB
import GovConvert
import GovWorker
import Testing

@testable import GovBulk

/// The rows come from the worker beside the JSON; here they are made of the JSON itself, by SQL.
@Suite struct StoreRowsTests {
  private static let unfolding = [
    (
      "figures",
      """
      SELECT d.id, f.value ->> 'table', f.value ->> 'row', f.value ->> 'column', f.value ->> 'kind',
        CAST(f.value ->> 'value' AS NUMERIC), f.value ->> 'unit', f.value ->> 'text', f.value ->> 'status',
        f.value ->> 'confidence', f.value ->> 'label', f.value ->> 'columnLabel', f.value -> 'origin',
        f.value -> 'alternatives', f.key, NULL
      FROM documents d, json_each(d.json, '$.report.figures') f
      """
    ),
    (
      "findings",
      """
      SELECT d.id, f.key, f.value ->> 'severity', f.value ->> 'code', f.value ->> 'message', f.value -> 'origin'
      FROM documents d, json_each(d.json, '$.findings') f
      """
    ),
    (
      "edits",
      """
      SELECT d.id, b.key, e.value ->> 'pass', count(*)
      FROM documents d, json_each(d.json, '$.blocks') b, json_tree(b.value) t, json_each(t.value) e
      WHERE t.key = 'edits' AND t.type = 'array' GROUP BY d.id, b.key, e.value ->> 'pass'
      """
    ),
    (
      "(SELECT id, source, status, code, signal, stage, message, title, agency, year, form FROM documents)",
      """
      SELECT id, json ->> '$.source.format', json ->> '$.status', json ->> '$.error.code', json ->> '$.error.signal',
        json ->> '$.error.stage', json ->> '$.error.message', json ->> '$.metadata.title',
        coalesce(json ->> '$.report.agency', json ->> '$.metadata.agency'),
        coalesce(json ->> '$.report.year', json ->> '$.metadata.year'), json ->> '$.report.form' FROM documents
      """
    ),
  ]

  @Test func `The tables say what the JSON says`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let pages = ["/\(folder)/Fixtures/pages", "/\(folder)/Fixtures/pages/drawn"].flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".html") }
        .map { "\(folder)/\($0)" }
    }
    try #require(pages.count > 2)
    let items = pages.map { path in BulkItem(id: path) { .success(.file(path)) } }
    let faults = [BulkItem(id: "none") { .success(.file("/nowhere.html")) }]
    try run(items + faults + GovBulkTests.items(["exit-1.html"]), store: store)
    for (table, query) in Self.unfolding {
      let counts = try store.read { database in
        try [
          "SELECT count(*) FROM \(table)", "SELECT count(*) FROM (SELECT * FROM \(table) EXCEPT \(query))",
          "SELECT count(*) FROM (\(query) EXCEPT SELECT * FROM \(table))",
        ].map { try Int.fetchOne(database, sql: $0) ?? -1 }
      }
      #expect(counts[0] > 0 && counts[1...] == [0, 0], "\(table): \(counts)")
    }
  }

  @Test func `Rows that no table can hold are passed over; the page is saved`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    var job = DocumentJob(name: "page-3.html", bytes: page(3))
    job.wantsRows = true
    var answer = try workers(1).convert(job, resources: NoResources())
    let count = answer.rows.figures.count
    try #require(count > 1)
    answer.rows.figures += answer.rows.figures
    answer.rows.figures[0].confidence = .nan
    let result = PageResult(id: "a", hash: "0", status: "complete", answer: answer, pictures: [:], seconds: 0)
    try store.commit(StoreChange(finished: [result]), options: "", run: store.beginRun(options: "", at: ""))
    let saved = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM figures") }
    #expect(saved == count)
  }
}
