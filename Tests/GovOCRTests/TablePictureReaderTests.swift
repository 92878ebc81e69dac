import GovDocument
import GovOCR
import Testing

@Suite("Pictures of tables become tables", .serialized)
struct TablePictureReaderTests {
  private static let reader = TablePictureReader()

  @Test(
    "Clean pictures: the grid is exact, every figure is right",
    arguments: [
      "report-2019/文档1_01_副本.png", "report-2019/03.png", "drawn/clean-form-003.png",
      // Two tables of one form.
      "drawn/clean-form-stacked.gif",
    ].map(DrawnPicture.init))
  func clean(drawn: DrawnPicture) throws {
    let tables = try drawn.read(with: Self.reader)
    let truth = try drawn.truth.tables
    #expect(tables.map(\.layout) == truth.map(\.layout))
    for (table, wanted) in zip(tables, truth) {
      let score = Score(table, wanted)
      #expect(score.right == score.figures)
      #expect(score.unflagged.isEmpty)
    }
  }

  @Test(
    "Worse pictures: what is wrong is flagged",
    arguments: [
      "drawn/typical-form-002.jpg", "drawn/hard-form-003.jpg", "drawn/hard-form-005.jpg",
      // A boundary of columns, and one of rows, was found in the wrong place.
      "drawn/typical-form-dashed.jpg", "drawn/hard-form-open.jpg",
    ].map(DrawnPicture.init))
  func worse(drawn: DrawnPicture) throws {
    for (table, wanted) in zip(try drawn.read(with: Self.reader), try drawn.truth.tables)
    where table.layout == wanted.layout {
      #expect(Score(table, wanted).unflagged.isEmpty)
    }
  }

  @Test(
    "Tables that are no form keep their own shape",
    arguments: ["drawn/clean-other-004-weather.jpg", "drawn/clean-other-007-sexes.gif"].map(DrawnPicture.init))
  func other(drawn: DrawnPicture) throws {
    #expect(try drawn.read(with: Self.reader).map(\.layout) == drawn.truth.tables.map(\.layout))
  }

  @Test("Every cell says where it lies, who saw what, and how sure that is")
  func evidence() throws {
    let drawn = DrawnPicture(path: "report-2019/03.png")
    let table = try #require(try drawn.read(with: Self.reader).first)
    #expect(table.image == "03.png")
    for cell in table.cells {
      let reading = try #require(cell.reading)
      #expect(reading.box.width > 10 && reading.box.height > 10)
      #expect((0...1).contains(reading.confidence))
      #expect(cell.content.text.isEmpty || !reading.candidates.isEmpty)
    }
  }

  @Test("Reading without blocking a task gives the same")
  func asynchronous() async throws {
    let picture = try DrawnPicture(path: "drawn/clean-other-004-weather.jpg").picture
    let content = try await Self.reader.read(picture, templates: [])
    #expect(content == (try Self.readNow(picture)))
  }

  private static func readNow(_ picture: Picture) throws -> PictureContent {
    try reader.read(picture, templates: [])
  }
}
