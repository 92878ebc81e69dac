import GovDocument
import GovReaders
import Testing

@Suite struct MHTMLTests {
  @Test func `A saved page gives its text, its charset and its pictures`() throws {
    let page = try unpackMHTML(archiveFixture("page.mhtml"))
    #expect(page.encodingLabel == "gb2312")
    #expect(page.findings == [])
    #expect(page.bytes.starts(with: Array("<html><body><p>".utf8)))
    // 12件=。 in GBK: the equals sign was escaped.
    #expect(page.bytes.indices.contains { page.bytes[$0...].starts(with: [0x31, 0x32, 0xbc, 0xfe, 0x3d, 0xa1, 0xa3]) })
    #expect(try page.resources.bytes(of: "pics/a.png", atMost: 1000).count == 264)
    #expect(try page.resources.bytes(of: "https://example.gov/a/pics/a.png", atMost: 1000).count == 264)
    #expect(try page.resources.bytes(of: "cid:b@x", atMost: 1000) == Array("GIF89a".utf8))
    #expect(throws: ResourceError.notFound) { try page.resources.bytes(of: "pics/b.png", atMost: 1000) }
    #expect(throws: ResourceError.self) { try page.resources.bytes(of: "pics/a.png", atMost: 100) }
  }

  @Test func `A cut file gives what there is, with an error; nothing traps`() throws {
    let bytes = try archiveFixture("page.mhtml")
    for length in stride(from: 0, to: bytes.count - 8, by: 11) {
      guard let page = try? unpackMHTML(Array(bytes[..<length])) else { continue }
      #expect(page.findings.map(\.severity) == [.error], "cut at \(length)")
    }
  }

  @Test(arguments: ["", "no colon", "Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\n\r\n--x--"])
  func `A file without a page is refused`(text: String) {
    #expect(throws: ReadError.self) { try unpackMHTML(Array(text.utf8)) }
  }

  @Test(arguments: [
    ("YWJj", "abc"), ("YW Jj\r\n", "abc"), ("YWI=", "ab"), ("YQ==", "a"), ("", ""), ("-_-_", "\u{fb}\u{ff}\u{bf}"),
  ])
  func `Base64 is decoded, whatever stands between the digits`(text: String, expected: String) {
    #expect(decodeBase64(text.utf8) == expected.unicodeScalars.map { UInt8($0.value) })
  }
}
