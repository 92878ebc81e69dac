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
    // One for which there is no room takes none.
    #expect([value(1), value(3)] == [4, 3])
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

  @Test(
    "Looks that show different characters of a label are a guess of it together, not of what another label has too",
    arguments: [
      (["站果询正", "疾组列正", "结栗纲正"], "结果纠正"), (["疾组列正", "结栗纲甲"], "结果纠正"),
      (["疾果列甲", "站果询业"], "疾果列甲"), (["结果给甲", "结果询持"], "结果给甲"),
      (["结合实际讲求成果并纠偏扶正"], "结合实际讲求成果并纠偏扶正"),
    ])
  func together(seen: [String], text: String) throws {
    let reading = try Self.read(seen, as: "结果纠正", among: ["结果纠正", "结果维持", "总计"]).reading
    #expect(reading.text == text)
    #expect(reading.status == .doubtful)
  }

  @Test(
    "What a further look takes each character for, besides, shows a label too, though never for sure",
    arguments: [(["站甲询乙", "结果丙丁", "戊己纠庚"], "结果纠正"), (["站甲询乙", "结果丙丁"], "站甲询乙")])
  func besides(seen: [String], text: String) throws {
    let page = Self.page()
    var reader = PageReader(
      name: "drawn.png", pages: page, turn: Turn(slope: 0, width: 300, height: 80), recognizer: Besides(texts: seen))
    let ink = cellInk(page, Area(left: 40, top: 10, right: 180, bottom: 70))
    let reading = try reader.read(
      ink, as: .label("结果纠正"), among: ["结果纠正", "结果维持", "总计"], usualContrast: ink.contrast)
    #expect(reading.text == text)
    #expect(reading.status == .doubtful)
  }

  @Test(
    "Of labels that differ in one letter the place tells, where that letter cannot be read, and never against it",
    arguments: [
      ("第二十条第（五）项", "第二十条第（五）项", Status.read), ("医二干条第【万]项", "第二十条第（五）项", .doubtful),
      ("医二干条第（六）项", "医二干条第（六）项", .doubtful), ("第二条第（六）项", "第二条第（六）项", .doubtful),
    ])
  func kin(seen: String, text: String, status: Status) throws {
    let labels = ["第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "信息内容"]
    let reading = try Self.read([seen], as: labels[1], among: labels).reading
    #expect(reading.text == text)
    #expect(reading.status == status)
  }

  @Test(
    "Letters count that a look has in the label's order",
    arguments: [("本年制件数", 5.0 / 6), ("数件年", 1.0 / 6), ("", 0.0), ("规章", 0.0)])
  func share(look: String, expected: Double) {
    #expect(abs(GovOCR.share(of: "本年制发件数", shownBy: [look]) - expected) < 0.001)
    #expect(GovOCR.share(of: "（）", shownBy: [look]) == 0)
  }

  @Test("A stroke in the place of a label is not drawn out as if it were print")
  func stroke() throws {
    var page = Raster(width: 300, height: 80, filledWith: 255)
    page.fill(Area(left: 60, top: 38, right: 160, bottom: 40), 0)
    let pages = Pages(darkest: page, brightest: page)
    var reader = PageReader(
      name: "drawn.png", pages: pages, turn: Turn(slope: 0, width: 300, height: 80), recognizer: Measuring())
    let ink = cellInk(pages, Area(left: 40, top: 10, right: 180, bottom: 70))
    _ = try reader.read(ink, as: .label("规章"), among: ["规章", "总计"], usualContrast: ink.contrast)
    let widths = try #require(reader.recognizer as? Measuring).widths
    #expect(!widths.isEmpty)
    #expect(widths.allSatisfy { $0 < 800 })
  }

  @Test("A part of a label that is another one of the form's is taken for what is left of it")
  func part() throws { #expect(try Self.read("总计", as: "（七）总计").reading.status == .read) }

  /// What is made of a drawn label on which `seen` is seen at every look, and how many looks there were.
  private static func read(_ seen: String, as official: String) throws -> (reading: CellReading, looks: Int) {
    try read([seen], as: official, among: ["规章", "总计", "其他", "（七）总计"])
  }

  /// The same for looks of which each sees something else, the last one again and again.
  private static func read(
    _ seen: [String], as official: String, among labels: [String]
  ) throws -> (reading: CellReading, looks: Int) {
    let pages = page()
    var reader = PageReader(
      name: "drawn.png", pages: pages, turn: Turn(slope: 0, width: 300, height: 80), recognizer: Repeating(texts: seen))
    let ink = cellInk(pages, Area(left: 40, top: 10, right: 180, bottom: 70))
    let reading = try reader.read(ink, as: .label(official), among: labels, usualContrast: ink.contrast)
    return (reading, (reader.recognizer as? Repeating)?.looks ?? 0)
  }
}

extension RepeatedLookTests {
  /// A line of six dark squares.
  private static func page() -> Pages {
    var page = Raster(width: 300, height: 80, filledWith: 255)
    for letter in 0..<6 { page.fill(Area(left: 60 + 13 * letter, top: 30, right: 70 + 13 * letter, bottom: 44), 0) }
    return Pages(darkest: page, brightest: page)
  }
}

/// Sees nothing, and keeps how wide the lines are.
private struct Measuring: TextRecognizer {
  var widths: [Int] = []

  mutating func read(_ line: LinePicture, effort: Effort) -> [Candidate] {
    widths.append(line.width)
    return []
  }
}

/// Sees all its texts on whatever line, one beside the other, when it looks again; the first at a first look.
private struct Besides: TextRecognizer {
  let texts: [String]

  mutating func read(_ line: LinePicture, effort: Effort) -> [Candidate] {
    texts.prefix(effort == .again ? texts.count : 1).map { Candidate(text: $0, confidence: 0.5, reader: "drawn") }
  }
}

/// Sees one text after the other on whatever line, the last one again and again, and counts how often it looks.
private struct Repeating: TextRecognizer {
  let texts: [String]
  var looks = 0

  mutating func read(_ line: LinePicture, effort: Effort) -> [Candidate] {
    looks += 1
    return [Candidate(text: texts[min(looks, texts.count) - 1], confidence: 0.9, reader: "drawn")]
  }
}
