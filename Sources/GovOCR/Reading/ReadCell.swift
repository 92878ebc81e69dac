import GovDocument

/// What a cell says, and how sure that is.
struct CellReading {
  var text: String
  var confidence: Double
  var status: Status
  var candidates: [Candidate]
}

extension PageReader {
  /// Reads a cell as a figure, as words, or as whatever it turns out to be.
  mutating func read(
    _ ink: CellInk, as content: TemplateCell.Content?, usualContrast: Int
  ) throws(PictureError) -> CellReading {
    let lines = ink.contrast * 100 < usualContrast * 30 ? TextLines(areas: [], glyphHeight: 0)
      : textLines(ink, usual: layout.textHeight)
    guard !lines.areas.isEmpty else {
      return CellReading(text: "", confidence: 0.999, status: .read, candidates: [])
    }
    switch content {
    case .figure: return try figure(ink, lines)
    case .label(let label): return try self.label(ink, lines, official: label)
    case .empty, nil: return try anything(ink, lines)
    }
  }

  private mutating func figure(_ ink: CellInk, _ lines: TextLines) throws(PictureError) -> CellReading {
    let strip = ink.strip(lines, gap: max(1, layout.textHeight / 8))
    let digitHeight = self.digitHeight(lines)
    let own = classifier.read(strip, digitHeight: digitHeight).map {
      Candidate(text: foldedFigure($0.text), confidence: $0.confidence, reader: "glyphs")
    }
    let picture = LinePicture(enlarged(strip, from: digitHeight, to: 28), kind: .figure)
    var seen = try recognizer.read(picture, effort: .first)
    if let own, own.confidence > 0.95, seen.first.map({ foldedFigure($0.text) }) == own.text {
      return vote(own, seen)
    }
    seen = try recognizer.read(picture, effort: .all)
    return vote(own, seen)
  }

  private mutating func label(
    _ ink: CellInk, _ lines: TextLines, official: String
  ) throws(PictureError) -> CellReading {
    guard let seen = try words(ink.strip(lines, gap: max(2, layout.textHeight / 5))) else {
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
  private mutating func anything(_ ink: CellInk, _ lines: TextLines) throws(PictureError) -> CellReading {
    let strip = ink.strip(lines, gap: max(1, layout.textHeight / 8))
    if let own = classifier.read(strip, digitHeight: digitHeight(lines)), own.confidence > 0.5, isFigure(own.text) {
      return try figure(ink, lines)
    }
    guard let seen = try words(ink.strip(lines, gap: max(2, layout.textHeight / 5))) else {
      return CellReading(text: "", confidence: 0, status: .unreadable, candidates: [])
    }
    return CellReading(
      text: seen.text, confidence: seen.confidence, status: seen.confidence > 0.8 ? .read : .doubtful,
      candidates: [seen])
  }

  private func digitHeight(_ lines: TextLines) -> Int {
    lines.glyphHeight * 10 >= layout.textHeight * 6 ? lines.glyphHeight : layout.textHeight
  }

  /// Reads a line of words.
  mutating func words(_ line: Raster) throws(PictureError) -> Candidate? {
    let picture = LinePicture(enlarged(line, from: line.height, to: 32), kind: words)
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
  let agreeing = all.filter { $0.text == best.text }
  let mine = own?.text == best.text ? own?.confidence ?? 0 : 0
  let sure = mine > 0.95 && agreeing.count >= 2 || mine > 0.7 && agreeing.count >= 3
  return CellReading(
    text: best.text, confidence: sure ? 0.995 : 0.6, status: sure ? .read : .doubtful, candidates: all)
}

private func support(_ candidate: Candidate, _ all: [Candidate]) -> Double {
  all.filter { $0.text == candidate.text }.reduce(0) { $0 + 0.5 + $1.confidence * ($1.reader == "glyphs" ? 1.5 : 0.5) }
}
