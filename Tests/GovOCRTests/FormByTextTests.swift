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

  @Test(
    "The first and the last row boundary are those of the frame, where text ends near it",
    arguments: [
      ([20, 94], [20, 50, 94]), ([27, 94], [27, 50, 94]), ([21, 150], [21, 50, 101]), ([60, 94], [21, 50, 94]),
    ])
  func ends(frame: [Int], expected: [Int]) {
    #expect([21, 50, 101].withEnds(of: frame, within: 40) == expected)
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

  @Test(
    "The uppermost row of heads is found where no line shows it: beside a label over two rows, and below another table",
    arguments: ["drawn/hard-form-none-review.jpg", "drawn/hard-form-review-twice.jpg"].map(DrawnPicture.init))
  func heads(drawn: DrawnPicture) throws {
    #expect(try drawn.read(with: TablePictureReader()).map(\.layout) == drawn.truth.tables.map(\.layout))
  }

  @Test("A form without that row has the other one for a sister, and not the other way round")
  func sisters() throws {
    let flat = try #require(Self.templates.first { $0.identifier == "2021/review/lineFlat" })
    let sisters = Self.templates.filter { FormPlan($0).isSister(of: flat) }
    #expect(Set(sisters.map(\.rows)) == [4] && Set(sisters.map(\.columns)) == [15])
    #expect(!sisters.contains { FormPlan(flat).isSister(of: $0) })
  }

  @Test("A cell that is likewise possible elsewhere is not taken for sure")
  func unsure() throws {
    let drawn = DrawnPicture(path: "drawn/typical-form-none-disclosure.jpg")
    for (table, wanted) in zip(try drawn.read(with: TablePictureReader()), try drawn.truth.tables) {
      #expect(table.rows == wanted.rows && table.columns == wanted.columns)
      #expect(Score(table, wanted).unflagged.isEmpty)
    }
  }

  @Test("Of two forms one below the other, one is found with all its rows, and none is stretched over both")
  func stacked() throws {
    let form = try #require(Self.templates.first { $0.identifier == "2019/disclosure" })
    let (one, other) = (Self.glyphs(of: form, top: 0, pitch: 11), Self.glyphs(of: form, top: 18 * 24 + 40, pitch: 11))
    let best = try #require(Self.fits(one + other).first)
    let first = try #require(best.structure.ys.first) > 400 ? 18 * 24 + 40 : 0
    // The outer boundaries may lie anywhere in the white beside the form.
    #expect(best.structure.ys.map { $0 - first }.dropFirst().dropLast() == (1..<18).map { 24 * $0 }[...])
  }

  @Test("A form in another place of the picture is no rival of the likeliest")
  func elsewhere() throws {
    let (form, below) = (
      try #require(Self.templates.first { $0.identifier == "2019/disclosure" }),
      try #require(Self.templates.first { $0.identifier == "2021/review" })
    )
    let fits = Self.fits(Self.glyphs(of: form, top: 0) + Self.glyphs(of: below, top: 18 * 24 + 40))
    let best = try #require(fits.first)
    #expect(fits.allSatisfy { $0.structure.area.isMostly(of: best.structure.area) })
  }

  @Test("What a form costs does not hang on whether it was laid over all of the text or over its own")
  func cost() throws {
    let form = try #require(Self.templates.first { $0.identifier == "2019/disclosure" })
    let own = Self.glyphs(of: form, top: 0)
    let all = TextCover(own + Self.glyphs(of: form, top: 18 * 24 + 40), textHeight: 12)
    let (xs, ys) = ((0...4).map { 170 * $0 - 1 }, (0...18).map { 24 * $0 - 1 })
    let whole = FormFit(FormPlan(form), xs: xs, ys: ys, all, Self.noLines)
    let part = FormFit(
      FormPlan(form), xs: xs, ys: ys, TextCover(own, textHeight: 12), Self.noLines, of: all.characters)
    #expect(abs(whole.cost - part.cost) < 0.01)
  }

  @Test("Where lines decide, only forms of other rows with nearly as many of the lines are left to the labels")
  func rivals() throws {
    let form = try #require(Self.templates.first { $0.identifier == "2019/requests" })
    let longer = try #require(Self.templates.first { $0.identifier == "2021/requests" })
    let cover = TextCover(Self.glyphs(of: form, top: 0), textHeight: 12)
    func fit(_ form: TableTemplate, _ agreement: Double) -> FormFit {
      var fit = FormFit(
        FormPlan(form), xs: (0...form.columns).map { 170 * $0 }, ys: (0...form.rows).map { 24 * $0 }, cover,
        Self.noLines)
      (fit.agreement, fit.misfit) = (agreement, 0.3)
      return fit
    }
    let others = [fit(longer, 0.94), fit(longer, 0.88), fit(form, 0.93)]
    #expect(fit(form, 0.93).rivals(among: others).map(\.agreement) == [0.94])
    #expect(fit(form, 0.7).rivals(among: others).count == 3)
  }

  @Test("Of one form laid by the text and by the lines, the lines' columns stay, unless they miss the text")
  func byLines() throws {
    let form = try #require(Self.templates.first { $0.identifier == "2019/disclosure" })
    let cover = TextCover(Self.glyphs(of: form, top: 0), textHeight: 12)
    func fit(_ misfit: Double, _ agreement: Double, _ cost: Double, column: Int) -> FormFit {
      var fit = FormFit(
        FormPlan(form), xs: [0, column, 340, 510, 680], ys: (0...18).map { 24 * $0 }, cover, Self.noLines)
      (fit.misfit, fit.agreement, fit.cost) = (misfit, agreement, cost)
      return fit
    }
    func added(_ misfit: Double) -> [FormFit] {
      var candidate = TableCandidate(
        forms: [fit(0.2, 0.6, -0.1, column: 150)], grids: [], area: cover.area, characters: cover.characters)
      candidate.add(fit(misfit, 0.7, 0, column: 170))
      return candidate.forms
    }
    #expect(added(0.28).map { $0.structure.xs[1] } == [170])
    #expect(added(0.28).map(\.cost) == [-0.1])
    #expect(added(0.5).count == 2)
  }

  @Test("A column line that was missed lies between the texts, not halfway to the next line; the frame's sides stay")
  func missedLine() throws {
    let form = try #require(Self.templates.first { $0.identifier == "2021/disclosure" })
    let cover = TextCover(Self.glyphs(of: form, top: 0), textHeight: 12)
    let missed = Structure(form, xs: [-20, 160, 500, 600, 700], ys: (0...14).map { 24 * $0 })
    let fit = fitted(FormPlan(form), missed, cover, Self.noLines, of: cover.characters)
    #expect(fit.structure.xs.count == 5)
    #expect(zip(fit.structure.xs, [-20, 155, 325, 495, 700]).allSatisfy { abs($0 - $1) <= 30 })
    #expect(fit.structure.xs.first == -20 && fit.structure.xs.last == 700)
  }

  @Test("The last row does not reach over white to the heads of the next table, though a line runs below them")
  func nextTable() throws {
    let form = try #require(Self.templates.first { $0.identifier == "2019/disclosure" })
    let (bottom, heads) = (24 * form.rows, 24 * form.rows + 24)
    let below = (0..<8).map { Area(left: 180 + 60 * $0, top: heads, right: 192 + 60 * $0, bottom: heads + 12) }
    let cover = TextCover(Self.glyphs(of: form, top: 0) + below, textHeight: 12)
    let line = Segment(place: heads + 20, from: 0, to: 680, thickness: 1)
    let rules = RuledStretches(
      Layout(
        horizontal: [line], vertical: [], text: [], points: [], textHeight: 12,
        ground: Ground([], text: [], reach: 3)))
    let rows = try #require(FormPlan(form).rows(cover, rules, xs: (0...4).map { 170 * $0 - 1 }))
    #expect((bottom - 24..<heads).contains(try #require(rows.places.last)))
  }

  /// The characters of a form without lines, in rows of 24 pixels and columns of 170, each text left in its cell.
  private static func glyphs(of form: TableTemplate, top: Int, pitch: Int = 13) -> [Area] {
    form.cells.flatMap { cell in
      let count =
        switch cell.content {
        case .label(let label): label.count
        case .figure: 2
        case .empty: 0
        }
      return (0..<count).map { letter in
        let (x, y) = (cell.column * 170 + 6 + pitch * letter, top + 24 * cell.row + 6)
        return Area(left: x, top: y, right: x + pitch - 1, bottom: y + 12)
      }
    }
  }

  private static func fits(_ glyphs: [Area]) -> [FormFit] {
    fitsByText(
      TextCover(glyphs, textHeight: 12), noLines, Ground([], text: [], reach: 3), to: templates.map { FormPlan($0) })
  }

  private static let noLines = RuledStretches(
    Layout(
      horizontal: [], vertical: [], text: [], points: [], textHeight: 12, ground: Ground([], text: [], reach: 3)))

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

  @Test("White that is high enough parts the text above from that below", arguments: [(30, 1), (60, 0)])
  func gaps(least: Int, expected: Int) {
    let cover = TextCover([10, 60].map { Area(left: 10, top: $0, right: 22, bottom: $0 + 12) }, textHeight: 12)
    #expect(cover.gaps(ofRowsBetween: 0, 100, least: least).count == expected)
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
