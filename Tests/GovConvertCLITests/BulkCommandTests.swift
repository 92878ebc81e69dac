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
    #expect(lines.first?.hasSuffix("\"id\":\"a.html\"}") == true && lines.last?.hasSuffix("\"id\":\"b/c.html\"}") == true)
    let csv = try govconvert("export", "s.sqlite", "--to", "csv", "--bom", in: folder)
    #expect(csv.output.hasPrefix("\u{FEFF}document,agency,year,form,table,"))
  }

  @Test("JSON lines in a file are pages; a line that is none is a failed one")
  func lines() throws {
    let folder = try ScratchFolder()
    try folder.write("{\"id\":\"甲\",\"text\":\"本年新收申请7件。\"}\njunk\n", to: "in.jsonl")
    let outcome = try govconvert("bulk", "in.jsonl", "--store", "s.sqlite", in: folder)
    #expect(outcome.exit == 3)
    #expect(outcome.errors.hasPrefix("2 of 2 pages: 1 complete, 0 partial, 1 failed"))
    let export = try govconvert("export", "s.sqlite", "--to", "jsonl", in: folder).output
    #expect(export.contains("\"id\":\"in.jsonl!甲\"") && export.contains("\"code\":\"bad-record\""))
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
    let head = try shell("yes '\(line)' 2>/dev/null | timeout 20 govconvert stream 2>/dev/null | head -1", in: folder)
    #expect(head.output.split(separator: "\n").count == 1)
  }
}
