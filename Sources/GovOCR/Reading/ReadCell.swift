import GovDocument

/// What a cell says, and how sure that is.
struct CellReading {
  var text: String
  var confidence: Double
  var status: Status
  var candidates: [Candidate]
  /// Whether a reader saw letters where digits were taken to be.
  var sawLetters = false

  /// Makes it a best guess of the given confidence at most.
  mutating func doubt(_ most: Double) {
    status = .doubtful
    confidence = min(confidence, most)
  }
}

extension PageReader {
  /// Reads a cell as a figure, as words, or as whatever it turns out to be.
  mutating func read(
    _ ink: CellInk, as content: TemplateCell.Content?, usualContrast: Int
  ) throws(PictureError) -> CellReading {
    let isPale = ink.contrast * 100 < usualContrast * 30
    let lines = isPale ? TextLines(areas: [], glyphHeight: 0, page: ink.page) : textLines(ink, usual: layout.textHeight)
    guard !lines.areas.isEmpty else { return blank(ink, usualContrast: usualContrast) }
    var reading =
      switch content {
      case .figure: try figure(lines)
      case .label(let label): try self.label(lines, official: label)
      case .empty, nil: try anything(lines)
      }
    if reading.status == .read, isCut(ink.area) { reading.doubt(0.5) }
    return reading
  }

  /// A cell without ink is blank for sure when it is as clean as paper and nothing in it looked like a character.
  private func blank(_ ink: CellInk, usualContrast: Int) -> CellReading {
    var reading = CellReading(text: "", confidence: 0.999, status: .read, candidates: [])
    let hasMarks = layout.text.contains { ink.area.inset(by: 2).holds($0.area) }
    if hasMarks || ink.contrast * 100 >= usualContrast * 20 { reading.doubt(0.9) }
    return reading
  }

  /// Whether a character lies across the left or right edge of a cell: then the boundary is not where it was taken to be.
  private func isCut(_ area: Area) -> Bool {
    layout.text.contains { glyph in
      let box = glyph.area
      guard box.top + box.bottom > 2 * area.top, box.top + box.bottom < 2 * area.bottom else { return false }
      let overLeft = box.left < area.left - 3 && box.right > area.left + 2
      let overRight = box.left < area.right - 2 && box.right > area.right + 3
      return overLeft || overRight
    }
  }

  private mutating func figure(_ lines: TextLines) throws(PictureError) -> CellReading {
    let strip = lines.strip(gap: max(1, layout.textHeight / 8))
    let digitHeight = self.digitHeight(lines)
    let own = classifier.read(strip, digitHeight: digitHeight).map {
      Candidate(text: foldedFigure($0.text), confidence: $0.confidence, reader: "glyphs")
    }
    let picture = LinePicture(enlarged(strip, from: digitHeight, to: 28), kind: .figure)
    var seen = try recognizer.read(picture, effort: .first)
    let agrees = seen.first.map { foldedFigure($0.text) } == own?.text
    if !agrees || (own?.confidence ?? 0) <= 0.95 { seen = try recognizer.read(picture, effort: .all) }
    var reading = vote(own, seen)
    // A flat line above or below the number may be its sign, or what is left of the ruling.
    if lines.areas.count > 1, lines.areas.contains(where: { $0.height * 2 < lines.glyphHeight }) { reading.doubt(0.6) }
    return reading
  }

  private mutating func label(
    _ lines: TextLines, official: String
  ) throws(PictureError) -> CellReading {
    guard let seen = try words(lines.strip(gap: max(2, layout.textHeight / 5))) else {
      return CellReading(text: "", confidence: 0, status: .unreadable, candidates: [])
    }
    let likeness = likeness(seen.text, official)
    if likeness >= 0.6 {
      return CellReading(
        text: official, confidence: likeness, status: .read, candidates: [seen])
    }
    return CellReading(text: seen.text, confidence: seen.confidence, status: .doubtful, candidates: [seen])
  }

  /// A cell of which nothing is known: a figure when the classifier is sure of every glyph, else words.
  private mutating func anything(_ lines: TextLines) throws(PictureError) -> CellReading {
    let strip = lines.strip(gap: max(1, layout.textHeight / 8))
    if let own = classifier.read(strip, digitHeight: digitHeight(lines)), own.confidence > 0.5, isFigure(own.text) {
      return try unexpectedFigure(lines)
    }
    return try freeText(lines.strip(gap: max(2, layout.textHeight / 5)))
  }

  /// A figure where none was announced: letters that look like digits, and numbers over several lines, speak against it.
  private mutating func unexpectedFigure(_ lines: TextLines) throws(PictureError) -> CellReading {
    var reading = try figure(lines)
    if reading.status == .read, reading.sawLetters || lines.areas.count > 1 { reading.doubt(0.7) }
    return reading
  }

  /// Words of which nothing is known. Latin words are taken from the reader of Latin; digits need two opinions.
  private mutating func freeText(_ line: Raster) throws(PictureError) -> CellReading {
    let picture = LinePicture(enlarged(line, from: line.height, to: 40), kind: words)
    var seen = try recognizer.read(picture, effort: .first)
    guard let first = seen.first else {
      return CellReading(text: "", confidence: 0, status: .unreadable, candidates: [])
    }
    var best = first
    var isSure = first.confidence > 0.8
    if first.text.unicodeScalars.contains(where: { $0.isASCII }) {
      seen = try recognizer.read(picture, effort: .all)
      if isLatin(first.text), let other = seen.last { best = other }
      let digits = seen.map { $0.text.unicodeScalars.filter { ("0"..."9").contains($0) }.map(\.value) }
      isSure = isSure && digits.allSatisfy { $0 == digits[0] } && !isBrokenNumber(best.text)
    }
    return CellReading(
      text: best.text, confidence: best.confidence, status: isSure ? .read : .doubtful, candidates: seen)
  }

  /// Digits and separators only, and yet no number.
  private func isBrokenNumber(_ text: String) -> Bool {
    text.allSatisfy { "0123456789.,+-".contains($0) } && !isFigure(text)
  }

  private func isLatin(_ text: String) -> Bool {
    text.unicodeScalars.count { $0.isASCII } * 10 >= text.unicodeScalars.count * 7
  }

  private func digitHeight(_ lines: TextLines) -> Int {
    lines.glyphHeight * 10 >= layout.textHeight * 6 ? lines.glyphHeight : layout.textHeight
  }

  /// Reads a line of words.
  mutating func words(_ line: Raster) throws(PictureError) -> Candidate? {
    let picture = LinePicture(enlarged(line, from: line.height, to: 40), kind: words)
    return try recognizer.read(picture, effort: .first).first
  }
}

/// The line at another size, with white margins.
private func enlarged(_ line: Raster, from height: Int, to wanted: Int) -> Raster {
  let factor = Double(wanted) / Double(max(1, height))
  let width = min(12_000, max(1, Int((Double(line.width) * factor).rounded())))
  return line.scaled(toWidth: width, height: max(1, Int((Double(line.height) * factor).rounded()))).padded(by: 10)
}

/// Decides a figure from the classifier's opinion and the recogniser's.
private func vote(_ own: Candidate?, _ seen: [Candidate]) -> CellReading {
  let others = seen.map { Candidate(text: foldedFigure($0.text), confidence: $0.confidence, reader: $0.reader) }
  let all = (own.map { [$0] } ?? []) + others
  let proposals = all.filter { isFigure($0.text) }
  guard let best = proposals.max(by: { support($0, all) < support($1, all) }) else {
    return CellReading(text: "", confidence: 0, status: .unreadable, candidates: all)
  }
  var certainty = certainty(of: best.text, own, agreeing: all.count { $0.text == best.text })
  // Tesseract reads words and makes letters of a lone mark. A 1 or a 7 it would read; where it offers no figure at all, the
  // classifier's mark stands.
  let isUnopposed = proposals.allSatisfy { $0.text == best.text }
  if ["/", "-", "无"].contains(best.text), isUnopposed, own?.text == best.text, (own?.confidence ?? 0) > 0.97 {
    certainty = max(certainty, 0.97)
  }
  return CellReading(
    text: best.text, confidence: certainty, status: certainty > 0.9 ? .read : .doubtful, candidates: all,
    sawLetters: seen.contains { $0.text.contains { "IlOo".contains($0) } })
}

/// How often such a vote is right, measured on drawn pictures (seed `tune`; the table stands in Sources/README.md).
private func certainty(of text: String, _ own: Candidate?, agreeing: Int) -> Double {
  let mine = own?.text == text ? own?.confidence ?? 0 : 0
  if mine > 0.99, agreeing >= 2 { return 0.999 }
  if isAmbiguous(text) { return 0.7 }
  if mine > 0.95, agreeing >= 2 { return 0.995 }
  if mine > 0.7, agreeing >= 3 { return 0.98 }
  return 0.6
}

/// Whether a point taken for a comma, or the reverse, would make another number of the same shape.
private func isAmbiguous(_ text: String) -> Bool {
  let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
  return parts.count >= 2 && parts.dropFirst().allSatisfy { $0.count == 3 }
}

private func support(_ candidate: Candidate, _ all: [Candidate]) -> Double {
  all.filter { $0.text == candidate.text }.reduce(0) { $0 + 0.5 + $1.confidence * ($1.reader == "glyphs" ? 1.5 : 0.5) }
}
