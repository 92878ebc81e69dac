import GovDocument
import Testing

@testable import GovOCR

@Suite("Recognisers can be brought along")
struct RecognizerTests {
  private static let example = DrawnPicture.folder.appending(path: "../../Scripts/ocr/example-recognizer.py")
    .standardizedFileURL.path(percentEncoded: false)

  @Test("The example program reads a line over JSON lines")
  func command() throws {
    let page = try decode(DrawnPicture(path: "drawn/clean-other-004-weather.jpg").picture, limits: PictureLimits())
    let structure = try #require(findGrids(findLayout(page)).first.map(Structure.init))
    let ink = cellInk(page, structure.area(of: structure.cells[0]))
    let recognizer = try CommandRecognizer(Self.example)
    let seen = try recognizer.read(LinePicture(ink.page.padded(by: 10), kind: .figure), effort: .first)
    #expect(seen.map(\.text) == ["City"])
    #expect(seen.map(\.reader) == ["command"])
  }

  @Test("A program that fails, or answers nonsense, is an error and no crash", arguments: ["exit 3", "echo no", "cat"])
  func broken(command: String) throws {
    let recognizer = try CommandRecognizer(command, deadline: 5)
    let line = LinePicture(Raster(width: 40, height: 40, filledWith: 255), kind: .figure)
    let error = #expect(throws: PictureError.self) { try recognizer.read(line, effort: .first) }
    #expect(error?.code == .recognizerFailed)
  }

  @Test("Data that is not there is named with its package")
  func missing() {
    let recognizer = TesseractRecognizer(dataFolder: "/nowhere")
    let line = LinePicture(Raster(width: 40, height: 40, filledWith: 255), kind: .words)
    let error = #expect(throws: PictureError.self) { try recognizer.read(line, effort: .first) }
    #expect(error?.missingPackage == "tesseract-ocr-chi-sim")
  }
}

@Suite("Figures are compared by what they say")
struct FigureTextTests {
  @Test(
    "What readers confuse is folded",
    arguments: [
      ("O", "0"), ("4449.48万元", "4449.48万元"), ("１２", "12"), ("— —", "-"), ("無", "无"), ("3，200", "3,200"),
      ("77.569.74", "77,569.74"),
    ])
  func folded(seen: String, figure: String) {
    #expect(foldedFigure(seen) == figure)
  }

  @Test(
    "What specks at its ends hide of a figure is found below them",
    arguments: [
      ("269)", "269"), ("0-", "0"), ("*5", "5"), ("'1,204.", "1,204"), ("无.", "无"), ("无8", "无"), ("元", "无"),
      ("-%", ""), ("7元)7", ""), ("av", ""), ("", ""),
    ])
  func specks(seen: String, figure: String) { #expect(withoutSpecks(seen) == figure) }

  @Test("Figures, and marks for none", arguments: ["0", "-68", "+3", "1,234,567", "4449.48万元", "12%", "-", "/", "无"])
  func figures(text: String) { #expect(isFigure(text)) }

  @Test("No figures", arguments: ["", "12,34", "1.", ".5", "1.2.3", "--", "5-", "12万", "a", "1,2345"])
  func others(text: String) { #expect(!isFigure(text)) }

  @Test("Labels are alike by their letters, whatever their brackets")
  func alike() {
    #expect(likeness("（一）予以公开", "(一)予以公开") == 1)
    #expect(likeness("採購總金額", "采购总金额") == 1)
    #expect(likeness("规章", "行政许可") == 0)
  }
}
