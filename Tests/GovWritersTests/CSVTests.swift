import GovDocument
import GovReport
import GovWriters
import Testing

@Suite("CSV is safe to open and alters no number")
struct CSVTests {
  private func field(_ text: String, options: WriterOptions = WriterOptions()) throws -> String {
    let tables = csvTables(document([.table(try table([[text]]))]), options: options)
    return String(decoding: try #require(tables.first), as: UTF8.self)
  }

  @Test(
    "Text that a spreadsheet would run is disarmed",
    arguments: [
      ("=1+1", "'=1+1"), ("+cmd|x", "'+cmd|x"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), (" =1", "' =1"),
      ("\t=1", "'\t=1"), ("＝1", "'＝1"), ("－A1", "'－A1"), ("＠x", "'＠x"), ("-(1)", "'-(1)"), ("+", "'+"),
    ])
  func formulas(text: String, expected: String) throws {
    #expect(try field(text) == expected + "\r\n")
    var open = WriterOptions()
    open.isFormulaSafe = false
    #expect(try field(text, options: open) == text + "\r\n")
  }

  @Test(
    "Numbers, and dashes that stand for none, stay",
    arguments: ["-68", "+5", "-1.5", "-12%", "-", "----", "0", "", "无"])
  func numbers(text: String) throws {
    #expect(try field(text) == text + "\r\n")
  }

  @Test(
    "What a field is without its guard is the text, apostrophes of its own included",
    arguments: ["=1", "'=1", "''-a", "'it", "'", "", "-68", "'-68", "x=1"])
  func guards(text: String) {
    var field: [UInt8] = []
    appendField(text, isFormulaSafe: true, to: &field)
    #expect(withoutGuard(String(decoding: field, as: UTF8.self)) == text)
  }

  @Test(
    "RFC 4180 quoting",
    arguments: [
      ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("-1,234", "\"-1,234\""),
      ("a\u{1B}b\u{85}c", "abc"),
      ("=\"x\"", "\"'=\"\"x\"\"\""),
    ])
  func quoting(text: String, expected: String) throws {
    #expect(try field(text) == expected + "\r\n")
  }

  @Test("One list has a record per cell and one header")
  func list() throws {
    let blocks: [Block] = [.heading(level: 2, prose("二、")), .table(try table([["规章", "-68"]]))]
    let expected = """
      source,table,section,caption,row,column,rowSpan,columnSpan,text,status,confidence\r
      page.html,1,二、,,0,0,1,1,规章,,\r
      page.html,1,二、,,0,1,1,1,-68,,\r

      """
    #expect(written(blocks, as: .csv) == expected)
    var options = WriterOptions()
    options.hasHeader = false
    #expect(
      written(blocks, as: .csv, options: options)
        == expected.split(separator: "\r\n").dropFirst().map { $0 + "\r\n" }.joined())
  }
}
