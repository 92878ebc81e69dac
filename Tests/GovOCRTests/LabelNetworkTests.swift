import Foundation
import GovDocument
import GovForms
import Testing

@testable import GovOCR

@Suite("Labels are compared with print that hardly can be read")
struct LabelNetworkTests {
  @Test("Every letter of every form is known")
  func alphabet() {
    let labels = StatutoryForm.all.flatMap(\.templates).flatMap(\.cells).compactMap { cell in
      if case .label(let label) = cell.content { label } else { nil }
    }
    #expect(labels.count > 100)
    for label in Set(labels) { #expect(LabelNetwork.shared.spelling(of: label) != nil, "\(label)") }
  }

  @Test(
    "A line that says the label is taken for it, one that says anything else never for sure",
    arguments: try LabelLine.all())
  func line(_ line: LabelLine) throws {
    let reading = try line.reading(among: Set(LabelLine.all().map(\.label)).sorted())
    if line.says == line.label {
      #expect(reading.text == line.label)
    } else {
      #expect(reading.status != .read)
      // With one letter another, one more or one fewer it may be the label for all that is seen.
      let letters = max(labelLetters(line.says).count, labelLetters(line.label).count)
      let others = (1 - likeness(line.says, line.label)) * Double(letters)
      if others > 1.5 { #expect(reading.text.isEmpty) }
    }
  }

  @Test("Of the lines that say the label hardly any is only guessed")
  func share() throws {
    let lines = try LabelLine.all().filter { $0.says == $0.label }
    let labels = Set(lines.map(\.label)).sorted()
    let read = try lines.count { try $0.reading(among: labels).status == .read }
    #expect(lines.count == 21)
    #expect(read >= 15)
  }

  @Test("Specks above and below a line hide no label", arguments: [0, 3, 6])
  func specks(rows: Int) throws {
    let line = try #require(try LabelLine.all().first { $0.picture == "003.png" })
    let strip = try line.strip()
    var dirty = Raster(width: strip.width, height: strip.height + 2 * rows, filledWith: 255)
    dirty.place(strip, x: 0, y: rows)
    dirty.fill(Area(left: 3, top: 0, right: 5, bottom: min(2, rows)), 60)
    dirty.fill(
      Area(
        left: strip.width - 5, top: max(dirty.height - 2, strip.height + rows), right: strip.width - 3,
        bottom: dirty.height), 60)
    var reader = line.reader(of: dirty)
    let opinion = reader.opinion(on: dirty, official: line.label, among: [line.label, "总计"])
    #expect(opinion?.isOfficial == true)
  }

  @Test("What is no line gives no opinion", arguments: [(0, 0), (2, 30), (30, 2), (4000, 5)])
  func nothing(width: Int, height: Int) {
    #expect(LabelNetwork.shared.look(at: Raster(width: width, height: height, filledWith: 0)) == nil)
  }

  @Test("A label of more letters than a line has columns does not agree with it")
  func tooLong() throws {
    let scores = try #require(LabelNetwork.shared.look(at: Raster(width: 20, height: 20, filledWith: 0)))
    let spelling = try #require(LabelNetwork.shared.spelling(of: "结果维持结果纠正其他结果尚未审结总计"))
    #expect(scores.agreement(with: spelling).loss == .infinity)
  }

  @Test("Both scripts are one label")
  func scripts() throws {
    let letters = try #require(LabelNetwork.shared.spelling(of: "审"))
    #expect(letters.count == 1)
    #expect(letters[0].count >= 2)
    #expect(LabelNetwork.shared.spelling(of: "（）") == nil)
    #expect(LabelNetwork.shared.spelling(of: "龘") == nil)
  }
}

/// A line of Fixtures/pictures/labels, as Scripts/pictures/labels.py drew it: the label that the form has there, and what it says.
struct LabelLine: Decodable, CustomTestStringConvertible {
  let picture: String
  let label: String
  let says: String
  var testDescription: String { "\(picture): \(says) for \(label)" }

  private static let folder = DrawnPicture.folder.appending(path: "labels")

  static func all() throws -> [LabelLine] {
    try JSONDecoder().decode([LabelLine].self, from: Data(contentsOf: folder.appending(path: "lines.json")))
  }

  func page() throws -> Raster {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: picture)))
    return try decode(Picture(name: picture, bytes: bytes), limits: PictureLimits()).darkest
  }

  func reader(of page: Raster) -> PageReader {
    PageReader(
      name: picture, pages: Pages(darkest: page, brightest: page),
      turn: Turn(slope: 0, width: page.width, height: page.height), recognizer: Blind())
  }

  /// The line without its margins.
  func strip() throws -> Raster {
    let page = try page()
    let lines = textLines(ink(of: page), usual: reader(of: page).layout.textHeight)
    return lines.strip(gap: 2)
  }

  /// What is made of the line where no engine sees anything.
  func reading(among labels: [String]) throws -> CellReading {
    let page = try page()
    let ink = ink(of: page)
    var reader = reader(of: page)
    return try reader.read(ink, as: .label(label), among: labels, usualContrast: ink.contrast)
  }

  private func ink(of page: Raster) -> CellInk {
    cellInk(
      Pages(darkest: page, brightest: page), Area(left: 0, top: 0, right: page.width, bottom: page.height))
  }
}

private struct Blind: TextRecognizer {
  mutating func read(_ line: LinePicture, effort: Effort) -> [Candidate] { [] }
}
