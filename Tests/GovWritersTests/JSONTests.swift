import FoundationEssentials
import GovDocument
import GovReport
import GovWriters
import TestSupport
import Testing

@Suite("The JSON is a contract")
struct JSONTests {
  private func schema() throws -> JSONSchema {
    let file =
      "\(#filePath.dropLast("Tests/GovWritersTests/JSONTests.swift".count))"
      + "Sources/GovWriters/JSON/govconvert-1.schema.json"
    return try JSONSchema(parsing: Array(Data(contentsOf: URL(filePath: file))))
  }

  @Test("Everything that can be said follows the schema")
  func everything() throws {
    let bytes = write(try fullDocument(), report: try fullReport(), as: .json)
    #expect(try schema().errors(in: JSONValue(parsing: bytes)) == [])
  }

  @Test("A page without anything follows the schema and has failed")
  func nothing() throws {
    let value = try JSONValue(parsing: write(document([]), report: Report(), as: .json))
    #expect(try schema().errors(in: value) == [])
    #expect(value["status"] == .string("failed"))
  }

  @Test("An input that could not be read follows the schema", arguments: [nil, 11])
  func failure(signal: Int?) throws {
    let error = ConversionError(
      name: "a\u{1B}.html", format: signal == nil ? nil : .html, code: .init(rawValue: "input-not-found"),
      signal: signal, stage: .open, message: "no such file")
    #expect(try schema().errors(in: JSONValue(parsing: json(error))) == [])
  }

  @Test(
    "The schema refuses what the contract does not have",
    arguments: [
      (#"{"schema":"govconvert/1"}"#, "missing"),
      (#"{"schema":"govconvert/2","tool":"t","status":"failed","source":{"name":"n"},"error":{}}"#, "is not"),
      (#"{"x":1}"#, "is not in the schema"),
    ])
  func refused(text: String, reason: String) throws {
    let errors = try schema().errors(in: JSONValue(parsing: Array(text.utf8)))
    #expect(errors.contains { $0.contains(reason) })
  }

  @Test("Keys stand in the order of the contract, absent ones are absent")
  func order() throws {
    let text = String(decoding: write(try fullDocument(), report: try fullReport(), as: .json), as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"schema":"govconvert/1","tool":"\#(Tool.name)","status":"partial","source":{"name":"page.html","#))
    #expect(
      text.contains(
        #"{"type":"heading","level":2,"text":"規范","origin":{"line":3},"edits":[{"pass":"injected-pinyin","start":1,"#
          + #""end":6,"before":"(guī)","after":""}]},{"type":"paragraph","text":"正文","origin":{"line":1}}"#))
    #expect(
      text.contains(
        #"{"row":0,"column":1,"rowSpan":1,"columnSpan":1,"text":"5","status":"doubtful","confidence":0.98,"candidates":"#
          + #"[{"text":"5","confidence":0.98,"reader":"eng"}],"origin":{"box":[12,40,298,56]}}"#))
    #expect(text.contains(#""kind":"amount","value":4449.48,"unit":"万元","text":"4449.48万元""#))
    #expect(text.contains(#""kind":"statedNone","text":"无""#))
    #expect(text.contains(#""kind":"unreadable","value":null,"text":"""#))
    #expect(text.contains(#"{"severity":"note","code":"left-out","message":"footer","origin":{},"figures":[]}"#))
    #expect(text.hasSuffix("}\n") && !text.dropLast().contains("\n"))
  }

  @Test(
    "Any text comes back as it was",
    arguments: [
      "\"\\/\u{8}\u{C}\n\r\t", "\u{0}\u{1}\u{1F}\u{7F}", "\u{80}\u{9F}é\u{2028}\u{2029}’", "𠮷👍🏽", "",
    ])
  func roundTrip(text: String) throws {
    let bytes = write(document([.paragraph(prose(text))]), report: Report(), as: .json)
    let value = try JSONValue(parsing: bytes)
    #expect(value["blocks"]?.items?.first?["text"] == .string(text))
    #expect(!bytes.dropLast().contains { $0 < 0x20 || $0 == 0x7F })
    #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { (0x80...0x9F).contains($0.value) })
  }
}
