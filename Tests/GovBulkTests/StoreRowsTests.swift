import FoundationEssentials
import GovConvert
import GovWorker
import Testing

@testable import GovBulk
@testable import GovWriters

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
    let items = try Self.pages().map { path in BulkItem(id: path) { .success(.file(path)) } }
    let faults = [BulkItem(id: "none") { .success(.file("/nowhere.html")) }]
    try run(items + faults + GovBulkTests.items(["exit-1.html"]), store: store)
    for (table, query) in Self.unfolding {
      let counts = try [
        "SELECT count(*) FROM \(table)", "SELECT count(*) FROM (SELECT * FROM \(table) EXCEPT \(query))",
        "SELECT count(*) FROM (\(query) EXCEPT SELECT * FROM \(table))",
      ].map { query in try store.read { try $0.integers(query).first ?? -1 } }
      #expect(counts[0] > 0 && counts[1...] == [0, 0], "\(table): \(counts)")
    }
  }

  @Test func `The JSON comes out of the rows as it is without a store`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    let names = ["page-1.html", "page-2.html", "page-3.html"]
    let pages = try Self.pages().map { path in BulkItem(id: path) { .success(.file(path)) } }
    try run(pages + items(names), store: store) { $0.readsPictures = false }
    let lines = try exported(store, .jsonl).split(separator: "\n").sorted()
    let expected = try (pages + items(names)).map { item in
      let json = try Converter().convert(item.load().get()).bytes(as: .json)
      return String(decoding: headed(json, id: item.id).dropLast(), as: UTF8.self)
    }
    let different = zip(lines, expected.sorted()).filter { $0 != $1 }.map { $0.0.prefix(100) }
    #expect(different.isEmpty && lines.count == expected.count, "\(different)")
  }

  @Test(arguments: [
    (Figure.count(7), 1.0, false), (.count(7), 0.97, false), (.count(7), 0.987_654_321_098_765_4, true),
    (.count(7), 0.000_01, true), (.amount(Decimal(string: "4449.48") ?? 0, unit: "万元"), 1, false),
    (.amount(100, unit: ""), 1, false), (.amount(Decimal(string: "0.00001") ?? 0, unit: "元"), 1, true),
    (.amount(Decimal(string: "1234567890.12345678") ?? 0, unit: "元"), 1, true), (.statedNone("—"), 1, false),
    (.blank, 1, false), (.unreadable("78"), 0.5, false),
    (.unreadable("7\"8"), 0.5, true), (.unreadable("7\u{2028}8"), 0.5, true),
  ])
  func `A figure keeps its JSON beside its row only where SQLite would write another`(
    figure: Figure, confidence: Double, isKept: Bool
  ) throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    var conversion = try Converter().convert(.bytes(page(3), name: "page-3.html"))
    for position in conversion.report.figures.indices {
      conversion.report.figures[position].figure = figure
      conversion.report.figures[position].confidence = confidence
      if case .unreadable(let text) = figure { conversion.report.figures[position].text = text }
      conversion.report.figures[position].alternatives = [figure]
    }
    let answer = DocumentAnswer(conversion, withRows: true)
    let result = PageResult(id: "a", hash: "0", status: "complete", answer: answer, pictures: [:], seconds: 0)
    try store.commit(StoreChange(finished: [result]), options: "", run: store.beginRun(options: "", at: ""))
    let expected = headed(conversion.bytes(as: .json), id: "a")
    let isSame = try exported(store, .jsonl).utf8.elementsEqual(expected)
    #expect(isSame)
    let kept = try store.read { try $0.integers("SELECT count(json) > 0 FROM figure_rows") }
    #expect(kept == [isKept ? 1 : 0])
  }

  @Test func `A store that was filled in this process is the same`() throws {
    var options = BulkOptions()
    options.readsPictures = false
    let exports = try [workers(1) as any PageConverter, InProcessConverter()].map { converter in
      let scratch = try Scratch()
      let store = try Store(path: scratch.store)
      _ = try convert(
        items(["page-1.html", "page-2.html"]), into: store, with: converter, options: options, now: { "" },
        isInterrupted: { false }, progress: { _ in })
      return try ExportFormat.allCases.map { try exported(store, $0) }
    }
    let isSame = exports[0] == exports[1]
    #expect(isSame)
  }

  /// The paths of whole pages.
  static func pages() throws -> [String] {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let pages = ["/\(folder)/Fixtures/pages", "/\(folder)/Fixtures/pages/drawn"].flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".html") }
        .map { "\(folder)/\($0)" }
    }
    try #require(pages.count > 2)
    return pages
  }

  @Test func `Rows that no table can hold are passed over; the page is saved`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    var job = DocumentJob(name: "page-3.html", bytes: page(3))
    job.wantsRows = true
    var answer = try workers(1).convert(job, resources: NoResources())
    let count = answer.rows.tables.count { $0 == .figures }
    try #require(count > 1)
    let honest = answer.rows
    answer.rows = PackedRows()
    answer.rows.begin(.figures)
    for text in ["review", nil, "", "", "", "99", "", "", "", "", "", "no number", "", "", nil] {
      answer.rows.add(text)
    }
    // Only the first may become a part of more JSON.
    let deep = String(repeating: "[", count: 2000) + String(repeating: "]", count: 2000)
    for (number, origin) in ["{}", "{}\0", deep, "1],[2"].enumerated() {
      answer.rows.begin(.figures)
      let place = ["review", "a", "b", "", "", "\(90 + number)"]
      for text in place + ["count", "7", nil, nil, "read", "1", origin, nil, nil] { answer.rows.add(text) }
    }
    for _ in 0..<2 { answer.rows.add(honest) }
    let result = PageResult(id: "a", hash: "0", status: "complete", answer: answer, pictures: [:], seconds: 0)
    try store.commit(StoreChange(finished: [result]), options: "", run: store.beginRun(options: "", at: ""))
    let saved = try store.read { try $0.integers("SELECT count(*) FROM figures") }
    #expect(saved == [count + 1])
    #expect(try exported(store, .jsonl).hasPrefix(#"{"id":"a","#))
  }
}
