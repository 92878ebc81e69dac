import GovDocument
import Testing

@testable import GovOCR

@Suite("What was read with doubt is called doubtful")
struct HonestyTests {
  private static func clear(width: Double = 2.1, height: Double = 1) -> InkQuality {
    InkQuality(
      digitHeight: 14, contrast: 200, lines: 1, isExpected: true, extent: InkExtent(width: width, height: height))
  }

  private static func seen(_ text: String, _ confidence: Double, _ reader: String) -> Candidate {
    Candidate(text: text, confidence: confidence, reader: reader)
  }

  @Test("Agreement of readers that fail differently makes a figure read")
  func agreement() {
    let reading = vote(Self.seen("117", 0.9995, "glyphs"), [Self.seen("117", 0.995, "eng")], Self.clear())
    #expect(reading.text == "117")
    #expect(reading.status == .read)
    #expect(reading.confidence > 0.99)
  }

  @Test("Two looks of one engine do not outvote the classifier")
  func correlated() {
    let engine = [Self.seen("17488", 0.95, "eng"), Self.seen("17488", 0.95, "eng3"), Self.seen("1", 0.85, "chi_sim")]
    let reading = vote(Self.seen("17498", 0.6, "glyphs"), engine, Self.clear(width: 3.5))
    #expect(reading.status == .doubtful)
    #expect(reading.confidence < 0.97)
  }

  @Test(
    "A cell without room for a digit is not blank for sure",
    arguments: [(30, Status.read), (9, .doubtful), (-9, .doubtful)])
  func narrow(width: Int, status: Status) throws {
    let page = Raster(width: 300, height: 200, filledWith: 255)
    let pages = Pages(darkest: page, brightest: page)
    var reader = quietReader(of: pages)
    let ink = cellInk(pages, Area(left: 100, top: 50, right: 100 + width, bottom: 80))
    let reading = try reader.read(ink, as: .figure("new/total"), among: [], usualContrast: 200)
    #expect(reading.text.isEmpty && reading.status == status)
  }

  @Test("Letters that every reader makes of a lone dash do not speak against it")
  func dash() {
    let reading = vote(
      Self.seen("-", 0.995, "glyphs"), [Self.seen("ms", 0.6, "eng")], Self.clear(width: 0.5, height: 0.2))
    #expect(reading.text == "-")
    #expect(reading.status == .read)
  }

  @Test("A mark where a reader sees a number is no mark for sure")
  func mark() {
    let reading = vote(Self.seen("-", 0.02, "glyphs"), [Self.seen("376", 0.995, "eng")], Self.clear())
    #expect(reading.status == .doubtful)
  }

  @Test(
    "无 is read where both who know it see it, whatever Latin is made of it",
    arguments: [("无", 0.995, Status.read), ("无", 0.9, .doubtful), ("孙", 0.995, .doubtful)])
  func none(han: String, confidence: Double, status: Status) {
    let engine = [Self.seen("1", 0.92, "eng"), Self.seen("Xe", 0.89, "eng3"), Self.seen(han, confidence, "chi_sim")]
    let reading = vote(Self.seen("无", 0.98, "glyphs"), engine, Self.clear(width: 1.2))
    #expect(reading.text == "无")
    #expect(reading.status == status)
  }

  @Test(
    "What Latin makes of a unit is no part of the number, where both who know the unit see it",
    arguments: [("17.00草元", "17.00万元"), ("17.003550", "17.003550")])
  func unit(han: String, text: String) {
    let engine = [
      Self.seen("17.003550", 0.86, "eng"), Self.seen("17.003550", 0.86, "eng3"), Self.seen(han, 0.89, "chi_sim"),
    ]
    let reading = vote(Self.seen("17.00万元", 0.42, "glyphs"), engine, Self.clear(width: 6))
    #expect(reading.text == text)
    #expect(reading.status == .doubtful)
  }

  @Test("A reading that the ink has no room for gives way, however sure its reader is")
  func extent() {
    let dash = [Self.seen("7786", 0.9, "eng"), Self.seen("-", 0.99, "chi_sim")]
    #expect(vote(Self.seen("7786", 0.2, "glyphs"), dash, Self.clear(width: 2.8)).text == "7786")
    let lost = vote(Self.seen("5", 0.999, "glyphs"), [Self.seen("5", 0.99, "eng")], Self.clear(width: 2.1))
    #expect(lost.status == .doubtful)
  }

  @Test(
    "A figure with specks that no reader takes for one is a guess, where the form has one",
    arguments: [(["269.", "269)", "6569,"], true, "269"), (["269.", "269)"], false, ""), (["-%", "N"], true, "")])
  func specks(texts: [String], isExpected: Bool, text: String) {
    var ink = Self.clear()
    ink.isExpected = isExpected
    let reading = vote(Self.seen(texts[0], 0.3, "glyphs"), texts.dropFirst().map { Self.seen($0, 0.9, "eng") }, ink)
    #expect(reading.text == text)
    #expect(reading.status == (text.isEmpty ? .unreadable : .doubtful))
  }

  @Test("A point that may be a comma needs the reader that looks at its height")
  func separator() {
    let engine = ["eng", "eng3", "chi_sim"].map { Self.seen("313.267", 0.99, $0) }
    let ink = Self.clear(width: 4.6)
    #expect(vote(Self.seen("313767", 0.7, "glyphs"), engine, ink).status == .doubtful)
    #expect(vote(Self.seen("313.267", 0.9995, "glyphs"), engine, ink).status == .read)
  }

  @Test(
    "Of equal digits the guess has the point that the classifier alone misses",
    arguments: [("239.92", "239.92"), ("23992", "23992")])
  func guessedPoint(latin: String, expected: String) {
    let engine = [Self.seen("239.92", 0.97, "eng"), Self.seen(latin, 0.97, "eng3")]
    let reading = vote(Self.seen("23992", 0.9, "glyphs"), engine, Self.clear(width: 3.8))
    #expect(reading.text == expected)
    #expect(reading.status == .doubtful)
  }

  @Test("A sign or a point that one reader sees is not dropped for sure", arguments: ["117.", "1.17", "-117", "117"])
  func smallMarks(other: String) {
    let seen = [Self.seen("117", 0.999, "eng"), Self.seen(other, 0.9, "chi_sim")]
    let reading = vote(Self.seen("117", 0.9999, "glyphs"), seen, Self.clear())
    #expect(reading.text == "117")
    #expect(reading.status == (other == "117" ? .read : .doubtful))
  }

  @Test(
    "Digits of seven pixels leave no room for a sign or a point to be seen",
    arguments: [(7, Status.doubtful), (8, .read)])
  func smallDigits(height: Int, status: Status) {
    var ink = Self.clear()
    ink.digitHeight = height
    #expect(vote(Self.seen("117", 0.9999, "glyphs"), [Self.seen("117", 0.999, "eng")], ink).status == status)
  }

  @Test("Nothing that looks like a figure is unreadable")
  func nothing() {
    #expect(vote(nil, [Self.seen("bee", 0.9, "eng")], Self.clear()).status == .unreadable)
  }

  @Test("No evidence is worth more than the fit can know")
  func cap() {
    for proposal in evidence(Self.seen("5", 1, "glyphs"), [Self.seen("5", 1, "eng")], Self.clear(width: 0.7)) {
      #expect(proposal.probability <= 0.999)
    }
  }

  @Test("Another engine's first opinion is weighed like the first of our own")
  func foreign() {
    let own = Self.seen("117", 0.9995, "glyphs")
    let ours = vote(own, [Self.seen("117", 0.995, "eng")], Self.clear())
    #expect(vote(own, [Self.seen("117", 0.995, "command")], Self.clear()).confidence == ours.confidence)
  }
}

@Suite("A dash of three pixels is a mark, dirt is not")
struct LoneMarkTests {
  private func cell(_ marks: [Area]) -> CellInk {
    var page = Raster(width: 40, height: 24, filledWith: 255)
    for mark in marks { page.fill(mark, 60) }
    return CellInk(page: page, area: Area(left: 0, top: 0, right: 40, bottom: 24), contrast: 120, noise: 2)
  }

  @Test("A flat speck alone in the middle")
  func dash() {
    let dash = Area(left: 18, top: 12, right: 21, bottom: 13)
    #expect(loneMark(cell([dash]), usual: 12)?.areas == [dash])
  }

  @Test("A dash at a side may be a part of one", arguments: [0, 14, 36])
  func side(left: Int) throws {
    let mark = try #require(loneMark(cell([Area(left: left, top: 11, right: left + 4, bottom: 13)]), usual: 12))
    #expect(mark.touchesSide == (left != 14))
  }

  @Test(
    "Specks at the edge, upright, or several",
    arguments: [
      [Area(left: 0, top: 12, right: 3, bottom: 13)], [Area(left: 18, top: 8, right: 19, bottom: 12)],
      [Area(left: 8, top: 12, right: 11, bottom: 13), Area(left: 30, top: 5, right: 33, bottom: 6)],
    ])
  func dirt(marks: [Area]) {
    #expect(loneMark(cell(marks), usual: 12) == nil)
  }
}

@Suite("Coloured text is text")
struct ColouredTextTests {
  @Test("Figures that fade from the brightest channel are read from the darkest, a single digit with doubt")
  func coloured() throws {
    let page = try decode(DrawnPicture(path: "drawn/clean-other-004-weather.jpg").picture, limits: PictureLimits())
    let structure = try #require(findGrids(findLayout(page)).first.map(Structure.init))
    var tinted = page
    for cell in structure.cells where cell.row > 0 && cell.column > 0 {
      tinted.brightest.fill(structure.area(of: cell).inset(by: 3), 255)
    }
    let plain = try readings(of: page)
    let coloured = try readings(of: tinted)
    #expect(coloured.map(\.text) == plain.map(\.text))
    for (one, other) in zip(plain, coloured) where one.status == .read && one.text.count > 1 {
      #expect(other.status == .read)
    }
  }

  private func readings(of page: Pages) throws -> [(text: String, status: Status?)] {
    var reader = PageReader(
      name: "weather.jpg", pages: page, turn: Turn(slope: 0, width: page.darkest.width, height: page.darkest.height),
      recognizer: TesseractRecognizer())
    let tables = try reader.read([]).blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    return tables.flatMap(\.cells).map { ($0.content.text, $0.reading?.status) }
  }
}
