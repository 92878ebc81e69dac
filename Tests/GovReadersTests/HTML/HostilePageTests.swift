import Foundation
import GovDocument
import TestSupport
import Testing

@testable import GovReaders

/// Pages that are damaged, cut off or built to hurt: nothing may crash, and nothing that is shown may be lost.
@Suite("Hostile pages")
struct HostilePageTests {
  @Test("Damaged bytes give the same document twice, or the same error", arguments: htmlCases)
  func damaged(name: String) throws {
    let bytes = try htmlCase(name)
    var random = Scramble(seed: UInt64(bytes.count))
    for _ in 0..<6 {
      let damaged = random.damage(bytes)
      #expect(result(of: damaged) == result(of: damaged))
    }
  }

  @Test("Bytes without any meaning do not crash")
  func meaningless() {
    var random = Scramble(seed: 7)
    for length in [0, 1, 2, 3, 100, 5000] {
      let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      #expect(result(of: bytes) == result(of: bytes))
    }
  }

  @Test(
    "A page that breaks off says so",
    arguments: [
      ("<p>甲</p><table><tr><td>1</td></tr><tr><td>", true), ("<table><tr><td>1</td></tr></table><p>甲乙<span cla", true),
      ("<table><tr><td>1</td></tr></table><p>甲", false), ("<TABLE><tr><td>1</BODY></HTML>", false), ("<p>a < b", false),
    ])
  func breaksOff(markup: String, isCut: Bool) throws {
    let document = try readHTML(Array(markup.utf8), name: "page.html")
    #expect(document.findings.contains { $0.code.rawValue == "cut-off" } == isCut)
  }

  @Test("Every element lies inside its parent", arguments: htmlCases)
  func nesting(name: String) throws {
    let page = parsed(try htmlCase(name))
    for (index, node) in page.nodes.enumerated().dropFirst() {
      let parent = page.nodes[Int(node.parent)]
      #expect(Int(node.parent) < index && Int(node.end) > index && node.end <= parent.end)
    }
  }

  /// What is struck out in a cell is visible and left out, so the pages that have such cells are none of these.
  @Test(
    "Every visible character is in exactly one passage",
    arguments: htmlCases.filter { !$0.hasPrefix("corrected-figures") })
  func nothingLost(name: String) throws {
    var page = parsed(try htmlCase(name))
    page.markStyles()
    let shown = page.nodes.indices.filter { page.nodes[$0].style.isDisjoint(with: .unseen) }
      .flatMap { page.text(of: $0) }
    let passages = collectPassages(of: page, weights: TextWeights(of: page), limits: ReaderLimits())
    let texts = passages.list.map { String(decoding: passages.text($0), as: UTF8.self) }
    let cells = passages.tables.flatMap { table in
      [table.caption?.text ?? ""] + table.cells.map(\.content.text)
    }
    let found = characters((texts + cells).joined())
    #expect(found == characters(String(decoding: shown, as: UTF8.self)))
  }

  @Test(
    "Over a limit the readable part comes out with a finding",
    arguments: [
      ("element-limit", \ReaderLimits.elements), ("depth-limit", \ReaderLimits.depth),
      ("attribute-limit", \ReaderLimits.attributes), ("table-limit", \ReaderLimits.tableSlots),
    ])
  func limits(code: String, limit: WritableKeyPath<ReaderLimits, Int> & Sendable) throws {
    var limits = ReaderLimits()
    limits[keyPath: limit] = 4
    let page = """
      <div><div><div><p a b c d e f g h i>全年公开信息三十六条，答复申请两件。</p></div></div></div>
      <table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr><tr><td>戊</td><td>己</td></tr></table>
      """
    let document = try readHTML(Array(page.utf8), name: "page.html", limits: limits)
    #expect(document.findings.filter { $0.code.rawValue == code }.count == 1)
    #expect(outline(of: document).contains("全年公开信息三十六条，答复申请两件。"))
  }

  /// What is looked for on few pages must cost little on those that only look like them.
  @Test(
    "A flood of hidden parts, fields, scripts, rows of one cell or deep paragraphs takes no longer than its size",
    arguments: [
      ("<div style='display:none'><p>一、总体情况</p></div>", 20_000, "<p>主动公开</p>"),
      ("<textarea>&lt;p&gt;主动公开政府信息", 2_000, "<p>主动公开</p>"), ("<input value=1>", 50_000, "<table><tr><td>"),
      ("<script>var f=['/a.doc','b'];w('<a href=b.pdf>');</script>", 4_000, "<p>主动公开</p>"),
      (
        "<tr><td colspan=2>一、总体情况</td></tr><tr><td>1</td><td>2</td></tr>", 20_000,
        "<table><tfoot><tr><td>1</td><td>2</td></tr></tfoot>"
      ), ("<p>主动公开</p>", 20_000, String(repeating: "<div>", count: 9_900)),
    ])
  func floods(piece: String, count: Int, head: String) throws {
    let page = head + String(repeating: piece, count: count)
    let seconds = try processorSeconds { try #expect(!readHTML(Array(page.utf8), name: "page.html").blocks.isEmpty) }
    #expect(seconds < 60)
  }

  @Test("A file in a script has the name that its own braces hold")
  func namesInScripts() {
    let script = """
      [{"name": "一、附表.xls", "url": "/P1.xls"}, {"url": "/P2.doc"}, {"url": "/P3.doc", "name": "说明"}]
      """
    let files = filesNamed(inScript: Array(script.utf8))
    #expect(files.map(\.address) == ["/P1.xls", "/P2.doc", "/P3.doc"])
    #expect(files.map(\.text) == ["一、附表.xls", "P2.doc", "说明"])
  }

  @Test("A script of nothing but addresses is walked through once")
  func scriptOfAddresses() {
    let script = Array(String(repeating: "'/a.doc',", count: 20_000).utf8)
    let seconds = processorSeconds { #expect(filesNamed(inScript: script).count == 20_000) }
    // Far more than one walk needs, far less than a walk round each address.
    #expect(seconds < 20)
  }

  @Test("A page of no text is an error that says so", arguments: ["", "<html></html>", "<script>var a</script>"])
  func empty(page: String) {
    #expect(throws: ReadError.self) { try readHTML(Array(page.utf8), name: "page.html") }
  }

  private func parsed(_ bytes: [UInt8]) -> Page {
    let limits = ReaderLimits()
    let markup = prepareMarkup(bytes, limits: limits)
    return markup.bytes.withUnsafeBufferPointer { parsePage($0, limits: limits).page }
  }

  private func result(of bytes: [UInt8]) -> String {
    do {
      return outline(of: try readHTML(bytes, name: "page.html"))
    } catch {
      return error.message
    }
  }

  /// The characters in code order, without white space.
  private func characters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }.sorted()
  }
}

/// Damages bytes the same way every time.
private struct Scramble {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  /// Overwrites, takes out and doubles stretches, and cuts off the end.
  mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<8 where bytes.count > 8 {
      let place = Int(next() % UInt64(bytes.count - 4))
      switch next() % 4 {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
      case 1: bytes.removeSubrange(place..<place + 3)
      case 2: bytes.insert(contentsOf: bytes[place..<place + 4], at: place / 2)
      default: if next() % 4 == 0 { bytes.removeLast(bytes.count / 4) }
      }
    }
    return bytes
  }
}
