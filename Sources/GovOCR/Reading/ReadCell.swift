import GovDocument

/// What a cell says, and how sure that is.
struct CellReading {
  var text: String
  var confidence: Double
  var status: Status
  var candidates: [Candidate]
  /// What spoke for each figure that was proposed.
  var evidence: [FigureEvidence] = []
  /// Whether a reader saw letters where digits were taken to be.
  var sawLetters = false
  /// Whether its digits are so small that a point between them may be lost.
  var isSmall = false
  /// Whether its glyphs stand apart like two figures.
  var isParted = false
  /// Whether it was not looked at, for the picture has more texts than are read in one.
  var isLeftOut = false

  static var leftOut: CellReading {
    CellReading(text: "", confidence: 0, status: .unreadable, candidates: [], isLeftOut: true)
  }

  /// Makes it a best guess of the given confidence at most; where there is no guess it stays unreadable.
  mutating func doubt(_ most: Double) {
    if status == .read { status = .doubtful }
    confidence = min(confidence, most)
  }
}

/// How sure a blank is at most where the cell may hold text of which nothing was read: no equation confirms such a one.
let unseenText = 0.6

/// Below this strokes that reach over the edges of a cell are a mark across the page and not what they would say: a `/` that does
/// is read with 0.7 or more.
private let unsureStroke = 0.7

extension PageReader {
  /// Reads a cell as a figure, as words, or as whatever it turns out to be.
  ///
  /// `labels` are all that the form has.
  mutating func read(
    _ ink: CellInk, as content: TemplateCell.Content?, among labels: [String], usualContrast: Int
  ) throws(PictureError) -> CellReading {
    let isPale =
      ink.contrast * 100 < usualContrast * 30
      || ink.isMarkAcrossPage(usualContrast: usualContrast, textHeight: layout.textHeight)
    let lines = isPale ? TextLines(areas: [], glyphHeight: 0, page: ink.page) : textLines(ink, usual: layout.textHeight)
    if !lines.areas.isEmpty || hasMarks(ink), !takesOneMore() { return .leftOut }
    guard !lines.areas.isEmpty else {
      if let reading = try coloured(ink, as: content, among: labels, usualContrast: usualContrast) { return reading }
      var reading = try almostBlank(ink, as: content, usualContrast: usualContrast)
      if mayLackStroke(ink, lines) { reading.doubt(unseenText) }
      return reading
    }
    var reading =
      switch content {
      case .figure: try figure(lines, contrast: ink.contrast, isExpected: true)
      case .label(let label): try self.label(lines, official: label, among: labels)
      case .empty, nil: try anything(lines, contrast: ink.contrast)
      }
    if case .figure = content, reading.confidence < unsureStroke,
      ink.reachesOverEdges(usualContrast: usualContrast, textHeight: layout.textHeight)
    {
      (reading.text, reading.confidence, reading.status) = ("", unseenText, .doubtful)
    }
    if reading.status == .read, isCut(ink.area) { reading.doubt(0.5) }
    if reading.status == .read, isFigure(reading.text),
      mayLackStroke(ink, lines) || mayCountLine(reading.text, ink, lines)
    {
      reading.doubt(0.6)
    }
    if reading.status == .read, isFigure(reading.text), isCrossedByColour(ink, lines) { reading.doubt(0.8) }
    return reading
  }

  /// Red or blue text, which fades from the brightest channel as seals do; `nil` when there is none.
  ///
  /// A piece of a seal is no line of text that is read for sure; a bar of it may look like 1.
  private mutating func coloured(
    _ ink: CellInk, as content: TemplateCell.Content?, among labels: [String], usualContrast: Int
  ) throws(PictureError) -> CellReading? {
    guard hasMarks(ink) else { return nil }
    let whole = cellInk(Pages(darkest: pages.darkest, brightest: pages.darkest), ink.area.inset(by: -2))
    let lines = textLines(whole, usual: layout.textHeight)
    guard whole.contrast * 100 >= usualContrast * 40, lines.areas.count == 1,
      lines.glyphHeight * 10 >= layout.textHeight * 6, lines.glyphHeight * 10 <= layout.textHeight * 15
    else { return nil }
    var reading =
      switch content {
      case .figure: try figure(lines, contrast: whole.contrast, isExpected: true)
      case .label(let label): try self.label(lines, official: label, among: labels)
      case .empty, nil: try anything(lines, contrast: whole.contrast)
      }
    guard reading.status == .read else { return nil }
    if reading.text.count == 1 || isCut(ink.area) { reading.doubt(0.8) }
    return reading
  }

  /// Whether something in a cell looked like a character, in whatever channel.
  private func hasMarks(_ ink: CellInk) -> Bool { !glyphs(in: ink.area.inset(by: 2)).isEmpty }

  /// A cell without text may still hold a dash of three grey pixels.
  private mutating func almostBlank(
    _ ink: CellInk, as content: TemplateCell.Content?, usualContrast: Int
  ) throws(PictureError) -> CellReading {
    let isPale = ink.contrast * 100 < usualContrast * 25
    let isClear = ink.contrast * 100 >= usualContrast * 20 && ink.contrast > (isPale ? 8 : 4) * ink.noise
    if case .label = content {
      var reading = blank(ink, usualContrast: usualContrast)
      reading.doubt(0.5)
      return reading
    }
    guard isClear, let mark = loneMark(ink, usual: layout.textHeight) else {
      return blank(ink, usualContrast: usualContrast)
    }
    guard takesOneMore() else { return .leftOut }
    var reading = try figure(mark, contrast: ink.contrast, isExpected: content != nil)
    guard reading.text == "-" else { return blank(ink, usualContrast: usualContrast) }
    if mark.touchesSide || isPale { reading.doubt(unseenText) }
    return reading
  }

  /// A cell without ink is blank for sure when it has room for a digit, is as clean as paper, and nothing in it looked like a
  /// character.
  private func blank(_ ink: CellInk, usualContrast: Int) -> CellReading {
    var reading = CellReading(text: "", confidence: 0.999, status: .read, candidates: [])
    let hasRoom = min(ink.page.width, ink.page.height) * 2 >= layout.textHeight
    if !hasRoom || hasMarks(ink) || ink.contrast * 100 >= usualContrast * 20 { reading.doubt(unseenText) }
    return reading
  }

  /// Whether a character lies across the left or right edge of a cell: then the boundary is not where it was taken to be.
  func isCut(_ area: Area) -> Bool {
    let rows = Area(left: 0, top: area.top, right: pages.brightest.width, bottom: area.bottom)
    return glyphs(in: rows).contains { box in
      guard box.top + box.bottom > 2 * area.top else { return false }
      let overLeft = box.left < area.left - 3 && box.right > area.left + 2
      let overRight = box.left < area.right - 2 && box.right > area.right + 3
      return overLeft || overRight
    }
  }

  private mutating func figure(
    _ lines: TextLines, contrast: Int, isExpected: Bool
  ) throws(PictureError) -> CellReading {
    let strip = lines.strip(gap: max(1, layout.textHeight / 8))
    let digitHeight = self.digitHeight(lines)
    let glyphs = classifier.read(strip, digitHeight: digitHeight)
    let own = glyphs.map { Candidate(text: foldedFigure($0.text), confidence: $0.confidence, reader: "glyphs") }
    let picture = LinePicture(enlarged(strip, from: digitHeight, to: 28), kind: .figure)
    var seen = try recognizer.read(picture, effort: .first)
    let agrees = seen.first.map { foldedFigure($0.text) } == own?.text
    if !agrees || (own?.confidence ?? 0) <= 0.95 { seen = try recognizer.read(picture, effort: .all) }
    let quality = InkQuality(
      digitHeight: digitHeight, contrast: contrast, lines: lines.glyphHeight == 0 ? 0 : lines.areas.count,
      isExpected: isExpected, extent: extent(lines, strip, digitHeight))
    var reading = vote(own, seen, quality)
    reading.isSmall = digitHeight < 12
    if isExpected, isTwoFigures(lines) || hasLeadingNought(reading.text) { reading.doubt(0.5) }
    if lines.mayHaveSign, !reading.text.hasPrefix("-"), !reading.text.hasPrefix("+") { reading.doubt(0.7) }
    if lines.beginsWithDash || glyphs?.swallowsSign == true, let first = reading.text.first, first.isASCII,
      first.isNumber
    {
      if lines.beginsWithDash, isMarked(reading.text, in: seen) { reading.text = "-" + reading.text }
      reading.doubt(0.7)
    }
    if lines.mayBeginWithFour, reading.text.hasPrefix("1") { reading.doubt(0.7) }
    if lines.beginsFlat, let first = reading.text.first, first.isASCII, first.isNumber { reading.doubt(0.7) }
    if let glyphs, glyphs.widestGap * 10 > digitHeight * 6 {
      reading.isParted = true
      reading.doubt(0.6)
    }
    // A flat line above or below the number may be its sign, or what is left of the ruling.
    if lines.areas.count > 1, lines.areas.contains(where: { $0.height * 2 < lines.glyphHeight }) { reading.doubt(0.6) }
    return reading
  }

  /// Whether the lines of a cell may be a figure each: of two rows between which the boundary was missed 5 and 3 make 53.
  ///
  /// A number is broken where the column has no more room: its first line holds several digits, its second fewer.
  func isTwoFigures(_ lines: TextLines) -> Bool {
    let figures = lines.areas.filter { $0.height * 10 >= lines.glyphHeight * 7 }
    guard figures.count > 1 else { return false }
    return figures[1].width >= figures[0].width - 1 || figures[0].width * 10 <= lines.glyphHeight * 14
  }

  /// Whether a figure begins as none is printed: two noughts that were taken for one figure.
  func hasLeadingNought(_ text: String) -> Bool {
    let digits = text.drop { "+-".contains($0) }
    return digits.first == "0" && digits.dropFirst().first?.isNumber == true
  }

  /// Whether a reader saw some mark before a figure: "735 of -735.
  private func isMarked(_ figure: String, in seen: [Candidate]) -> Bool {
    seen.contains { candidate in
      let text = candidate.text.filter { $0 != " " }
      return text.hasSuffix(figure) && text.count == figure.count + 1 && text.first?.isNumber == false
    }
  }

  /// A cell of which nothing is known: a figure when the classifier sees one and another reader too, else words.
  private mutating func anything(_ lines: TextLines, contrast: Int) throws(PictureError) -> CellReading {
    let strip = lines.strip(gap: max(1, layout.textHeight / 8))
    let own = classifier.read(strip, digitHeight: digitHeight(lines))
    if let own, own.confidence > 0.5, isFigure(foldedFigure(own.text)),
      let reading = try unexpectedFigure(lines, contrast)
    {
      return reading
    }
    return try freeText(lines.strip(gap: max(2, layout.textHeight / 5)), glyphs: own?.text)
  }

  /// A figure where none was announced; `nil` when nobody but the classifier, which knows only figures, sees one.
  ///
  /// Letters that look like digits, and numbers over several lines, speak against it.
  private mutating func unexpectedFigure(
    _ lines: TextLines, _ contrast: Int
  ) throws(PictureError) -> CellReading? {
    var reading = try figure(lines, contrast: contrast, isExpected: false)
    let others = reading.candidates.filter { $0.reader != "glyphs" }
    guard others.isEmpty || others.contains(where: { $0.text == reading.text }) else { return nil }
    if reading.status == .read, reading.sawLetters || lines.areas.count > 1 { reading.doubt(0.7) }
    // A long dash and the character for one, the head of Monday, look the same.
    if reading.text == "-", (lines.areas.first?.width ?? 0) * 10 > layout.textHeight * 8 { reading.doubt(0.7) }
    return reading
  }

  private func extent(_ lines: TextLines, _ strip: Raster, _ digitHeight: Int) -> InkExtent {
    let height = lines.areas.map(\.height).max() ?? 0
    return InkExtent(width: Double(strip.width) / Double(digitHeight), height: Double(height) / Double(digitHeight))
  }

  private func digitHeight(_ lines: TextLines) -> Int {
    lines.glyphHeight * 10 >= layout.textHeight * 6 ? lines.glyphHeight : layout.textHeight
  }
}

/// The line at another size, with white margins.
func enlarged(_ line: Raster, from height: Int, to wanted: Int) -> Raster {
  let factor = Double(wanted) / Double(max(1, height))
  let width = min(12_000, max(1, Int((Double(line.width) * factor).rounded())))
  return line.scaled(toWidth: width, height: max(1, Int((Double(line.height) * factor).rounded()))).padded(by: 10)
}
