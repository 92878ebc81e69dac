import GovDocument
import Testing

@testable import GovReaders

@Suite struct DigestTests {
  /// The bytes 0, 1, 2 … 255, 0 …; the digests are those of Python's hashlib.
  @Test(arguments: [
    (0, "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (3, "BR5GEP6SXPAFWBSCHPRVTZACDU3OOINN", "ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc"),
    (55, "RLRNIZZJZ7TI76JHV5POZHD5DNTNMWWC", "463eb28e72f82e0a96c0a4cc53690c571281131f672aa229e0d45ae59b598b59"),
    (56, "MNXC5RUY3LEQGSMOMSF5F45PMQOTZCGL", "da2ae4d6b36748f2a318f23e7ab1dfdf45acdc9d049bd80e59de82a60895f562"),
    (63, "NWKC3IGEHEVRENJI6KIFY4J2HTRIGZF5", "29af2686fd53374a36b0846694cc342177e428d1647515f078784d69cdb9e488"),
    (64, "YYJY2UKP7IQTLP6OB3ILR6WGKZUZC7WH", "fdeab9acf3710362bd2658cdc9a29e8f9c757fcf9811603a8c447cd1d9151108"),
    (65, "NG6XFCWW4E6NO37RS5I73ZBHWAHDSV2G", "4bfd2c8b6f1eec7a2afeb48b934ee4b2694182027e6d0fc075074f2fabb31781"),
    (1000, "V4FRSHBN4RX6CP7ASCHVU2SOSDQMV7CG", "a8af099bf2e878609558dbf69d8f88f4a31040a8cf84b549a0cfa912f12ffc3f"),
  ])
  func `Digests are the standard's, at every length of the last block`(count: Int, sha1: String, sha256: String) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    for text in ["sha1:\(sha1)", "SHA-1:\(sha1.lowercased())", "sha256:\(sha256)", "sha-256:\(sha256.uppercased())"] {
      #expect(Digest(text)?.fits(bytes) == true, "\(text)")
      #expect(Digest(text)?.fits(bytes + [0]) == false)
    }
  }

  @Test(arguments: ["", "sha1", "sha1:", "sha1:ABC", "md5:d41d8cd98f00b204e9800998ecf8427e", "sha1:!", "sha256:zz"])
  func `What cannot be compared is no digest`(text: String) {
    #expect(Digest(text) == nil)
  }

  private let body = "<html><body><p>本年新收申请7件。</p></body></html>"

  /// A crawl of one page whose record carries these headers.
  private func content(_ headers: String, http: String = "", body: String? = nil) throws -> ArchiveContent {
    let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(http)\r\n\(body ?? self.body)"
    let record =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.gov/1.html\r\n\(headers)"
      + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
    let archive = try openArchive(Array(record.utf8))
    return try archive.content(of: try #require(archive.pages.first))
  }

  private func digest(_ text: String) -> String { "sha256:\(sha256(Array(text.utf8)).map(hex).joined())" }

  private func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

  @Test func `A body that its digest does not fit is altered`() throws {
    #expect(try !content("").isAltered)
    #expect(try !content("WARC-Payload-Digest: \(digest(body))\r\n").isAltered)
    #expect(try content("WARC-Payload-Digest: \(digest("else"))\r\n").isAltered)
    #expect(try content("WARC-Block-Digest: \(digest(body))\r\n").isAltered)
    #expect(try !content("WARC-Block-Digest: \(digest("else"))\r\nWARC-Payload-Digest: \(digest(body))\r\n").isAltered)
    let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(body)"
    #expect(try !content("WARC-Block-Digest: \(digest(block))\r\n").isAltered)
  }

  /// Crawlers disagree whether the payload has its chunks.
  @Test func `A payload in chunks may be noted with them or without`() throws {
    let chunks = "\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n0\r\n\r\n"
    for noted in [body, chunks] {
      let content = try content(
        "WARC-Payload-Digest: \(digest(noted))\r\n", http: "Transfer-Encoding: chunked\r\n", body: chunks)
      #expect(!content.isAltered)
      #expect(content.bytes == Array(body.utf8))
    }
  }

  @Test func `Brotli is an error that says what to do, unless the crawler has unpacked it`() throws {
    let error = #expect(throws: ReadError.self) {
      try content("", http: "Content-Encoding: br\r\n", body: "\u{1B}\u{8}packed")
    }
    #expect(error?.code == .archiveUnsupported)
    #expect(error?.message.contains("Brotli (br), which is not read here") == true)
    #expect(try content("", http: "Content-Encoding: br\r\n").bytes == Array(body.utf8))
  }
}
