import GovConvert
import GovWorker
import Testing

@Suite struct WireTests {
  @Test func `Every part of a picture's content comes back as it went`() throws {
    let content = try fullContent()
    #expect(try copy(of: content) == content)
  }

  @Test func `A cut or changed message is refused or differs, and never traps`() throws {
    var writer = WireWriter()
    try fullContent().write(to: &writer)
    let bytes = writer.bytes
    for length in stride(from: 0, to: bytes.count, by: 7) {
      var reader = WireReader(Array(bytes[..<length]))
      #expect(throws: WireError.self) { try PictureContent(from: &reader) }
    }
    for position in bytes.indices {
      var changed = bytes
      changed[position] ^= 0xff
      var reader = WireReader(changed)
      _ = try? PictureContent(from: &reader)
    }
  }

  private func copy(of content: PictureContent) throws -> PictureContent {
    var writer = WireWriter()
    content.write(to: &writer)
    var reader = WireReader(writer.bytes)
    return try PictureContent(from: &reader)
  }

  private func fullContent() throws -> PictureContent {
    var repaired = Prose("规(guī)章", origin: .line(3))
    repaired.apply([Edit(pass: "injected-pinyin", start: 1, end: 6, before: "(guī)", after: "")])
    repaired.apply([Edit(pass: "script", start: 0, end: 1, before: "规", after: "規")])
    let reading = Reading(
      candidates: [Candidate(text: "5", confidence: 0.5, reader: "eng")], confidence: 0.25, status: .doubtful,
      box: Box(x: 1, y: 2, width: 3, height: 4))
    let place = Origin.picture(name: "02.png", box: Box(x: 0, y: 0, width: 9, height: 9))
    let table = try #require(
      Table(
        rows: 2, columns: 2,
        cells: [
          Cell(row: 0, column: 0, columnSpan: 2, content: Prose("栏", origin: place)),
          Cell(row: 1, column: 0, content: Prose("5", origin: place), reading: reading),
        ], caption: Prose("表", origin: .document), image: "02.png", origin: place))
    let image = ImageReference(
      source: "03.png", alternative: Prose("图", origin: .line(1)), caption: nil, reason: "absent", origin: .line(2))
    return PictureContent(
      blocks: [.heading(level: 2, repaired), .paragraph(repaired), .list([repaired]), .table(table), .image(image)],
      findings: [Finding(.warning, .init(rawValue: "c"), "m", origin: place, figures: ["requests/new/total"])])
  }
}
