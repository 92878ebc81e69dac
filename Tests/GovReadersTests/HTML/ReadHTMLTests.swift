import Foundation
import GovDocument
import Testing

@testable import GovReaders

/// The cases: `Fixtures/html/NAME.html` and beside it `NAME.outline`, what must come out.
private let folder = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../../Fixtures/html").standardized

/// The names of the pages in `Fixtures/html`, sorted.
let htmlCases: [String] = {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
  return names.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()
}()

/// The bytes of one of them.
func htmlCase(_ name: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: folder.appending(path: name + ".html")))
}

@Suite("Reading HTML")
struct ReadHTMLTests {
  @Test("A page gives its outline", arguments: htmlCases)
  func page(name: String) throws {
    let found = outline(of: try readHTML(htmlCase(name), name: name + ".html"))
    let golden = folder.appending(path: name + ".outline")
    guard let expected = try? String(contentsOf: golden, encoding: .utf8) else {
      try found.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("Recorded \(name).outline: read it, then run again.")
      return
    }
    #expect(found == expected)
  }

  @Test("A frameset without a text of its own is an error that names the pages which hold it")
  func frameset() {
    let page = "<frameset><frame src='menu.html'><frame src='nianbao/2021.html'></frameset>"
    #expect {
      try readHTML(Array(page.utf8), name: "index.html")
    } throws: { error in
      guard let error = error as? ReadError else { return false }
      return error.code == .framed && error.message.contains("convert menu.html, nianbao/2021.html")
    }
  }

  @Test("There are cases")
  func casesExist() { #expect(!htmlCases.isEmpty) }
}
