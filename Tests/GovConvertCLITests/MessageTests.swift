import TestSupport
import Testing

@Suite("What is said on standard error")
struct MessageTests {
  @Test("At most three findings, then how many more")
  func three() throws {
    let folder = try ScratchFolder()
    try folder.write(page(pictures: 5), to: "page.html")
    let lines = try govconvert("page.html", "--ocr", "none", in: folder).errors.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.last == "page.html: … and 2 more: govconvert check page.html")
    #expect(lines.first?.hasPrefix("page.html:") == true && lines.first?.contains("warning: 00.png: not read") == true)
    #expect(
      try govconvert("page.html", "--ocr", "none", "--verbose", in: folder).errors.split(separator: "\n").count >= 5)
    #expect(try govconvert("page.html", "--quiet", in: folder).errors.isEmpty)
  }

  @Test("A picture that was given by itself is named once")
  func pictureAlone() throws {
    let folder = try ScratchFolder()
    _ = try shell("mkdir in; printf '\\211PNG\\r\\n\\032\\n' > in/a.png", in: folder)
    let unread = try govconvert("in/a.png", "--ocr", "none", in: folder).errors
    #expect(unread.hasPrefix("in/a.png: warning: not read"), "\(unread)")
    let unreadable = try govconvert("in/a.png", in: folder).errors
    #expect(unreadable.hasPrefix("in/a.png: error: a.png is no PNG"), "\(unreadable)")
  }

  @Test(
    "Control characters reach neither stream, whatever the page holds",
    arguments: ["md", "json", "text", "csv", "html"])
  func controls(format: String) throws {
    let hostile = (0...0x9F).filter { $0 < 0x20 || $0 > 0x7E }.map { "&#\($0);\(Unicode.Scalar(UInt8($0)))" }.joined()
    let text =
      page("甲\(hostile)乙").replacing("</h1>", with: "\(hostile)</h1>").replacing("-68", with: "-68\(hostile)")
      + "<img src=\"\(hostile).png\" alt=\"\(hostile)\">"
    let folder = try ScratchFolder()
    try folder.write(text, to: "page\u{1B}]0;x\u{7}.html")
    let outcome = try govconvert("page\u{1B}]0;x\u{7}.html", "--format", format, "--verbose", in: folder)
    #expect(outcome.output.contains("68"))
    for scalar in (outcome.output + outcome.errors).unicodeScalars where scalar != "\n" && scalar != "\t" {
      if format == "csv", scalar == "\r" { continue }
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value), "U+\(String(scalar.value, radix: 16))")
    }
  }
}
