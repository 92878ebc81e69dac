import GovDocument
import GovForms
import Testing

@testable import GovOCR

@Suite("A form is found by where its words and figures stand")
struct FormByTextTests {
  private static let templates = StatutoryForm.all.flatMap(\.templates)

  private static func reader(_ drawn: DrawnPicture) throws -> PageReader {
    let decoded = try decode(drawn.picture, limits: PictureLimits())
    let turn = findTurn(decoded.darkest)
    let pages = Pages(
      darkest: decoded.darkest.straightened(by: turn), brightest: decoded.brightest.straightened(by: turn))
    return PageReader(name: "drawn.jpg", pages: pages, turn: turn, recognizer: TesseractRecognizer())
  }

  private static func candidates(_ drawn: DrawnPicture) throws -> [TableCandidate] {
    tableCandidates(try reader(drawn).found, templates)
  }

  @Test("A form that is found twice in one place is read once")
  func once() throws {
    var reader = try Self.reader(DrawnPicture(path: "drawn/typical-form-none-review.jpg"))
    let candidates = tableCandidates(reader.found, Self.templates)
    #expect(try reader.tables(candidates + candidates).count == 1)
  }

  @Test("A dashed table with a coloured head is laid as it was drawn, not as a form of fewer rows")
  func likeliest() throws {
    let drawn = DrawnPicture(path: "drawn/typical-form-005.jpg")
    #expect(
      try Self.candidates(drawn).map { $0.forms.first.map(Self.layout) } == (try drawn.truth.tables.map(\.layout)))
  }

  @Test(
    "Without any line the form is among the likeliest, for its labels to decide",
    arguments: [
      "drawn/typical-form-none-review.jpg", "drawn/typical-form-none-disclosure.jpg",
      "drawn/typical-form-none-requests.jpg",
    ].map(DrawnPicture.init))
  func unruled(drawn: DrawnPicture) throws {
    let wanted = try #require(try drawn.truth.tables.first?.layout)
    let candidate = try #require(try Self.candidates(drawn).first)
    #expect(candidate.forms.contains { Self.layout($0) == wanted })
  }

  private static func layout(_ form: FormFit) -> [[Int]] {
    form.structure.cells.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test("A cell that is likewise possible elsewhere is not taken for sure")
  func rivals() throws {
    let drawn = DrawnPicture(path: "drawn/typical-form-none-disclosure.jpg")
    for (table, wanted) in zip(try drawn.read(with: TablePictureReader()), try drawn.truth.tables) {
      #expect(table.rows == wanted.rows && table.columns == wanted.columns)
      #expect(Score(table, wanted).unflagged.isEmpty)
    }
  }

  @Test("Text that stands in other places is no form")
  func other() {
    let glyphs = (0..<10).flatMap { row in
      (0..<30).map { Area(left: 12 * $0, top: 40 * row, right: 12 * $0 + 10, bottom: 40 * row + 12) }
    }
    let empty = Layout(
      horizontal: [], vertical: [], text: [], points: [], textHeight: 12, ground: Ground([], text: [], reach: 3))
    let cover = TextCover(glyphs, textHeight: 12)
    #expect(fitsByText(cover, RuledStretches(empty), empty.ground, to: Self.templates.map { FormPlan($0) }).isEmpty)
  }
}

@Suite("What text covers")
struct TextCoverTests {
  /// Two words of two characters each, side by side.
  private let cover = TextCover(
    [10, 24, 80, 94].map { Area(left: $0, top: 10, right: $0 + 12, bottom: 22) }, textHeight: 12)

  @Test("Characters are counted by their area")
  func characters() {
    #expect(abs(cover.characters - 4) < 0.6)
    #expect(abs(cover.characters(0, 0, 50, 40) - 2) < 0.4)
    #expect(cover.characters(40, 0, 70, 40) == 0)
  }

  @Test("A valley lies between the words, none inside of one")
  func valleys() {
    #expect(cover.valleys(ofColumnsBetween: 0, 40).filter { $0 > 20 && $0 < 90 } == [58])
  }
}

@Suite("The cheapest chain of stretches")
struct ChainTests {
  private func cheapest(_ count: Int, _ places: [Int]) -> Chain? {
    // Each stretch wants to be ten long, a boundary at 20 is worth something, and nothing may be left out.
    chain(count: count, places: places, lengths: 2...30) { _, start, end in
      Double(abs(end - start - 10))
    } boundary: { _, place in
      place == 20 ? -3 : 0
    } outside: { start, end in
      Double(end - start)
    }
  }

  @Test("Stretches of the wanted length, through the boundary that is worth it")
  func wanted() {
    #expect(cheapest(3, [0, 9, 12, 20, 30]).map(\.places) == [0, 9, 20, 30])
  }

  @Test("Fewer places than boundaries")
  func tooFew() { #expect(cheapest(3, [0, 10, 20]) == nil) }
}
