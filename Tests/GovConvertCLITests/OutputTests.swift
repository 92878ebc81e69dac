import Glibc
import TestSupport
import Testing

@Suite("Output stays where it was asked for")
struct OutputTests {
  @Test("A folder gets one file per page, and pages of one name do not overwrite each other")
  func folder() throws {
    let folder = try ScratchFolder()
    for name in ["a/page.html", "b/page.html", "page.htm", "site/x/index.html", "site/y/index.html"] {
      try folder.write(page(), to: name)
    }
    let outcome = try govconvert("a/page.html", "b/page.html", "page.htm", "site", "--output", "out/", in: folder)
    #expect(outcome.exit == 0)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
    #expect(
      try folder.files().filter { $0.hasPrefix("out/") } == [
        "out/page-2.md", "out/page-3.md", "out/page.md", "out/x/index.md", "out/y/index.md",
      ])
  }

  @Test("A file gets everything and is replaced whole")
  func file() throws {
    let folder = try ScratchFolder()
    try folder.write(page("甲"), to: "a.html")
    try folder.write(page("乙"), to: "b.html")
    try folder.write("old", to: "all.md")
    #expect(try govconvert("a.html", "b.html", "-o", "all.md", in: folder).exit == 0)
    #expect(try folder.read("all.md") == (try govconvert("a.html", "b.html", in: folder).output))
    #expect(try folder.files() == ["a.html", "all.md", "b.html"])
  }

  @Test("One CSV file per table, with a byte order mark on request")
  func tables() throws {
    let folder = try ScratchFolder()
    let table = "<table border=1><tr><td>乙</td><td>=1</td></tr><tr><td>丙</td><td>2</td></tr></table>"
    try folder.write(page().replacing("</body>", with: "<p>二、其他</p>\(table)</body>"), to: "p.html")
    #expect(try govconvert("p.html", "--format", "csv", "--bom", "--output", "out/", in: folder).exit == 0)
    #expect(try folder.read("out/p-1.csv") == "\u{FEFF}信息内容,本年增/减\r\n行政许可,-68\r\n")
    #expect(try folder.read("out/p-2.csv") == "\u{FEFF}乙,'=1\r\n丙,2\r\n")
  }

  @Test("An input is never overwritten", arguments: ["page.html", "link.html", "./page.html"])
  func sparesInputs(output: String) throws {
    let folder = try ScratchFolder()
    try folder.write(page(), to: "page.html")
    try folder.link("link.html", to: "page.html")
    let outcome = try govconvert("page.html", "--output", output, in: folder)
    #expect(outcome.exit == 3)
    #expect(outcome.errors.contains("is one of the inputs"))
    #expect(try folder.read("page.html") == page())
    let same = try govconvert("page.html", "--format", "html", "--output", ".", in: folder)
    #expect(same.exit == 3)
    #expect(try folder.read("page.html") == page())
  }

  @Test("A link inside the output folder leads nowhere")
  func links() throws {
    let folder = try ScratchFolder()
    try folder.write(page(), to: "site/x/page.html")
    try folder.write("precious", to: "precious.md")
    mkdir("\(folder.path)/out", 0o700)
    try folder.link("out/x", to: "..")
    let outcome = try govconvert("site", "--output", "out/", in: folder)
    #expect(outcome.exit == 3)
    #expect(outcome.errors.contains("a file or a link stands where a folder is needed"))
    #expect(try folder.files() == ["out/x", "precious.md", "site/x/page.html"])

    try folder.link("out/page.md", to: "../precious.md")
    #expect(try govconvert("site/x/page.html", "--output", "out/", in: folder).exit == 0)
    #expect(try folder.read("precious.md") == "precious")
  }

  @Test(
    "What cannot be written is 3 and says why",
    arguments: [
      ("none/out.md", "no such folder"), ("none/out/", "no such folder"), ("/dev/null", "use > to write there"),
    ])
  func unwritable(output: String, reason: String) throws {
    let folder = try ScratchFolder()
    try folder.write(page(), to: "page.html")
    let outcome = try govconvert("page.html", "--output", output, in: folder)
    #expect(outcome.exit == 3)
    #expect(outcome.errors.contains(reason))
  }

  @Test(
    "Hostile names stay names",
    arguments: ["a\u{1B}[31mb.html", "..html", "-.html", "a\nb.html", "长" + String(repeating: "长", count: 80)])
  func names(name: String) throws {
    let folder = try ScratchFolder()
    try folder.write(page(pictures: 1), to: "in/\(name)")
    let outcome = try govconvert("in/\(name)", "--ocr", "none", "--output", "out/", in: folder)
    #expect(outcome.exit == 0)
    #expect(!outcome.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    let written = try folder.files().filter { $0.hasPrefix("out/") }
    #expect(written.count == 1)
    #expect(written.allSatisfy { !$0.unicodeScalars.contains { $0.value < 0x20 } })
  }
}
