import GovDocument
import Testing

@testable import GovOCR

@Suite("Bytes that are no good picture are refused, and nothing crashes")
struct HostilePictureTests {
  @Test(
    "The header tells format and size before anything is decoded",
    arguments: [
      ("drawn/clean-form-000.webp", PictureHeader.Format.webp), ("drawn/clean-form-002.jpg", .jpeg),
      ("drawn/clean-form-003.png", .png), ("drawn/clean-form-005.tiff", .tiff),
      ("drawn/clean-other-007-sexes.gif", .gif),
    ])
  func header(path: String, format: PictureHeader.Format) throws {
    let picture = try DrawnPicture(path: path).picture
    let header = try #require(PictureHeader(picture.bytes))
    #expect(header.format == format)
    let pages = try decode(picture, limits: PictureLimits())
    #expect(pages.darkest.width == header.width)
    #expect(pages.darkest.height == header.height)
  }

  @Test("A picture that promises too many pixels is refused by its header")
  func bomb() throws {
    var picture = try DrawnPicture(path: "drawn/clean-form-003.png").picture
    picture.bytes.replaceSubrange(16..<20, with: [0x7F, 0xFF, 0xFF, 0xFF])
    let error = #expect(throws: PictureError.self) { try decode(picture, limits: PictureLimits()) }
    #expect(error?.code == .pictureTooLarge)
  }

  @Test(
    "Cut off anywhere, a picture is an error or a smaller picture",
    arguments: [
      "drawn/clean-form-000.webp", "drawn/hard-form-003.jpg", "drawn/clean-form-003.png", "drawn/clean-form-005.tiff",
      "drawn/clean-other-007-sexes.gif",
    ])
  func truncated(path: String) throws {
    let whole = try DrawnPicture(path: path).picture
    for part in [0, 1, 3, 8, 12, 20, 30, 60, whole.bytes.count / 3, whole.bytes.count - 20] {
      let picture = Picture(name: "cut", bytes: Array(whole.bytes.prefix(part)))
      _ = try? decode(picture, limits: PictureLimits())
    }
  }

  @Test("A JPEG that breaks off is read as far as it goes, and says so", arguments: [(1, 2), (9, 10), (1, 1)])
  func damaged(part: Int, of all: Int) throws {
    let whole = try DrawnPicture(path: "drawn/hard-form-003.jpg").picture
    let picture = Picture(name: "cut.jpg", bytes: Array(whole.bytes.prefix(whole.bytes.count * part / all)))
    #expect(try decode(picture, limits: PictureLimits()).isDamaged == (part < all))
  }

  @Test("Text named like a picture is refused, not opened as a list of files")
  func text() {
    let picture = Picture(name: "list.png", bytes: Array("/etc/passwd\n".utf8))
    let error = #expect(throws: PictureError.self) { try decode(picture, limits: PictureLimits()) }
    #expect(error?.code == .pictureUnreadable)
  }

  @Test(
    "A layout whose cells are no places of a table is not looked for",
    arguments: [(0, 0, 0, 1), (2, 2, 2, 1), (2, 2, 0, 3), (2, 2, 0, 0), (2, 2, -1, 1)])
  func noTable(rows: Int, columns: Int, row: Int, rowSpan: Int) {
    let cell = TemplateCell(row: row, column: 0, rowSpan: rowSpan, content: .label("总计"))
    let template = TableTemplate(identifier: "none", rows: rows, columns: columns, cells: [cell])
    let text = (0..<60).map { number in
      let (x, y) = (number % 10 * 30, number / 10 * 30)
      return Component(area: Area(left: x, top: y, right: x + 20, bottom: y + 14), pixels: 100)
    }
    let page = Raster(width: 40, height: 40, filledWith: 255)
    let layout = Layout(
      horizontal: [], vertical: [], text: text, points: [], textHeight: 14, ground: Ground([page], text: [], reach: 4))
    #expect(tableCandidates(FoundTables(layout: layout, grids: [], drawn: []), [template]).isEmpty)
  }

  @Test("A picture of nothing gives a finding")
  func nothing() throws {
    let paper = Raster(width: 300, height: 200, filledWith: 255)
    let white = Pages(darkest: paper, brightest: paper)
    let turn = Turn(slope: 0, width: 300, height: 200)
    var reader = PageReader(name: "logo.png", pages: white, turn: turn, recognizer: Silent())
    let content = try reader.read([])
    #expect(content.blocks.isEmpty)
    #expect(content.findings.map(\.code) == [.pictureWithoutText])
  }
}

/// A recogniser that sees nothing.
private struct Silent: TextRecognizer {
  func read(_ line: LinePicture, effort: Effort) throws(PictureError) -> [Candidate] { [] }
}
