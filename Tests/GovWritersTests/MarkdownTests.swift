import GovDocument
import GovReport
import GovWriters
import Testing

@Suite("Markdown carries text, never markup")
struct MarkdownTests {
  @Test(
    "Inline markup is escaped",
    arguments: [
      ("*a* _b_ `c` ~~d~~ $e$", #"\*a\* \_b\_ \`c\` \~\~d\~\~ \$e\$"#),
      ("[x](javascript:alert(1)) ![y](z)", #"\[x\](javascript:alert(1)) !\[y\](z)"#),
      ("<script>alert(1)</script>", #"\<script>alert(1)\</script>"#),
      ("&lt;b&#62; A & B，&", "\\&lt;b\\&\\#62; A & B，&"),
      (#"a\*b\"#, #"a\\\*b\\"#),
      ("文档1_01_副本.png 1~12月", #"文档1_01\_副本.png 1\~12月"#),
      ("01_02.png", "01_02.png"),
      ("a\u{1B}[31m\u{0}b\u{85}c\u{7F}d\u{200B}", #"a\[31mbcd"# + "\u{200B}"),
      ("规范性文件（12件），－68。", "规范性文件（12件），－68。"),
    ])
  func inline(text: String, expected: String) {
    #expect(written([.paragraph(prose(text))], as: .markdown) == expected + "\n")
  }

  @Test(
    "Block markup at the start of a line is escaped",
    arguments: [
      ("# a", "\\# a"), ("> a", #"\> a"#), ("- a", #"\- a"#), ("+ a", #"\+ a"#), ("---", #"\---"#), ("===", #"\==="#),
      ("1. a", #"1\. a"#), ("12) a", #"12\) a"#), ("1.", #"1\."#), (":-- | --", #"\:-- \| --"#),
      ("    code", "code"), ("\tcode", "code"), ("-68", "-68"), ("1.属于国家秘密", "1.属于国家秘密"), ("2021年", "2021年"),
      ("a\n# b\n\n\n- c", "a\\\n\\# b\\\n\\- c"),
    ])
  func lineStart(text: String, expected: String) {
    #expect(written([.paragraph(prose(text))], as: .markdown) == expected + "\n")
  }

  @Test("A heading is one line and keeps its level")
  func heading() {
    #expect(written([.heading(level: 3, prose("（一）\n概况 #"))], as: .markdown) == "### （一） 概况 \\#\n")
    #expect(
      written([.heading(level: 0, prose("a")), .heading(level: 9, prose("b"))], as: .markdown) == "# a\n\n###### b\n")
  }

  @Test("The title stands above a body that does not show it")
  func title() {
    var page = document([.paragraph(prose("正文"))])
    page.metadata.title = prose("年度报告")
    #expect(String(decoding: write(page, report: Report(), as: .markdown), as: UTF8.self) == "# 年度报告\n\n正文\n")
  }

  @Test("Lists in a row stay two lists, and an item cannot become a list of its own")
  func lists() {
    let blocks: [Block] = [.list([prose("1. a"), prose("b\nc")]), .list([prose("- d")])]
    #expect(written(blocks, as: .markdown) == "* 1\\. a\n* b\\\n  c\n\n- \\- d\n")
  }

  @Test("A table keeps its shape whatever its cells hold")
  func table() throws {
    let block = Block.table(try GovWritersTests.table([["a|b", "c\nd"], ["\\|", "-68"]]))
    #expect(written([block], as: .markdown) == "| a\\|b | c d |\n| --- | --- |\n| \\\\\\| | -68 |\n")
  }

  @Test("Spans are written out")
  func spans() throws {
    let wide = Cell(row: 0, column: 0, rowSpan: 2, columnSpan: 2, content: prose("x"))
    let grid = try #require(Table(rows: 2, columns: 3, cells: [wide], origin: .line(1)))
    #expect(written([.table(grid)], as: .markdown) == "| x | x |  |\n| --- | --- | --- |\n| x | x |  |\n")
  }

  @Test("A long text over many slots is shown once")
  func hugeSpan() throws {
    let text = String(repeating: "长", count: 2000)
    let wide = Cell(row: 0, column: 0, rowSpan: 100, columnSpan: 100, content: prose(text))
    let grid = try #require(Table(rows: 100, columns: 100, cells: [wide], origin: .line(1)))
    #expect(written([.table(grid)], as: .markdown).utf8.count < 100_000)
  }

  @Test(
    "An image leads nowhere but to a picture",
    arguments: [
      ("03.png", "![](03.png)"), ("图 (1).png", "![](图%20%281%29.png)"), ("a\n)[x](y", "![](a%0A%29%5Bx%5D%28y)"),
      ("javascript:alert(1)", "![](javascript%3Aalert%281%29)"),
      ("HTTP://a.cn/b.png?x=1&y", "![](HTTP://a.cn/b.png?x=1\\&y)"),
      ("data:image/png;base64,AAAA", "![](data%3Aimage/png)"), ("a\u{1B}b\u{9B}.png", "![](ab.png)"),
    ])
  func image(source: String, expected: String) {
    #expect(written([.image(ImageReference(source: source, origin: .line(1)))], as: .markdown) == expected + "\n")
  }

  @Test("What is known about a picture stands with it, escaped")
  func imageTexts() {
    let image = ImageReference(
      source: "3.png", alternative: prose("表]三"), caption: prose("图*三"), reason: "not \"found\"", origin: .line(1))
    #expect(written([.image(image)], as: .markdown) == "图\\*三\n\n![表\\]三](3.png \"not found\")\n")
  }
}
