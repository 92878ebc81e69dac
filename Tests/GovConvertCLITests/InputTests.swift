import TestSupport
import Testing

@Suite("Several inputs, folders, standard input")
struct InputTests {
  private func pages(_ count: Int) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for number in 0..<count {
      try folder.write(page("第\(number)", pictures: number % 3), to: "site/\(number % 4)/page\(number).html")
    }
    try folder.write("", to: "site/1/empty.html")
    return folder
  }

  @Test("One job and four jobs write the same bytes", arguments: ["md", "json", "text", "csv"])
  func jobs(format: String) throws {
    let folder = try pages(24)
    let one = try govconvert("site", "--format", format, "--verbose", in: folder)
    let four = try govconvert("site", "--format", format, "--verbose", "--jobs", "4", in: folder)
    #expect(one.output == four.output)
    #expect(one.errors == four.errors)
    #expect(one.exit == 3 && four.exit == 3)
    #expect(!one.output.isEmpty)
  }

  @Test("A folder is walked in the order of its paths; what belongs to a page, links and hidden names are passed over")
  func walk() throws {
    let folder = try ScratchFolder()
    for name in ["s/b.html", "s/a.htm", "s/c/d.shtml", "s/b_files/frame.html", "s/a.files/x.html", "s/.hidden/e.html"] {
      try folder.write(page(name.filter(\.isLetter)), to: name)
    }
    try folder.write("x", to: "s/notes.pdf")
    try folder.write(page("外"), to: "outside.html")
    try folder.link("s/link.html", to: "../outside.html")
    try folder.link("s/up", to: "..")
    let outcome = try govconvert("s", "--format", "json", in: folder)
    let names = outcome.output.split(separator: "\n").map { line in
      line.split(separator: "\"name\":\"").dropFirst().first?.prefix { $0 != "\"" } ?? ""
    }
    #expect(names == ["a.htm", "b.html", "d.shtml"])
  }

  @Test("Several inputs: Markdown with a blank line between, JSON as lines, CSV as one list")
  func several() throws {
    let folder = try ScratchFolder()
    try folder.write(page("甲"), to: "a.html")
    try folder.write(page("乙"), to: "b.html")
    let markdown = try govconvert("a.html", "b.html", in: folder).output
    #expect(markdown.contains("| -68 |\n\n# 青云市"))
    let json = try govconvert("a.html", "none.html", "b.html", "--format", "json", in: folder).output
    #expect(json.split(separator: "\n").count == 3)
    #expect(json.split(separator: "\n").dropFirst().first?.contains(#""status":"failed""#) == true)
    let csv = try govconvert("a.html", "b.html", "--format", "csv", in: folder).output
    #expect(csv.split(separator: "\r\n").count == 9)
    #expect(csv.split(separator: "\r\n").filter { $0.hasPrefix("source,") }.count == 1)
  }

  @Test("Standard input is read with -")
  func standardInput() throws {
    let outcome = try govconvert("-", "--format", "json", in: ScratchFolder(), input: page())
    #expect(outcome.exit == 0)
    #expect(outcome.output.contains(#""source":{"name":"stdin","format":"html""#))
  }

  @Test("HTML of several pages needs a folder")
  func html() throws {
    let folder = try pages(4)
    let outcome = try govconvert("site", "--format", "html", in: folder)
    #expect(outcome.exit == 3)
    #expect(outcome.errors.contains("name a folder"))
  }
}
