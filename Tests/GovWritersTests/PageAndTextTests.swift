import GovDocument
import GovReport
import GovWriters
import Testing

@Suite("The page and the plain text")
struct PageAndTextTests {
  @Test(
    "The page has no script, no reference, and no markup of the input",
    arguments: [
      "<script>alert(1)</script>", "\"><img src=x onerror=y>", "' onload='x", "</style></title><svg/onload=x>",
      "&lt;b&gt;",
    ])
  func hostile(text: String) throws {
    let image = ImageReference(
      source: "http://tracker.example/\(text)", alternative: prose(text), caption: prose(text), reason: text,
      origin: .line(1))
    var page = document([
      .heading(level: 2, prose(text)), .paragraph(prose(text)), .list([prose(text)]), .table(try table([[text]])),
      .image(image),
    ])
    page.metadata.title = prose(text)
    let html = String(decoding: write(page, report: Report(), as: .html), as: UTF8.self)
    let tags = html.split(separator: "<").dropFirst().map { $0.prefix { $0 != " " && $0 != ">" } }
    let known: Set<Substring> = [
      "!DOCTYPE", "html", "head", "meta", "title", "/title", "style", "/style", "/head", "body", "main", "h1", "/h1",
      "h2",
      "/h2", "p", "/p", "ul", "/ul", "li", "/li", "table", "/table", "tr", "/tr", "td", "/td", "figure", "/figure",
      "code",
      "/code", "figcaption", "/figcaption", "/main", "/body", "/html",
    ]
    #expect(Set(tags).subtracting(known) == [])
    let attributes = html.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
    #expect(!attributes.contains { $0.contains("src=") || $0.contains("href=") || $0.contains("onerror") })
  }

  @Test("The page keeps spans")
  func spans() throws {
    let wide = Cell(row: 0, column: 0, rowSpan: 2, columnSpan: 2, content: prose("x\ny"))
    let grid = try #require(Table(rows: 2, columns: 3, cells: [wide], origin: .line(1)))
    let html = written([.table(grid)], as: .html)
    #expect(html.contains("<tr><td rowspan=\"2\" colspan=\"2\">x<br>y</td><td></td></tr>\n<tr><td></td></tr>"))
  }

  @Test("Text shows every cell once, with tabs")
  func text() throws {
    let wide = Cell(row: 0, column: 0, rowSpan: 1, columnSpan: 2, content: prose("x\ty\nz"))
    let grid = try #require(Table(rows: 2, columns: 2, cells: [wide], origin: .line(1)))
    let blocks: [Block] = [.heading(level: 1, prose("题\u{7}")), .paragraph(prose("a\nb")), .table(grid)]
    #expect(written(blocks, as: .text) == "题\n\na\nb\n\nx y z\t\n\t\n")
  }

  @Test("The same document gives the same bytes", arguments: OutputFormat.allCases)
  func deterministic(format: OutputFormat) throws {
    let page = try fullDocument()
    #expect(write(page, report: try fullReport(), as: format) == write(page, report: try fullReport(), as: format))
  }

  @Test("An empty document is an empty text, never a crash", arguments: OutputFormat.allCases)
  func empty(format: OutputFormat) throws {
    let nothing = try #require(Table(rows: 0, columns: 0, cells: [], origin: .document))
    let text = written([.table(nothing), .list([]), .heading(level: 2, prose(""))], as: format)
    #expect(format == .markdown || format == .text ? text.isEmpty : !text.isEmpty)
  }
}
