import Glibc
import GovConvert
import TestSupport
import Testing

@Suite("A page goes all the way through")
struct ConverterTests {
  private let page = """
    <html><head><meta charset="utf-8"><title>年度报告</title></head><body><h1>青云市水务局2021年政府信息公开工作年度报告</h1>
    <p>本报告根据条例编制，所列数据的统计期限自2021年1月1日起，至2021年12月31日止，欢迎公众监督。</p>
    <p>一、总体情况</p><p>全年公开信息12条，办理申请3件，均在期限内答复，没有收取任何费用。</p><p><img src="02.png" alt="表二"></p>
    </body></html>
    """

  @Test("The example of the documentation")
  func example() throws {
    let folder = try ScratchFolder()
    try folder.write(page, to: "page.html")
    let path = "\(folder.path)/page.html"

    let conversion = try Converter().convert(.file(path))
    #expect(conversion.text(as: .markdown).contains("## 一、总体情况"))
    #expect(conversion.status == .complete)
    #expect(conversion.findings.contains { $0.code == .pictureNotRead && $0.severity == .warning })
    #expect(conversion.document.source.name == "page.html")
  }

  @Test("Many tasks share one converter and agree")
  func tasks() async throws {
    let converter = Converter()
    let input = Input.bytes(Array(page.utf8), name: "page.html")
    let expected = try await converter.convert(input)
    let all = try await withThrowingTaskGroup(of: Conversion.self) { group in
      for _ in 0..<8 { group.addTask { try await converter.convert(input) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all == Array(repeating: expected, count: 8))
  }

  @Test("A picture reader fills the picture's place, with the statutory tables in hand")
  func pictures() throws {
    var converter = Converter()
    converter.options.pictureReader = EchoReader()
    let input = Input.bytes(Array(page.utf8), name: "page.html", resources: OneResource(name: "02.png"))
    let conversion = try converter.convert(input)
    #expect(conversion.document.blocks.last == .paragraph(Prose("02.png: bytes of 02.png", origin: .document)))
    #expect(conversion.status == .complete)
  }

  @Test("A picture that fails stays, with the reason")
  func failingPicture() throws {
    var converter = Converter()
    converter.options.pictureReader = EchoReader()
    let conversion = try converter.convert(.bytes(Array(page.utf8), name: "page.html"))
    guard case .image(let image) = conversion.document.blocks.last else {
      Issue.record("the picture is gone")
      return
    }
    #expect(image.reason == "not found beside the page")
    #expect(conversion.status == .partial)
    #expect(conversion.findings.contains { $0.code == .pictureMissing && $0.message.hasPrefix("02.png: not found") })
  }

  @Test("A missing package is named for the caller")
  func missingPackage() throws {
    var converter = Converter()
    converter.options.pictureReader = MissingReader()
    let input = Input.bytes(Array(page.utf8), name: "page.html", resources: OneResource(name: "02.png"))
    #expect(try converter.convert(input).missingPackage == "tesseract-ocr-chi-sim")
  }

  @Test("A picture in the page itself is decoded, within limits")
  func dataURI() throws {
    var converter = Converter()
    converter.options.pictureReader = EchoReader()
    let payload = String(repeating: "aGVsbG9oZWxsb2hlbGxv", count: 20)
    let inline = page.replacing("02.png", with: "data:image/png;base64,\(payload)")
    let conversion = try converter.convert(.bytes(Array(inline.utf8), name: "page.html"))
    #expect(
      conversion.document.blocks.last
        == .paragraph(Prose("picture 1 inside the page: " + String(repeating: "hello", count: 60), origin: .document)))
    converter.options.pictureBytes = 4
    #expect(try converter.convert(.bytes(Array(inline.utf8), name: "page.html")).status == .partial)
  }

  @Test(
    "A picture by itself is an input like any other",
    arguments: [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
      [0x42, 0x4D, 0x36, 0x10, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0, 40, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0],
    ])
  func pictureInput(bytes: [UInt8]) throws {
    let conversion = try Converter().convert(.bytes(bytes, name: "02"))
    #expect(conversion.status == .failed)
    #expect(conversion.findings.map(\.code) == [.pictureNotRead])
    #expect(conversion.document.source.format == .image)
  }

  @Test("A text that begins with the letters of a BMP file is a text")
  func letters() throws {
    let text = Array("BMP文件由标头和像素组成，此处只是文字。".utf8)
    #expect(try Converter().convert(.bytes(text, name: "a")).document.source.format == .text)
  }

  @Test(
    "What cannot be read is an error with its stage",
    arguments: [
      ("SQLite format 3\0", "s.sqlite", Finding.Code.inputUnsupported, ConversionError.Stage.read),
      ("%PDF-1.7", "a.html", Finding.Code.inputUnsupported, ConversionError.Stage.read),
      ("PK\u{3}\u{4}", "a", .inputUnsupported, .read), ("", "a.html", .inputEmpty, .open),
    ])
  func unreadable(text: String, name: String, code: Finding.Code, stage: ConversionError.Stage) throws {
    let error = #expect(throws: ConversionError.self) {
      try Converter().convert(.bytes(Array(text.utf8), name: name))
    }
    #expect(error?.code == code)
    #expect(error?.stage == stage)
    #expect(error?.name == name)
  }

  @Test("Files that are none are named as what they are")
  func notFiles() throws {
    let folder = try ScratchFolder()
    mkfifo("\(folder.path)/pipe.html", 0o600)
    for (name, code) in [
      ("pipe.html", Finding.Code.inputNotAFile), ("", .inputNotAFile), ("none.html", .inputNotFound),
      ("none/none.html", .inputNotFound),
    ] {
      let error = #expect(throws: ConversionError.self) { try Converter().convert(.file("\(folder.path)/\(name)")) }
      #expect(error?.code == code, "\(name)")
    }
  }

  @Test(
    "The kind of an input is told by its signature, its name, its text",
    arguments: [
      ("<p>甲乙丙丁</p>", "a", Source.Format.html), ("<!doctype html><p>甲", "a.xyz", .html),
      ("\u{FEFF}<html><p>甲", "a", .html),
    ])
  func kinds(text: String, name: String, format: Source.Format) throws {
    #expect(try Converter().convert(.bytes(Array(text.utf8), name: name)).document.source.format == format)
  }
}

private struct OneResource: Resources {
  let name: String

  func bytes(of reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8] {
    guard reference == name else { throw .notFound }
    return Array("bytes of \(name)".utf8)
  }
}

private struct EchoReader: PictureReader {
  func read(_ picture: Picture, templates: [TableTemplate]) throws(PictureError) -> PictureContent {
    guard !templates.isEmpty else { throw PictureError(code: .init(rawValue: "no-templates"), message: "no templates") }
    let text = "\(picture.name): \(String(decoding: picture.bytes, as: UTF8.self))"
    return PictureContent(blocks: [.paragraph(Prose(text, origin: .document))])
  }
}

private struct MissingReader: PictureReader {
  func read(_ picture: Picture, templates: [TableTemplate]) throws(PictureError) -> PictureContent {
    throw PictureError(
      code: .init(rawValue: "package-missing"), message: "Tesseract has no Chinese data",
      missingPackage: "tesseract-ocr-chi-sim")
  }
}
