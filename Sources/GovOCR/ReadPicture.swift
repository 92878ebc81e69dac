import GovDocument

/// Decodes, straightens, finds the tables, reads their cells and the text around them.
func readPicture(
  _ picture: Picture, templates: [TableTemplate], limits: PictureLimits, recognizer: inout any TextRecognizer
) -> Result<(content: PictureContent, evidence: [Box: [FigureEvidence]]), PictureError> {
  do {
    let decoded = try decode(picture, limits: limits)
    let lit = decoded.darkOnLight().evenlyLit()
    var turn = findTurn(lit.darkest)
    turn.reduction = decoded.reduction
    let pages = Pages(
      darkest: lit.darkest.straightened(by: turn), brightest: lit.brightest.straightened(by: turn))
    var reader = PageReader(name: picture.name, pages: pages, turn: turn, recognizer: recognizer, limits: limits)
    reader.reportFrames(decoded.frames)
    if decoded.isDamaged { reader.reportDamage() }
    reader.reportReduction(decoded.reduction)
    return .success((try reader.read(templates), reader.evidence))
  } catch {
    return .failure(error)
  }
}

/// The reading of one straightened picture.
struct PageReader {
  let name: String
  let pages: Pages
  let turn: Turn
  let found: FoundTables
  /// The boxes of text.
  let characters: AreaIndex
  let classifier = GlyphClassifier.shared
  /// Made when a label is first asked for: other tables have none.
  var network: LabelNetwork { .shared }
  /// How the labels that were asked for are spelt in the answers of the network.
  var spellings: [String: [[Int]]] = [:]
  var recognizer: any TextRecognizer
  var findings: [Finding] = []
  /// What spoke for the figures of each cell, for the script that fits the weights of evidence.
  var evidence: [Box: [FigureEvidence]] = [:]
  /// The texts that may still be read of a picture, and those that were left out.
  var textsLeft: Int
  var textsLeftOut = 0
  /// The script of the words, once a label has shown it.
  var words = LinePicture.Kind.words

  init(
    name: String, pages: Pages, turn: Turn, recognizer: any TextRecognizer, limits: PictureLimits = PictureLimits()
  ) {
    (self.name, self.pages, self.turn, self.recognizer) = (name, pages, turn, recognizer)
    textsLeft = limits.texts
    found = findTables(pages)
    characters = AreaIndex(found.layout.text.map(\.area))
  }

  mutating func read(_ templates: [TableTemplate]) throws(PictureError) -> PictureContent {
    var blocks: [Block] = []
    var top = 0
    if !templates.isEmpty { reportFormsNotSought(in: found) }
    for (structure, readings) in try tables(tableCandidates(found, templates)) {
      let area = structure.area
      var above = try text(above: area.top, from: top)
      let caption = above.last.flatMap { isCaption($0.area, of: area) ? above.popLast()?.prose : nil }
      blocks += above.map { .paragraph($0.prose) }
      if var table = table(structure, readings) {
        table.caption = caption
        blocks.append(.table(table))
      }
      top = max(top, area.bottom)
    }
    blocks += try text(above: pages.brightest.height, from: top).map { .paragraph($0.prose) }
    if blocks.isEmpty {
      findings.append(
        Finding(
          .warning, .pictureWithoutText, "\(name) shows neither a table nor text; look at the picture itself",
          origin: .picture(name: name, box: nil)))
    }
    reportTextsLeftOut()
    return PictureContent(blocks: blocks, findings: findings)
  }

  /// Counts one more text of those that are read in one picture; `false` when there are enough.
  mutating func takesOneMore() -> Bool {
    textsLeft -= 1
    return textsLeft >= 0
  }

  /// One line of text directly above a table, and narrower than it.
  private func isCaption(_ line: Area, of table: Area) -> Bool {
    table.top - line.bottom < 2 * layout.textHeight && line.left >= table.left && line.right <= table.right
      && abs(line.left + line.right - table.left - table.right) < table.width / 4
  }

  var layout: Layout { found.layout }

  func origin(_ area: Area) -> Origin { .picture(name: name, box: turn.upright(area)) }
}

// MARK: - Tables

extension PageReader {
  private mutating func table(_ structure: Structure, _ readings: [CellReading]) -> Table? {
    var readings = readings
    textsLeftOut += readings.count(where: \.isLeftOut)
    for (index, cell) in structure.cells.enumerated()
    where readings[index].text.isEmpty && readings[index].status == .read && !isRuled(structure.area(of: cell)) {
      readings[index].doubt(0.8)
    }
    for index in readings.indices where readings[index].status == .read && isFigureOfTwo(structure, index) {
      readings[index].doubt(0.5)
    }
    for index in pointsForCommas(structure, readings) {
      readings[index].doubt(0.7)
      if !structure.contents.isEmpty { readings[index].text = guessedWithComma(readings[index].text) }
    }
    for index in lostPoints(structure, readings) { readings[index].doubt(0.9) }
    for index in strayMarks(structure, readings) + fadedMarks(structure, readings) { readings[index].doubt(unseenText) }
    let doubts = structureDoubts(structure, readings)
    for (index, cell) in structure.cells.enumerated() where doubts.contains(where: { $0.extent.holds(cell) }) {
      readings[index].doubt(0.8)
    }
    if let gravest = doubts.first { report(gravest, structure) }
    var cells = zip(structure.cells, readings).map { made($0, structure.area(of: $0), $1) }
    doubtBesideWrongLabels(&cells, structure)
    doubtInPoorPrint(&cells, structure)
    report(cells, of: structure)
    return Table(
      rows: structure.ys.count - 1, columns: structure.xs.count - 1, cells: cells, image: name,
      origin: origin(structure.area))
  }

  /// Whether what stands on one line where the form has a figure is parted as figures of two columns are.
  private func isFigureOfTwo(_ structure: Structure, _ index: Int) -> Bool {
    guard structure.contents.indices.contains(index), case .figure = structure.contents[index] else { return false }
    let cell = structure.area(of: structure.cells[index])
    return hasGap(glyphs(in: cell), widerThan: layout.textHeight)
  }

  private mutating func made(_ cell: GridCell, _ area: Area, _ reading: CellReading) -> Cell {
    let box = turn.upright(area)
    evidence[box] = reading.evidence
    return Cell(
      row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
      content: Prose(reading.text, origin: origin(area)),
      reading: Reading(
        candidates: reading.candidates, confidence: reading.confidence, status: reading.status, box: box))
  }
}

// MARK: - Findings

extension PageReader {
  fileprivate mutating func reportDamage() {
    findings.append(
      Finding(
        .warning, .pictureDamaged,
        "\(name) breaks off or is damaged, parts of it may be missing; compare, or save the picture anew",
        origin: .picture(name: name, box: nil)))
  }

  fileprivate mutating func reportFrames(_ count: Int) {
    guard count > 1 else { return }
    findings.append(
      Finding(
        .warning, .pictureFramesLeft,
        "\(name) holds \(count) pictures, only the first was read; save the others as files of their own",
        origin: .picture(name: name, box: nil)))
  }

  /// Says at which part of its size a large picture was read.
  fileprivate mutating func reportReduction(_ reduction: Int) {
    guard reduction > 1 else { return }
    findings.append(
      Finding(
        .note, .pictureReduced, "\(name): its print is large, and it was read at 1/\(reduction) of its size",
        origin: .picture(name: name, box: nil)))
  }

  fileprivate mutating func reportTextsLeftOut() {
    guard textsLeftOut > 0 else { return }
    findings.append(
      Finding(
        .warning, .pictureTextsLeft,
        """
        \(name): \(textsLeftOut) cells or lines of text beyond what is read in one picture were left out; cut it into parts \
        and convert them
        """, origin: .picture(name: name, box: nil)))
  }

  /// Says that a table of the picture may be a form and is not read as one: its figures would be missing from the report.
  mutating func reportFormsNotSought(in tables: FoundTables) {
    guard tables.isBeyondForms else { return }
    findings.append(
      Finding(
        .warning, .pictureFormsNotSought,
        """
        \(name): what it shows takes more than \(mostPixels / 1_000_000) million pixels, and known forms are not looked for \
        there; make the picture smaller and convert it again
        """, origin: .picture(name: name, box: nil)))
  }

  /// Names the labels that are not the form's, and counts what was read with doubt or not at all.
  mutating func report(_ cells: [Cell], of structure: Structure) {
    for (cell, content) in zip(cells, structure.contents) {
      guard case .label(let official) = content, let reading = cell.reading, reading.status != .read else { continue }
      let seen = reading.candidates.first?.text ?? cell.content.text
      if likeness(seen, official) >= alikeEnough { continue }
      let said = seen.isEmpty ? "nothing that can be read" : "\(seen.prefix(12))"
      findings.append(
        Finding(
          .warning, .pictureLabelDiffers,
          "\(name): the form has \(official.prefix(12)) where the picture seems to say \(said); compare",
          origin: cell.content.origin))
    }
    report(.warning, .pictureCellDoubtful, cells.filter { $0.reading?.status == .doubtful }, "read with doubt")
    report(.error, .pictureCellUnreadable, cells.filter { $0.reading?.status == .unreadable }, "not readable")
  }

  private mutating func report(_ doubt: StructureDoubt, _ structure: Structure) {
    let (rows, columns) = (structure.ys.count - 1, structure.xs.count - 1)
    findings.append(
      Finding(
        .warning, .pictureTableDoubtful,
        "\(name): the table of \(rows) rows and \(columns) columns may be another one, \(doubt.reason.rawValue); compare",
        origin: origin(structure.area(of: structure.cells[0]))))
  }

  private mutating func report(
    _ severity: Finding.Severity, _ code: Finding.Code, _ cells: [Cell], _ what: String
  ) {
    guard let first = cells.first else { return }
    let count = cells.count == 1 ? "1 cell is" : "\(cells.count) cells are"
    findings.append(
      Finding(
        severity, code,
        "\(name): \(count) \(what), the first in row \(first.row + 1), column \(first.column + 1); compare",
        origin: first.content.origin))
  }
}

// MARK: - Text around the tables

extension PageReader {
  /// The lines of text between two heights, with their places in the straightened picture.
  private mutating func text(above bottom: Int, from top: Int) throws(PictureError) -> [(area: Area, prose: Prose)] {
    let glyphs = layout.text.filter { $0.area.top >= top && $0.area.bottom <= bottom }
    guard glyphs.count >= 2, let area = glyphs.map(\.area).extent?.inset(by: -3) else { return [] }
    let ink = cellInk(
      pages, Area(left: area.left - 2, top: max(top, area.top), right: area.right + 2, bottom: min(bottom, area.bottom))
    )
    guard ink.contrast > 40 else { return [] }
    var found: [(area: Area, prose: Prose)] = []
    let lines = textLines(ink, usual: layout.textHeight)
    for line in lines.areas where line.height <= 3 * layout.textHeight {
      guard takesOneMore() else {
        textsLeftOut += 1
        continue
      }
      guard let words = try words(lines.page.crop(line)), words.confidence > 0.6, words.text.count > 1 else { continue }
      let place = Area(
        left: ink.area.left + line.left, top: ink.area.top + line.top, right: ink.area.left + line.right,
        bottom: ink.area.top + line.bottom)
      found.append((place, Prose(words.text, origin: origin(place))))
    }
    return found
  }
}
