import FoundationEssentials
import GovDocument
import GovReaders
import Testing

/// A file under Fixtures/Archives, written by `Scripts/archives/generate`.
func archiveFixture(_ name: String) throws -> [UInt8] {
  let folder = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  return try Array(Data(contentsOf: URL(filePath: "/\(folder)/Fixtures/Archives/\(name)")))
}

func openArchive(_ bytes: [UInt8], name: String = "") throws -> Archive {
  try #require(try Archive(MemorySource(bytes), name: name))
}

extension Archive {
  var pages: [ArchivePage] {
    records.compactMap { record in
      if case .page(let page) = record { page } else { nil }
    }
  }

  var gaps: [ArchiveGap] {
    records.compactMap { record in
      if case .gap(let gap) = record { gap } else { nil }
    }
  }

  /// The numbers in the titles of the pages that can be read, and the number of those that cannot.
  func readableNumbers() -> (numbers: [Int], failed: Int) {
    var numbers: [Int] = []
    var failed = 0
    for page in pages {
      guard let bytes = try? content(of: page).bytes else {
        failed += 1
        continue
      }
      let number = (1...10).first { bytes.starts(with: Array("<html><head><title>第\($0)号".utf8)) }
      if let number { numbers.append(number) }
    }
    return (numbers, failed)
  }
}

@Suite struct ArchiveTests {
  @Test(arguments: ["plain.warc", "members.warc.gz", "stream.warc.gz"])
  func `A crawl gives its pages, unpacked, with the pictures that come later`(name: String) throws {
    let archive = try openArchive(archiveFixture(name))
    #expect(archive.pages.map(\.name) == (1...10).map { "http://example.gov/\($0).html" })
    #expect(archive.gaps == [])
    #expect(archive.readableNumbers().numbers == Array(1...10))
    #expect(archive.pages.first?.encodingLabel == "utf-8")
    for (index, page) in archive.pages.enumerated() {
      let picture = try archive.resources(of: page).bytes(of: "/pics/\(index + 1).png", atMost: 1000)
      #expect(picture.last == UInt8(index + 1))
    }
  }

  @Test func `What is not in the archive is not found, and a picture over the limit is refused`() throws {
    let archive = try openArchive(archiveFixture("members.warc.gz"))
    let resources = archive.resources(of: try #require(archive.pages.first))
    #expect(throws: ResourceError.notFound) { try resources.bytes(of: "gone.png", atMost: 1000) }
    #expect(throws: ResourceError.self) { try resources.bytes(of: "/pics/1.png", atMost: 10) }
  }

  @Test func `A flipped byte in any member costs that record and is a gap`() throws {
    let bytes = try archiveFixture("members.warc.gz")
    let starts = memberStarts(bytes)
    for (member, start) in starts.enumerated() {
      let end = member + 1 < starts.count ? starts[member + 1] : bytes.count
      for place in [start + 1, start + 15, (start + end) / 2, end - 3] {
        var damaged = bytes
        damaged[place] ^= 0x10
        let archive = try openArchive(damaged, name: "members.warc.gz")
        let isPage = (1...10).contains(member)
        #expect(archive.readableNumbers().numbers == (1...10).filter { !isPage || $0 != member }, "byte \(place)")
        #expect(archive.gaps.map(\.offset) == [start], "byte \(place)")
        #expect(archive.gaps.map(\.length) == [end - start], "byte \(place)")
      }
    }
  }

  @Test(arguments: ["plain.warc", "members.warc.gz", "stream.warc.gz", "pages.zip", "streamed.zip"])
  func `A cut is reported wherever it falls, and what stands before it is recovered`(name: String) throws {
    let bytes = try archiveFixture(name)
    for step in 1...20 {
      let cut = Array(bytes[..<(bytes.count * step / 21)])
      let archive = try openArchive(cut, name: name)
      #expect(!archive.gaps.isEmpty, "cut at \(cut.count)")
      let numbers = archive.readableNumbers().numbers
      #expect(numbers == Array((1...10).prefix(numbers.count)), "cut at \(cut.count)")
      if step > 12, name != "pages.zip" { #expect(!numbers.isEmpty) }
    }
  }

  @Test func `Pages from a stream whose checksum failed are doubtful`() throws {
    var bytes = try archiveFixture("stream.warc.gz")
    bytes[bytes.count - 6] ^= 1
    let archive = try openArchive(bytes)
    #expect(archive.readableNumbers().numbers == Array(1...10))
    #expect(archive.pages.filter(\.isDoubtful).count == 10)
    #expect(archive.gaps.count == 1)
  }

  @Test func `A false length in a bare WARC costs that record only`() throws {
    let bytes = try archiveFixture("plain.warc")
    let text = Array("Content-Length: ".utf8)
    let place = try #require(bytes.indices.dropFirst(3000).first { bytes[$0...].starts(with: text) })
    var damaged = bytes
    damaged[place + text.count] = UInt8(ascii: "9")
    let archive = try openArchive(damaged)
    #expect(archive.readableNumbers().numbers.count == 9)
    #expect(archive.gaps.count == 1)
  }

  @Test func `A gzip bomb is a gap, and its neighbours are read`() throws {
    let archive = try openArchive(archiveFixture("bomb.warc.gz"))
    #expect(archive.readableNumbers().numbers == [1, 2])
    #expect(archive.gaps.count == 1)
    #expect(archive.gaps.first?.message.contains("refused") == true)
  }

  private func memberStarts(_ bytes: [UInt8]) -> [Int] {
    let head: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]
    return bytes.indices.filter { bytes[$0...].starts(with: head) }
  }
}
