import GovDocument
import GovReaders
import Testing

@Suite struct ZIPTests {
  @Test func `Pages in folders are found, the parts of a saved page are not pages`() throws {
    let archive = try openArchive(archiveFixture("pages.zip"))
    #expect(archive.pages.map(\.name) == (1...6).map { "报告/\($0).html" } + ["big.html"])
    #expect(archive.readableNumbers().numbers == Array(1...6))
    let page = try #require(archive.pages.first)
    #expect(try archive.resources(of: page).bytes(of: "../pics/1.png", atMost: 1000).count == 264)
    #expect(try archive.resources(of: page).bytes(of: "%36_files/frame.html", atMost: 1000).count == 12)
  }

  @Test func `A file that unpacks to more than the limit is refused`() throws {
    let archive = try openArchive(archiveFixture("pages.zip"))
    var limits = ReaderLimits()
    limits.bytes = 100_000
    let page = try #require(archive.pages.last)
    let error = #expect(throws: ReadError.self) { try archive.content(of: page, limits: limits) }
    #expect(error?.code == .archiveBomb)
  }

  @Test func `Sizes behind the files and GBK names are read`() throws {
    #expect(try openArchive(archiveFixture("streamed.zip")).readableNumbers().numbers == [1, 2, 3])
    let windows = try openArchive(archiveFixture("windows.zip"))
    #expect(windows.pages.map(\.name) == ["年报/一.html"])
    #expect(windows.readableNumbers().numbers == [1])
  }

  @Test(arguments: ["pages.zip", "streamed.zip"])
  func `Any flipped byte costs at most one file, and is told`(name: String) throws {
    let bytes = try archiveFixture(name)
    let whole = try openArchive(bytes).readableNumbers().numbers
    for place in stride(from: 0, to: bytes.count, by: 13) {
      var damaged = bytes
      damaged[place] ^= 0x10
      let archive = try openArchive(damaged, name: name)
      let (numbers, failed) = archive.readableNumbers()
      #expect(
        numbers.count >= whole.count - 1,
        "byte \(place): \(numbers) \(failed) \(archive.gaps.map(\.message)) \(archive.pages.map(\.name))")
      let isTold = failed + archive.gaps.count > 0 || archive.pages.count == whole.count + (name == "pages.zip" ? 1 : 0)
      #expect(
        numbers == whole || isTold,
        "byte \(place): \(numbers) \(failed) \(archive.gaps.map(\.message)) \(archive.pages.map(\.name))")
    }
  }
}
