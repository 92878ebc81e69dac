import FoundationEssentials
import GovConvert
import TestSupport
import Testing

@testable import GovBulk

@Suite struct StoreTests {
  @Test func `A store has one writer, and any number of readers`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    #expect(throws: StoreError.locked) { try Store(path: scratch.store) }
    try run(items(["page-1.html"]), store: store)
    #expect(try exported(Store.reading(path: scratch.store), .jsonl) == exported(store, .jsonl))
    #expect(throws: StoreError.self) { try Store.reading(path: "/nowhere.sqlite") }
  }

  @Test func `Another program's file is refused and left as it is`() throws {
    let scratch = try Scratch()
    do {
      let other = try Connection(path: scratch.store, readsOnly: false, patience: 0)
      try other.execute("CREATE TABLE notes(text)")
    }
    let before = try Data(contentsOf: URL(filePath: scratch.store))
    #expect(throws: StoreError.self) { try Store(path: scratch.store) }
    #expect(try Data(contentsOf: URL(filePath: scratch.store)) == before)
  }

  @Test func `A store of another version is refused with its number`() throws {
    let scratch = try Scratch()
    do {
      let older = try Connection(path: scratch.store, readsOnly: false, patience: 0)
      try older.execute("CREATE TABLE runs(id); CREATE TABLE attempts(document); PRAGMA user_version = 2")
    }
    for open in [{ try Store(path: $0) }, { try Store.reading(path: $0) }] as [(String) throws -> Store] {
      let error = #expect(throws: StoreError.self) { try open(scratch.store) }
      #expect("\(error as Any)".contains("of version 2, and this govconvert makes version 3"))
    }
  }

  @Test func `A new store has large pages and a log`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    #expect(try store.read { try $0.integers("PRAGMA page_size") } == [8192])
    #expect(try store.read { try $0.integers("SELECT journal_mode = 'wal' FROM pragma_journal_mode") } == [1])
  }

  @Test func `A person's values carry their status, keep the original, and survive`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    let pages = items(["page-3.html"])
    try run(pages, store: store)
    let csv = try exported(store, .csv).split(separator: "\r\n")
    try #require(csv.contains { $0.contains(",review,reconsideration,upheld,") && $0.contains(",count,0,") })
    let corrections = try readCorrections(
      Array(
        """
        \u{FEFF}document,table,row,column,value,name\r
        page-3.html,review,reconsideration,upheld,"1,004",李\r
        page-3.html,review,reconsideration,total,,\r
        page-9.html,review,reconsideration,total,5,李\r\n
        """.utf8))
    #expect(corrections.count == 2)
    #expect(try store.add(corrections) == 1)
    for _ in 0..<2 {
      let line = try exported(store, .csv).split(separator: "\r\n").first { $0.contains("reconsideration,upheld") }
      #expect(line?.contains(",count,1004,,\"1,004\",corrected,1") == true, "\(line ?? "")")
      let json = try exported(store, .jsonl)
      // The keys stand in the order of every other figure.
      let head = #""row":"reconsideration","column":"upheld","kind":"count","value":1004,"text":"1,004","#
      let tail = #""status":"corrected","confidence":1.0,"alternatives":[],"label":"#
      #expect(json.contains(head + tail) && json.contains(#","original":{"kind":"count","value":0,"text":"#), "\(json)")
      try run(pages, store: store) { $0.isForced = true }
    }
  }

  @Test(arguments: [("12", "count"), ("4.5", "amount"), ("无", "statedNone"), ("", "blank"), ("?", "unreadable")])
  func `An export with corrections follows the schema of the JSON`(value: String, kind: String) throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    try run(items(["page-3.html", "exit-1.html"]), store: store)
    let place = (document: "page-3.html", table: "review", row: "reconsideration", column: "upheld")
    for text in ["无", value, "7", value] {
      let correction = Correction(
        document: place.document, table: place.table, row: place.row, column: place.column, value: text, name: "李")
      #expect(try store.add([correction]) == 1)
    }
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let schema = try JSONSchema(
      parsing: Array(Data(contentsOf: URL(filePath: "/\(folder)/Sources/GovWriters/JSON/govconvert-1.schema.json"))))
    let lines = try exported(store, .jsonl).split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
    #expect(lines.map { schema.errors(in: $0) } == [[], []])
    let figure = lines[1]["report"]?["figures"]?.items?.first { $0["column"] == .string(place.column) }
    #expect(figure?["kind"] == .string(kind) && figure?["original"]?["value"]?.number == 0, "\(figure ?? .null)")
  }

  @Test(arguments: [
    "UPDATE figure_rows SET value = 'x'", "UPDATE figure_rows SET kind = '\"'", "UPDATE document_rows SET json = '{'",
  ])
  func `A correction of what a hostile worker sent is no error`(damage: String) throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    try run(items(["page-3.html"]), store: store)
    try store.write { try $0.execute(damage) }
    let correction = Correction(
      document: "page-3.html", table: "review", row: "reconsideration", column: "upheld", value: "7", name: "李")
    #expect(try store.add([correction]) == 1)
    #expect(try exported(store, .jsonl).hasPrefix(#"{"id":"page-3.html","#))
  }

  @Test func `Cells and labels that no page has any more go at the end of a run`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    try run(items(["page-3.html"]), store: store)
    let counts = { (query: String) in try store.read { try $0.integers("SELECT count(*) FROM \(query)") } }
    let before = try (counts("cells"), counts("labels"), counts("figures"))
    try #require(before.0 != [0] && before.1 != [0])
    let other = BulkItem(id: "page-3.html") { .success(.bytes(Array("无表".utf8), name: "page-3.html")) }
    // What the other page has stays.
    try run(items(["page-0.html"]) + [other], store: store)
    #expect(try counts("figures") == before.2)
    #expect(try counts("cells") == before.0)
    try run([BulkItem(id: "page-0.html", load: other.load)], store: store)
    #expect(try (counts("cells"), counts("labels")) == ([0], [0]))
    try run(items(["page-0.html"]), store: store)
    #expect(try counts("figures") == before.2)
  }

  @Test func `What few pages leave stays until many are replaced`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    let blank = (0..<20).map { number in
      BulkItem(id: "\(number).html") { .success(.bytes(Array("无表".utf8), name: "blank.html")) }
    }
    let count = { try store.read { try $0.integers("SELECT count(*) FROM cells") } }
    try run(items(["page-3.html"]) + blank, store: store)
    try #require(count() != [0])
    try run([BulkItem(id: "page-3.html", load: blank[0].load)], store: store)
    #expect(try count() != [0])
    try run([blank[0]], store: store) { $0.isForced = true }
    #expect(try count() == [0])
  }

  @Test func `A correction finds a page whose name a spreadsheet would run`() throws {
    let scratch = try Scratch()
    let store = try Store(path: scratch.store)
    let names = ["=1+page-1.html", "'=page-2.html", "-5"]
    try run(items(names), store: store)
    let line = "review,reconsideration,upheld,7,李\n"
    let lines = try exported(store, .csv).split(separator: "\r\n")
    let documents = Set(lines.dropFirst().map { $0.prefix { $0 != "," } })
    #expect(documents == ["'=1+page-1.html", "''=page-2.html", "-5"])
    let csv = "document,table,row,column,value,name\n" + documents.sorted().map { "\($0),\(line)" }.joined()
    #expect(try store.add(readCorrections(Array(csv.utf8))) == 3)
  }

  @Test func `Corrections without a needed column are refused`() {
    #expect(throws: StoreError.self) { try readCorrections(Array("document,table\n".utf8)) }
    #expect((try? readCorrections([]))?.isEmpty == true)
  }
}
