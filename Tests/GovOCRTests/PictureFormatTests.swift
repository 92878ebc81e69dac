import GovDocument
import Testing

@testable import GovOCR

/// Every file of Fixtures/pictures/formats shows one thing: see Scripts/pictures/formats.py.
@Suite("Every format shows what it shows in a browser")
struct PictureFormatTests {
  private static func pages(_ name: String) throws -> Pages {
    try decode(DrawnPicture(path: "formats/\(name)").picture, limits: PictureLimits())
  }

  @Test(
    "Depths, palettes, transparency on white, CMYK, orientations",
    arguments: [
      "grey-16.png", "colour-16.png", "grey.png", "palette.png", "alpha.png", "grey-alpha.png", "palette-alpha.png",
      "grey.jpg", "progressive.jpg", "cmyk.jpg", "exif-1.jpg", "exif-2.jpg", "exif-3.jpg", "exif-4.jpg", "exif-5.jpg",
      "exif-6.jpg", "exif-7.jpg", "exif-8.jpg", "exif-6.png", "exif-6.webp", "exif-6.tiff", "plain.gif", "colour.bmp",
      "palette.bmp", "lzw.tiff", "cmyk.tiff", "grey-16.tiff", "alpha.tiff", "lossy.webp", "lossless.webp", "alpha.webp",
      "animated.png", "animated.gif", "animated.webp", "pages.tiff",
    ])
  func shown(name: String) throws {
    let page = try Self.pages(name).darkest
    try #require([page.width, page.height] == [48, 32])
    #expect(page[12, 8] < 40)
    #expect((88...168).contains(page[36, 22]))
    for (x, y) in [(36, 8), (12, 22), (24, 14)] { #expect(page[x, y] > 215) }
  }

  @Test("Black and white", arguments: ["one-bit.png", "one-bit.bmp", "fax.tiff"])
  func oneBit(name: String) throws {
    let page = try Self.pages(name).darkest
    #expect([page.width, page.height] == [48, 32])
    #expect(page[12, 8] == 0)
    #expect(page[36, 8] == 255)
  }

  @Test(
    "Frames and pages are counted",
    arguments: [
      ("animated.png", 2), ("animated.gif", 2), ("animated.webp", 2), ("pages.tiff", 3), ("plain.gif", 1),
      ("lzw.tiff", 1), ("lossy.webp", 1), ("grey.png", 1), ("exif-1.jpg", 1), ("colour.bmp", 1),
    ])
  func frames(name: String, count: Int) throws {
    #expect(try Self.pages(name).frames == count)
  }

  @Test("Frames that are left unread are a finding")
  func finding() throws {
    let picture = try DrawnPicture(path: "formats/pages.tiff").picture
    let content = try TablePictureReader().read(picture, templates: [])
    #expect(content.findings.contains { $0.code == .pictureFramesLeft && $0.message.contains("3 pictures") })
  }

  @Test("A chain of pages that bites its tail ends")
  func endless() throws {
    var bytes = try DrawnPicture(path: "formats/pages.tiff").picture.bytes
    let header = HeaderBytes(bytes: bytes)
    let first = try #require(header.integer(at: 4, count: 4, big: false))
    let entries = try #require(header.integer(at: first, count: 2, big: false))
    let link = first + 2 + entries * 12
    bytes.replaceSubrange(link..<link + 4, with: bytes[4..<8])
    #expect(HeaderBytes(bytes: bytes).frames(of: .tiff) == 1000)
  }
}
