import GovDocument

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What speaks for and against one proposal for a figure, as traits that have a weight each.
///
/// A trait is a name and a value, such as `own:4` or `eng:differs`. The weights are fitted by Scripts/ocr/calibrate.py on
/// drawn pictures, right proposals against wrong ones (logistic regression): their sum is the logarithm of the odds that
/// the proposal is right. Readers that fail on the same cells earn little for agreeing; a count of votes would not see it.
struct FigureEvidence {
  /// The proposal, folded.
  var text: String
  var traits: [String]

  /// The probability that the proposal is right, 0.0 to 1.0. No more is claimed than the fit can know: 0.999.
  var probability: Double {
    let odds = traits.reduce(CertaintyWeights.bias) { $0 + (CertaintyWeights.weights[$1] ?? 0) }
    return min(0.999, 1 / (1 + exp(-odds)))
  }
}

/// How clearly the ink of a cell stands on its paper.
struct InkQuality {
  /// The height of the digits in the picture, in pixels.
  var digitHeight: Int
  /// Levels of grey between paper and ink.
  var contrast: Int
  /// How many lines of text the cell holds; 0 for a mark too small to be a line.
  var lines: Int
  /// Whether the form has a figure there.
  var isExpected: Bool
  /// The room that the line takes.
  var extent: InkExtent
}

/// The evidence for every figure that a reader proposed.
func evidence(_ own: Candidate?, _ seen: [Candidate], _ quality: InkQuality) -> [FigureEvidence] {
  let seen = withoutGuessesAtUnit(withoutGuessesAtHan(inKnownRoles(seen), own), own)
  let all = (own.map { [$0] } ?? []) + seen
  var texts: [String] = []
  for candidate in all where isFigure(candidate.text) && !texts.contains(candidate.text) {
    texts.append(candidate.text)
  }
  return texts.map { text in
    let rivals = Set(all.map(\.text).filter { $0 != text && isFigure($0) }).count
    let shape = shape(of: text)
    let opinions = [ownOpinion(text, own)] + readers.map { opinion(text, $0, seen) }
    // Tesseract reads words and makes letters of a lone mark, where with a number it would be at fault.
    let judged = shape == "mark" ? opinions.map { "mark:\($0)" } : opinions
    let traits =
      judged + [
        "rivals:\(min(2, rivals))", "shape:\(shape)", "extent:\(quality.extent.fits(text) ? "fits" : "differs")",
      ]
      + traits(of: quality)
    return FigureEvidence(text: text, traits: traits)
  }
}

private let readers = ["eng", "eng3", "chi_sim"]

/// Of an engine that nothing was fitted on, the first opinion stands for that of our first reader.
private func inKnownRoles(_ seen: [Candidate]) -> [Candidate] {
  guard var first = seen.first, !seen.contains(where: { readers.contains($0.reader) }) else { return seen }
  first.reader = readers[0]
  return [first]
}

/// What a reader of Latin makes of 无 is no figure that it saw, where both who know the character see it: 1 is all that it
/// has for it.
private func withoutGuessesAtHan(_ seen: [Candidate], _ own: Candidate?) -> [Candidate] {
  let isNone = { (text: String) in text == "无" }
  guard let own, isNone(own.text), own.confidence > 0.7,
    seen.contains(where: { $0.reader == "chi_sim" && isNone($0.text) && $0.confidence > 0.97 })
  else { return seen }
  return seen.filter { isNone($0.text) }
    + seen.filter { !isNone($0.text) }.map { Candidate(text: "?", confidence: $0.confidence, reader: $0.reader) }
}

/// Nor is the digits' tail that it makes of a unit, where both who know 元 see one at the end: 19720.003550 of 19720.00万元.
private func withoutGuessesAtUnit(_ seen: [Candidate], _ own: Candidate?) -> [Candidate] {
  guard let own, isFigure(own.text), own.text.hasSuffix("元"),
    seen.contains(where: { $0.reader == "chi_sim" && $0.text.hasSuffix("元") })
  else { return seen }
  let number = own.text.prefix { !"万元".contains($0) }
  return seen.map { candidate in
    guard !candidate.text.hasSuffix("元"), candidate.text.hasPrefix(number) else { return candidate }
    return Candidate(text: "?", confidence: candidate.confidence, reader: candidate.reader)
  }
}

private func traits(of quality: InkQuality) -> [String] {
  let height = [8, 10, 12, 16].count { quality.digitHeight >= $0 }
  let contrast = [60, 110, 160].count { quality.contrast >= $0 }
  return [
    "height:\(height)", "contrast:\(contrast)", "lines:\(min(2, quality.lines))",
    quality.isExpected ? "place:expected" : "place:unexpected",
  ]
}

private func ownOpinion(_ text: String, _ own: Candidate?) -> String {
  guard let own else { return "own:none" }
  guard own.text == text else { return own.confidence > 0.9 ? "own:differs-surely" : "own:differs" }
  return "own:\([0.5, 0.7, 0.9, 0.97, 0.99, 0.999].count { own.confidence >= $0 })"
}

private func opinion(_ text: String, _ reader: String, _ seen: [Candidate]) -> String {
  guard let candidate = seen.first(where: { $0.reader == reader }) else {
    return "\(reader):\(seen.count > 1 ? "silent" : "unasked")"
  }
  guard candidate.text == text else { return "\(reader):\(isFigure(candidate.text) ? "differs" : "no-figure")" }
  return "\(reader):\([0.9, 0.97, 0.99].count { candidate.confidence >= $0 })"
}

/// Whether a text is a mark for none.
func isMark(_ text: String) -> Bool { ["/", "-", "无"].contains(text) }

/// The kinds of figures that readers confuse in different ways.
private func shape(of text: String) -> String {
  if isMark(text) { return "mark" }
  if isAmbiguous(text) { return "ambiguous" }
  if text.hasPrefix("-") || text.hasPrefix("+") { return "signed" }
  if text.contains("元") || text.hasSuffix("%") { return "unit" }
  if text.contains(".") || text.contains(",") { return "separated" }
  return text.count == 1 ? "digit" : "digits"
}

/// Whether a point taken for a comma, or the reverse, would make another number of the same shape.
func isAmbiguous(_ text: String) -> Bool {
  let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
  return parts.count >= 2 && parts.dropFirst().allSatisfy { $0.count == 3 }
}
