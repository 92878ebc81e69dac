import TestSupport
import Testing

@Suite("Bulk, stream and the export of a store")
struct BulkCommandTests {
  @Test("A folder with an archive goes into a store; a second run finds nothing to do")
  func bulk() throws {
    let folder = try ScratchFolder()
    try folder.write(page(), to: "in/a.html")
    try folder.write(page("乙"), to: "in/b/c.html")
    let first = try govconvert("bulk", "in", "--store", "s.sqlite", "--ocr", "none", in: folder)
    #expect(first.exit == 0, "\(first.errors)")
    #expect(first.output.isEmpty)
    #expect(first.errors.hasPrefix("2 of 2 pages: 2 complete, 0 partial, 0 failed, 0 unchanged\n"))
    let second = try govconvert("bulk", "in", "--store", "s.sqlite", "--ocr", "none", in: folder)
    #expect(second.errors.hasPrefix("2 of 2 pages: 0 complete, 0 partial, 0 failed, 2 unchanged\n"))
    let lines = try govconvert("export", "s.sqlite", "--to", "jsonl", in: folder).output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("{\"id\":\"a.html\",\"schema\":") == true)
    #expect(lines.last?.hasPrefix("{\"id\":\"b/c.html\",\"schema\":") == true)
    #expect(!second.errors.contains("other pages"))
    let renamed = try govconvert("bulk", "in", "in/b", "--store", "s.sqlite", "--ocr", "none", in: folder)
    #expect(renamed.errors.contains("\n  the store has 2 other pages; a page is page.html below one input, "))
    let csv = try govconvert("export", "s.sqlite", "--to", "csv", "--bom", in: folder)
    #expect(csv.output.hasPrefix("\u{FEFF}document,agency,year,form,table,"))
  }

  @Test("A name that nothing has is told, and the other pages are converted")
  func missingInput() throws {
    let folder = try ScratchFolder()
    try folder.write(page(), to: "a.html")
    let outcome = try govconvert("bulk", "nowhere", "a.html", "--store", "s.sqlite", "--ocr", "none", in: folder)
    #expect(outcome.exit == 3)
    #expect(
      outcome.errors.hasPrefix("nowhere: failed: no such file: check the name\n2 of 2 pages: 1 complete"),
      "\(outcome.errors)")
  }

  @Test(
    "A store that cannot be made or used is told in one line, with its name and what to do",
    arguments: [
      ("none/s.sqlite", "its folder does not exist: make that"), ("a.html/s.sqlite", "its folder does not exist"),
      ("in", "it is a folder"), ("a.html", "it is no store: name another file"),
    ])
  func unusableStore(path: String, reason: String) throws {
    let folder = try ScratchFolder()
    try folder.write(page(), to: "in/a.html")
    try folder.write(page(), to: "a.html")
    let outcome = try govconvert("bulk", "in", "--store", path, "--ocr", "none", in: folder)
    #expect(outcome.exit == 3)
    #expect(outcome.errors.hasPrefix("govconvert: the store cannot be used: \(path): \(reason)"), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test("JSON lines in a file are pages; a line that is none is a failed one")
  func lines() throws {
    let folder = try ScratchFolder()
    try folder.write("{\"id\":\"甲\",\"text\":\"本年新收申请7件。\"}\njunk\n", to: "in.jsonl")
    let outcome = try govconvert("bulk", "in.jsonl", "--store", "s.sqlite", in: folder)
    #expect(outcome.exit == 3)
    #expect(outcome.errors.hasPrefix("2 of 2 pages: 1 complete, 0 partial, 1 failed"))
    let again = try govconvert("bulk", "in.jsonl", "--store", "s.sqlite", in: folder)
    #expect(again.exit == 3)
    #expect(again.errors.contains("2 unchanged\n  1 of the unchanged had failed; --retry-errors does them again\n"))
    let export = try govconvert("export", "s.sqlite", "--to", "jsonl", in: folder).output
    #expect(export.contains("\"id\":\"in.jsonl!甲\"") && export.contains("\"code\":\"bad-record\""))
  }

  @Test("A line's path names a file below the folder of the lines, or below another that is named")
  func pathOfLine() throws {
    let folder = try ScratchFolder()
    try folder.write(page(), to: "a.html")
    try folder.write(page(), to: "in/b.html")
    try folder.write("", to: "in/link/keep")
    let paths = ["b.html", "./b.html", "../a.html", "\(folder.path)/a.html", "link/a.html", "none.html"]
    try folder.write(paths.map { "{\"id\":\"\($0)\",\"path\":\"\($0)\"}\n" }.joined(), to: "in/in.jsonl")
    _ = try shell("ln -s ../../a.html in/link/a.html", in: folder)
    let inside = try govconvert("bulk", "in/in.jsonl", "--store", "s.sqlite", "--ocr", "none", in: folder)
    #expect(inside.errors.hasPrefix("6 of 6 pages: 2 complete, 0 partial, 4 failed"), "\(inside.errors)")
    let export = try govconvert("export", "s.sqlite", "--to", "jsonl", in: folder).output.split(separator: "\n")
    #expect(export.count { $0.contains("\"bad-record\"") && $0.contains("--path-root") } == 3)
    #expect(export.count { $0.contains("\"input-not-found\"") } == 1)
    let named = try govconvert(
      "bulk", "in/in.jsonl", "--store", "t.sqlite", "--ocr", "none", "--path-root", "/", in: folder)
    #expect(named.errors.contains("1 complete"), "\(named.errors)")
    let stream = try shell(
      "govconvert stream --ocr none <in/in.jsonl; govconvert stream --ocr none --path-root in <in/in.jsonl", in: folder)
    #expect(stream.output.split(separator: "\n").count { $0.contains("\"complete\"") } == 1 + 2)
    // An empty folder is no way to `/`.
    try folder.write("{\"path\":\"\(folder.path.dropFirst())/a.html\"}\n", to: "out.jsonl")
    let unset = try shell("govconvert stream --ocr none --path-root '' <out.jsonl", in: folder)
    #expect(unset.output.contains("\"input-not-found\""), "\(unset.output)")
  }

  @Test("Pages under the same identifier are all kept, also when one is called as a second one would be")
  func sameIdentifiers() throws {
    let folder = try ScratchFolder()
    let lines = ["甲", "甲", "甲#2", "甲"].map { "{\"id\":\"\($0)\",\"text\":\"本年新收申请7件。\"}\n" }
    try folder.write(lines.joined(), to: "in.jsonl")
    #expect(try govconvert("bulk", "in.jsonl", "--store", "s.sqlite", in: folder).exit == 0)
    let ids = try shell("govconvert export s.sqlite --to jsonl | cut -d, -f1 | cut -d! -f2", in: folder).output
    #expect(ids == "甲\"\n甲#2\"\n甲#2#2\"\n甲#3\"\n")
  }

  @Test("stream works with an empty environment, in the root folder, without standard error")
  func stream() throws {
    let folder = try ScratchFolder()
    try folder.write("{\"id\":1,\"text\":\"本年新收申请7件。\"}\n\n", to: "in.jsonl")
    let outcome = try shell(
      "input=$PWD/in.jsonl; program=$(command -v govconvert); cd /; env -i $program stream <$input 2>&-", in: folder)
    #expect(outcome.exit == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("{\"seq\":0,\"id\":\"1\",\"schema\":\"govconvert/1\"") == true)
    #expect(lines.last?.contains("\"bad-record\"") == true)
  }

  @Test("The last line of standard error is a summary; a reader that goes away ends the stream")
  func ends() throws {
    let folder = try ScratchFolder()
    let line = "{\"id\":1,\"text\":\"本年新收申请7件。\"}"
    let whole = try shell("echo '\(line)' | govconvert stream >/dev/null", in: folder)
    #expect(whole.errors == "{\"records\":1,\"complete\":1,\"partial\":0,\"failed\":0}\n")
    let head = try shell("yes '\(line)' 2>/dev/null | timeout 100 govconvert stream 2>/dev/null | head -1", in: folder)
    #expect(head.output.split(separator: "\n").count == 1)
  }

  @Test("A list names pages on lines, or with NUL between them, in a file or on standard input")
  func list() throws {
    let folder = try ScratchFolder()
    for name in ["a.html", "b\nc.html", "d/e.html"] { try folder.write(page(name), to: "in/\(name)") }
    try folder.write("{\"id\":\"甲\",\"text\":\"本年新收申请7件。\"}\n", to: "in.jsonl")
    let lines = try shell(
      "printf 'in/a.html\\n\\nin/d\\nin.jsonl\\n' | govconvert bulk --list - --store s.sqlite --ocr none", in: folder)
    #expect(lines.errors.hasPrefix("3 of 3 pages: 3 complete"), "\(lines.errors)")
    let ids = try shell("govconvert export s.sqlite --to jsonl | cut -d, -f1", in: folder).output
    #expect(ids == "{\"id\":\"in.jsonl!甲\"\n{\"id\":\"in/a.html\"\n{\"id\":\"in/d/e.html\"\n")
    let zero = try shell(
      "find in -name '*.html' -print0 > z; govconvert --list z --format json --ocr none | wc -l", in: folder)
    #expect(zero.output.trimmingPrefix { $0 == " " } == "3\n")
    let missing = try govconvert("--list", "nowhere", in: folder)
    #expect(missing.exit == 3 && missing.errors.contains("nowhere: failed"))
  }

  @Test("A control character in an identifier becomes a sign, so that a correction finds its page again")
  func controlCharacters() throws {
    let folder = try ScratchFolder()
    try folder.write(
      #"{"id":"a\u0000b","text":"本年新收申请7件。"}"# + "\n" + #"{"id":"a\u2400b","text":"本年新收申请8件。"}"# + "\n", to: "in.jsonl")
    #expect(try govconvert("bulk", "in.jsonl", "--store", "s.sqlite", in: folder).exit == 0)
    let ids = try shell("govconvert export s.sqlite --to jsonl | cut -d, -f1 | cut -d! -f2", in: folder).output
    #expect(ids == "a\u{2400}b\"\na\u{2400}b#2\"\n")
  }

  @Test("Without its worker bulk ends at once with one line; stream ends too and says so")
  func noWorker() throws {
    let folder = try ScratchFolder()
    for number in 0..<20 { try folder.write(page("\(number)"), to: "in/\(number).html") }
    try folder.write(String(repeating: "{\"id\":1,\"text\":\"本年新收申请7件。\"}\n", count: 500), to: "in.jsonl")
    let bulk = try shell(
      "cp $(command -v govconvert) alone; ./alone bulk in --store s.sqlite --ocr none", in: folder)
    #expect(bulk.exit == 3 && bulk.output.isEmpty)
    #expect(bulk.errors.hasPrefix("govconvert: ") && bulk.errors.contains("govconvert-worker could not be started"))
    #expect(bulk.errors.hasSuffix("wait for the next run\n") && bulk.errors.split(separator: "\n").count == 1)
    #expect(
      try govconvert("bulk", "in", "--store", "s.sqlite", "--ocr", "none", in: folder).errors.contains("20 complete"))
    let stream = try shell("./alone stream <in.jsonl", in: folder)
    #expect(stream.exit == 3 && stream.output.split(separator: "\n").count <= 32)
    #expect(stream.errors.contains("could not be started") && stream.errors.hasSuffix("}\n"))
  }

  @Test("JSON lines are pages of convert too")
  func convertLines() throws {
    let folder = try ScratchFolder()
    try folder.write("{\"id\":\"甲\",\"text\":\"本年新收申请7件。\"}\njunk\n", to: "in.jsonl")
    let outcome = try govconvert("in.jsonl", "--format", "json", in: folder)
    #expect(outcome.exit == 3)
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(outcome.output.contains("本年新收申请7件。") && outcome.output.contains("\"bad-record\""))
    #expect(try govconvert("in.jsonl", "--output", "out/", in: folder).exit == 3)
    #expect(try folder.read("out/in.jsonl/甲.md").contains("7"))
  }

  @Test("A store that another process writes to is refused at once")
  func locked() throws {
    let folder = try ScratchFolder()
    try folder.write(page(), to: "in/a.html")
    let outcome = try shell("flock s.sqlite govconvert bulk in --store s.sqlite --ocr none", in: folder)
    #expect(outcome.exit == 4)
    #expect(outcome.errors.contains("the store is locked"))
    #expect(try shell("govconvert bulk in --store s.sqlite --ocr none", in: folder).exit == 0)
  }

  @Test("A file system without room ends the run; what was in work is not held against it", .enabled(if: canMount()))
  func diskFullForReal() throws {
    let folder = try ScratchFolder()
    for number in 0..<150 { try folder.write(page("\(number)"), to: "in/\(number).html") }
    let outcome = try shell(
      """
      mkdir disk
      unshare -rm sh -c 'mount -t tmpfs -o size=1800k tmpfs disk; govconvert bulk in --store disk/s.sqlite --ocr none
        echo $?; cp disk/* .'
      govconvert export s.sqlite --to jsonl | wc -l
      python3 -c 'import sqlite3; print(sqlite3.connect("s.sqlite").execute("select count(*) from attempts").fetchone()[0])'
      """, in: folder)
    let numbers = outcome.output.split(separator: "\n").map { Int($0.filter(\.isNumber)) }
    #expect(numbers.count == 3 && numbers.first == 5 && numbers.last == 0, "\(outcome.output)\(outcome.errors)")
    #expect((1..<150).contains(numbers.dropFirst().first.flatMap { $0 } ?? 0))
  }

  /// A limit on the size of files stands for a full disk: it needs no file system of its own.
  @Test("When the disk is full the run ends, the store is whole, and the next run goes on")
  func diskFull() throws {
    let folder = try ScratchFolder()
    for number in 0..<150 { try folder.write(page("\(number)"), to: "in/\(number).html") }
    let full = try shell("ulimit -f 500; govconvert bulk in --store s.sqlite --ocr none", in: folder)
    #expect(full.exit == 5, "\(full.errors)")
    #expect(full.errors.contains("the disk is full"))
    let saved = try govconvert("export", "s.sqlite", "--to", "jsonl", in: folder)
    #expect(saved.exit == 0)
    let count = saved.output.split(separator: "\n").count
    #expect((1..<150).contains(count))
    let next = try govconvert("bulk", "in", "--store", "s.sqlite", "--ocr", "none", in: folder)
    #expect(next.errors.hasPrefix("150 of 150 pages: \(150 - count) complete, 0 partial, 0 failed, \(count) unchanged"))
  }
}

/// Whether this user may mount a file system in a name space of its own.
private func canMount() -> Bool {
  (try? shell("unshare -rm mount -t tmpfs tmpfs .", in: ScratchFolder()).exit == 0) ?? false
}
