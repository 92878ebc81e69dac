import GovDocument

/// Decides a figure from the classifier's opinion and the recogniser's: the proposal with the best evidence.
func vote(_ own: Candidate?, _ seen: [Candidate], _ quality: InkQuality) -> CellReading {
  let others = seen.map { Candidate(text: foldedFigure($0.text), confidence: $0.confidence, reader: $0.reader) }
  let all = (own.map { [$0] } ?? []) + others
  let proposals = evidence(own, others, quality)
  let possible = proposals.filter { quality.extent.fits($0.text) }
  guard let likeliest = (possible.isEmpty ? proposals : possible).max(by: { $0.probability < $1.probability }) else {
    return guess(all, quality)
  }
  let isSeenOtherwise = others.contains { $0.text == likeliest.text }
  let best = isSeenOtherwise ? likeliest : parted(likeliest, among: possible)
  var reading = CellReading(
    text: best.text, confidence: best.probability, status: best.probability >= surely ? .read : .doubtful,
    candidates: all, evidence: proposals, sawLetters: seen.contains { $0.text.contains { "IlOo".contains($0) } })
  // 11,380 or 11.380: nothing but the height of one dot tells, and no reader is good at that.
  let digits = best.text.filter(\.isNumber)
  if proposals.contains(where: { $0.text != best.text && $0.text.filter(\.isNumber) == digits }) { reading.doubt(0.7) }
  // The classifier alone looks at that height.
  if isAmbiguous(best.text), own?.text != best.text { reading.doubt(0.7) }
  if possible.isEmpty { reading.doubt(0.6) }
  let mayLack = quality.digitHeight < leastDigitHeight || all.contains { sees($0.text, moreThan: best.text) }
  if mayLack, !isMark(best.text) { reading.doubt(0.9) }
  // A mark where somebody sees a number is a guess, however the weights of marks add up.
  if isMark(best.text), proposals.count > 1 { reading.doubt(0.7) }
  return reading
}

/// What most of some readers saw but for the specks at its ends, of which none saw a figure; as a guess, and where the form has one.
private func guess(_ all: [Candidate], _ quality: InkQuality) -> CellReading {
  let texts = quality.isExpected ? all.map { withoutSpecks($0.text) }.filter { !$0.isEmpty } : []
  let votes = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
  guard let text = texts.first(where: { votes[$0] == votes.values.max() }) else {
    return CellReading(text: "", confidence: 0, status: .unreadable, candidates: all)
  }
  return CellReading(text: text, confidence: 0.5, status: .doubtful, candidates: all)
}

/// The proposal of the same digits that has a point or a comma, where the classifier alone sees none: it looks at glyphs, and a
/// point in small print is no glyph to it. Either is a guess.
private func parted(_ likeliest: FigureEvidence, among possible: [FigureEvidence]) -> FigureEvidence {
  func isParted(_ text: String) -> Bool { text.contains { ".,".contains($0) } }
  guard !isParted(likeliest.text) else { return likeliest }
  let digits = likeliest.text.filter { !".,".contains($0) }
  return possible.filter { isParted($0.text) && $0.text.filter { !".,".contains($0) } == digits }
    .max { $0.probability < $1.probability } ?? likeliest
}

/// Below this many pixels a sign or a point is a grey pixel or two, which no reader misses less than another: of 11 such figures
/// that were sure in 228 drawn pictures, -17 was read as 17.
private let leastDigitHeight = 8

/// Whether a reader saw a sign or a point that a figure lacks: small marks get lost, and hardly any is made of nothing.
private func sees(_ text: String, moreThan figure: String) -> Bool {
  let digits = text.filter(\.isNumber)
  let isParted = digits.count > 1 && text.contains { ".,".contains($0) } && !figure.contains { ".,".contains($0) }
  return isParted || !digits.isEmpty && text.hasPrefix("-") && !figure.hasPrefix("-")
}

/// From here on a figure counts as read. Chosen on drawn pictures (Scripts/ocr/calibrate.py): of 4,000 above it none was wrong,
/// of 175 between 0.95 and it three were.
private let surely = 0.99
