import GovDocument

/// Decodes, straightens, finds the tables, reads their cells and the text around them.
func readPicture(
  _ picture: Picture, templates: [TableTemplate], limits: PictureLimits, recognizer: inout any TextRecognizer
) -> Result<PictureContent, PictureError> {
  do {
    let decoded = try decode(picture, limits: limits)
    let turn = findTurn(decoded.darkest)
    let pages = Pages(
      darkest: decoded.darkest.straightened(by: turn), brightest: decoded.brightest.straightened(by: turn))
    var reader = PageReader(name: picture.name, pages: pages, turn: turn, recognizer: recognizer)
    return .success(try reader.read(templates))
  } catch {
    return .failure(error)
  }
}

/// The reading of one straightened picture.
struct PageReader {
  let name: String
  let pages: Pages
  let turn: Turn
  let layout: Layout
  let classifier = GlyphClassifier.shared
  var recognizer: any TextRecognizer
  var findings: [Finding] = []
  /// The script of the words, once a label has shown it.
  var words = LinePicture.Kind.words

  init(name: String, pages: Pages, turn: Turn, recognizer: any TextRecognizer) {
    (self.name, self.pages, self.turn, self.recognizer) = (name, pages, turn, recognizer)
    layout = findLayout(pages)
  }

  mutating func read(_ templates: [TableTemplate]) throws(PictureError) -> PictureContent {
    let grids = findGrids(layout)
    var blocks: [Block] = []
    var top = 0
    for grid in grids {
      blocks += try paragraphs(above: grid.area.top, from: top)
      let structure = fit(grid, to: templates) ?? Structure(grid)
      if let table = try table(structure) { blocks.append(.table(table)) }
      top = grid.area.bottom
    }
    blocks += try paragraphs(above: pages.brightest.height, from: top)
    if blocks.isEmpty {
      findings.append(
        Finding(
          .warning, .pictureWithoutText, "\(name) shows neither a table nor text; look at the picture itself",
          origin: .picture(name: name, box: nil)))
    }
    return PictureContent(blocks: blocks, findings: findings)
  }

  func origin(_ area: Area) -> Origin { .picture(name: name, box: turn.upright(area)) }
}

// MARK: - Tables

extension PageReader {
  private mutating func table(_ structure: Structure) throws(PictureError) -> Table? {
    let inks = structure.cells.map { cellInk(pages, structure.area(of: $0)) }
    let usualContrast = inks.map(\.contrast).sorted()[inks.count * 7 / 10]
    var cells: [Cell] = []
    for (index, cell) in structure.cells.enumerated() {
      let content = structure.contents.isEmpty ? nil : structure.contents[index]
      let reading = try read(inks[index], as: content, usualContrast: usualContrast)
      let area = structure.area(of: cell)
      cells.append(
        Cell(
          row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
          content: Prose(reading.text, origin: origin(area)),
          reading: Reading(
            candidates: reading.candidates, confidence: reading.confidence, status: reading.status,
            box: turn.upright(area))))
    }
    let whole = structure.cells.map(structure.area).reduce(structure.area(of: structure.cells[0])) { $0.union($1) }
    return Table(
      rows: structure.ys.count - 1, columns: structure.xs.count - 1, cells: cells, image: name, origin: origin(whole))
  }
}

// MARK: - Text around the tables

extension PageReader {
  /// The lines of text between two heights.
  private mutating func paragraphs(above bottom: Int, from top: Int) throws(PictureError) -> [Block] {
    let text = layout.text.filter { $0.area.top >= top && $0.area.bottom <= bottom }
    guard text.count >= 2, let first = text.first else { return [] }
    let area = text.dropFirst().reduce(first.area) { $0.union($1.area) }.inset(by: -3)
    let ink = cellInk(pages, Area(left: area.left - 2, top: max(top, area.top), right: area.right + 2, bottom: area.bottom))
    guard ink.contrast > 40 else { return [] }
    var blocks: [Block] = []
    let lines = textLines(ink, usual: layout.textHeight)
    for line in lines.areas {
      guard let words = try line.height <= 3 * layout.textHeight ? words(lines.page.crop(line)) : nil,
        words.confidence > 0.6, words.text.count > 1
      else { continue }
      let place = Area(
        left: ink.area.left + line.left, top: ink.area.top + line.top, right: ink.area.left + line.right,
        bottom: ink.area.top + line.bottom)
      blocks.append(.paragraph(Prose(words.text, origin: origin(place))))
    }
    return blocks
  }
}
