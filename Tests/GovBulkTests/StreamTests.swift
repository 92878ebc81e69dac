import FoundationEssentials
import GovConvert
import Synchronization
import Testing

@testable import GovBulk

@Suite struct StreamTests {
  private func streamed(_ lines: [String], jobs: Int = 3) throws -> (lines: [String], summary: StreamSummary) {
    let out = Mutex<[String]>([])
    var rest = lines[...]
    let summary = stream(
      with: try workers(jobs), options: BulkOptions(), next: { rest.popFirst().map { Array($0.utf8) } },
      write: { line in out.withLock { $0.append(String(decoding: line, as: UTF8.self)) } })
    return (out.withLock { $0 }, summary)
  }

  @Test func `One line out per line in, in order, whatever comes`() throws {
    var lines = (0..<40).map { "{\"id\":\"n\($0)\",\"html\":\"<h1>报告</h1><p>第\($0)页有申请\($0)件。</p>\"}" }
    lines[3] = "no json"
    lines[7] = "{\"id\":\"two\",\"html\":\"\",\"text\":\"\"}"
    lines[11] = "{\"id\":\"gone\",\"path\":\"nowhere/page.html\"}"
    lines[19] = "{\"id\":\"segfault-1\",\"text\":\"甲\"}"
    lines[23] = ""
    lines[29] = "{\"id\":42,\"html_b64\":\"PHA+YWJjPC9wPg==\",\"images\":{\"a.png\":\"AAAA\"}}"
    let (out, summary) = try streamed(lines)
    #expect(out.count == 40)
    for (number, line) in out.enumerated() {
      #expect(line.hasPrefix("{\"seq\":\(number),") && line.hasSuffix("}\n"))
    }
    #expect(out[5].hasPrefix("{\"seq\":5,\"id\":\"n5\",\"schema\":\"govconvert/1\""))
    #expect(out[29].hasPrefix("{\"seq\":29,\"id\":\"42\","))
    for (number, code) in [(3, "bad-record"), (7, "bad-record"), (11, "input-not-found"), (19, "worker-crash")] {
      #expect(out[number].contains("\"code\":\"\(code)\""), "\(out[number])")
    }
    #expect(summary.records == 40)
    #expect(summary.failed == 5)
  }

  @Test func `Pictures that come in the line are found by their name`() throws {
    let line = """
      {"id":"p","html":"<h1>某局政府信息公开工作年度报告</h1><p>如下。</p><p><img src='pics/a.png' alt='表'></p><p>完。</p>",\
      "images":{"a.png":"d2VsbA=="}}
      """
    #expect(try streamed([line]).lines[0].contains("\"well "))
  }

  @Test func `A line that is too long is not read`() throws {
    let scratch = try Scratch()
    let path = "\(scratch.path)/in.jsonl"
    let line = "{\"id\":\"n\",\"text\":\"甲\"}"
    try Data("\(line)\n\(line) \n".utf8).write(to: URL(filePath: path))
    let file = try LinesFile(path, longest: line.utf8.count)
    #expect(try file.input(of: 0).name == "n")
    let error = #expect(throws: ConversionError.self) { try file.input(of: 1) }
    #expect(error?.code == .badRecord)
  }

  @Test(arguments: [
    #"{"id":"a\u0000b","text":""}"#, #" { "text" : "\"id\":1" , "id" : 42 } "#,
    #"{"images":{"id":"x","b":"}]\\\""},"id":"丙","text":""}"#,
    #"{"id":null,"text":""}"#, #"{"text":"x"}"#, #"{"idx":"a","id" :"b\\" ,"text":""}"#, #"{"id":[1],"text":""}"#,
  ])
  func `The identifier is found without the rest of the line`(line: String) {
    #expect(recordIdentifier(Array(line.utf8)) == (try? RecordLine(Array(line.utf8)))?.id)
  }

  @Test(arguments: ["", "{", "junk", "{\"id", "{\"id\"", "{\"id\":", "{\"id\":\"a", "[\"id\"]", "{\"a\":[", "{\"a\\"])
  func `A damaged line has no identifier`(line: String) {
    #expect(recordIdentifier(Array(line.utf8)) == nil)
  }
}
