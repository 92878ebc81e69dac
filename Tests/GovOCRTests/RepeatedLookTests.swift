import GovDocument
import Testing

@testable import GovOCR

@Suite("A line is looked at again only for what may come of it")
struct RepeatedLookTests {
  @Test("What has been seen on a line is remembered until there is no more room")
  func memory() {
    var memory = LineMemory<Int>(capacity: 250)
    var looks = 0
    func value(_ grey: UInt8, width: Int = 10) -> Int {
      memory.recall(Raster(width: width, height: 10, filledWith: grey)) { _ in
        looks += 1
        return looks
      }
    }
    #expect([value(1), value(2), value(1), value(2)] == [1, 2, 1, 2])
    #expect([value(3), value(1)] == [3, 4])
    #expect([value(5, width: 30), value(5, width: 30)] == [5, 6])
  }

  @Test(
    "A label gets further looks while it may still be one, none when the text is far longer",
    arguments: [("规章", 1), ("规草", 3), ("人机", 3), ("不补正、行政机关不再处理", 1)])
  func label(seen: String, looks: Int) throws {
    #expect(try Self.read(seen, as: "规章").looks == looks)
  }

  @Test(
    "What resembles one label of the form and no other is a guess of it, what is another one is not",
    arguments: [
      ("总计", "总计", Status.read), ("不计", "总计", .doubtful), ("其他", "其他", .doubtful), ("不法", "不法", .doubtful),
    ])
  func guess(seen: String, text: String, status: Status) throws {
    let reading = try Self.read(seen, as: "总计").reading
    #expect(reading.text == text)
    #expect(reading.status == status)
    #expect(reading.candidates.map(\.text) == [seen])
  }

  @Test("A part of a label that is another one of the form's is taken for what is left of it")
  func part() throws { #expect(try Self.read("总计", as: "（七）总计").reading.status == .read) }

  /// What is made of a drawn label on which `seen` is seen at every look, and how many looks there were.
  private static func read(_ seen: String, as official: String) throws -> (reading: CellReading, looks: Int) {
    var page = Raster(width: 300, height: 80, filledWith: 255)
    for letter in 0..<6 { page.fill(Area(left: 60 + 13 * letter, top: 30, right: 70 + 13 * letter, bottom: 44), 0) }
    let pages = Pages(darkest: page, brightest: page)
    var reader = PageReader(
      name: "drawn.png", pages: pages, turn: Turn(slope: 0, width: 300, height: 80), recognizer: Repeating(text: seen))
    let ink = cellInk(pages, Area(left: 40, top: 10, right: 180, bottom: 70))
    let labels = ["规章", "总计", "其他", "（七）总计"]
    let reading = try reader.read(ink, as: .label(official), among: labels, usualContrast: ink.contrast)
    return (reading, (reader.recognizer as? Repeating)?.looks ?? 0)
  }
}

/// Sees the same on every line and counts how often it looks.
private struct Repeating: TextRecognizer {
  let text: String
  var looks = 0

  mutating func read(_ line: LinePicture, effort: Effort) -> [Candidate] {
    looks += 1
    return [Candidate(text: text, confidence: 0.9, reader: "drawn")]
  }
}
