import FoundationEssentials
import GovDocument
import GovReaders
import Testing

/// The accuracy on the drawn pages in Fixtures/pages/drawn may rise and must not fall.
///
/// The floors stand in Fixtures/pages/drawn/floors.txt with a digest of the pages. To record better ones, or those of new
/// pages, run the tests with `PAGE_FLOORS=raise`; to accept worse ones, and say so in the change, with
/// `PAGE_FLOORS=lower`. A run that records always fails.
@Suite struct PageFloorTests {
  @Test func accuracyDoesNotFall() throws {
    let pages = try names()
    #expect(pages.count >= 24)
    var scores = PageScores()
    var digest = Digest()
    for name in pages {
      let bytes = try Data(contentsOf: folder.appending(path: name + ".html"))
      let truth = try Data(contentsOf: folder.appending(path: name + ".json"))
      digest.add(bytes)
      digest.add(truth)
      scores.add(try readHTML(Array(bytes), name: name), try JSONDecoder().decode(PageTruth.self, from: truth))
    }
    let word = ProcessInfo.processInfo.environment["PAGE_FLOORS"]
    let floors = Floors(try? String(contentsOf: floorFile, encoding: .utf8))
    if word == "raise" || word == "lower" {
      try record(scores, digest, keeping: word == "raise" && floors.digest == digest.text ? floors : nil)
      Issue.record("floors were recorded; run again without PAGE_FLOORS")
      return
    }
    #expect(floors.digest == digest.text, "the pages changed: record their floors")
    for name in PageScores.names {
      let floor = floors.values[name] ?? 2
      #expect(scores.share(name) >= floor, "\(name) fell")
    }
  }

  private var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Fixtures/pages/drawn").standardized
  }

  private var floorFile: URL { folder.appending(path: "floors.txt") }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".html") }
      .map { String($0.dropLast(5)) }.sorted()
  }

  private func record(_ scores: PageScores, _ digest: Digest, keeping old: Floors?) throws {
    let lines = PageScores.names.map { name in
      "\(name) \(floored(max(scores.share(name), old?.values[name] ?? 0)))"
    }
    try (["digest \(digest.text)"] + lines).map { $0 + "\n" }.joined().write(
      to: floorFile, atomically: true, encoding: .utf8)
  }

  /// Four decimals, rounded down.
  private func floored(_ share: Double) -> Double { (share * 10_000).rounded(.down) / 10_000 }
}

private struct Floors {
  var digest = ""
  var values: [String: Double] = [:]

  init(_ text: String?) {
    for line in (text ?? "").split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 2 else { continue }
      if parts[0] == "digest" { digest = String(parts[1]) } else { values[String(parts[0])] = Double(parts[1]) }
    }
  }
}

/// FNV-1a, 64 bits.
private struct Digest {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ data: Data) {
    for byte in data { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  var text: String { String(value, radix: 16) }
}
