import GovDocument

/// From here on words on which two looks agree count as read. Of 1,560 drawn ones at it three were wrong, all by a
/// boundary in the wrong place; of 294 between 0.97 and it 18 were.
private let surelyWords = mostForWords
/// More is not claimed for words, however sure both looks were.
private let mostForWords = 0.985

extension PageReader {
  /// Reads a line of words.
  mutating func words(_ line: Raster, height: Int = 40) throws(PictureError) -> Candidate? {
    let picture = LinePicture(enlarged(line, from: line.height, to: height), kind: words)
    return try recognizer.read(picture, effort: .first).first
  }

  /// Words of which nothing is known: Han by two looks at two sizes, Latin by two readers, digits by both ways.
  ///
  /// `glyphs` is what the classifier of figures made of the line.
  ///
  /// One look says little about itself: 伟 comes out as 传 with a confidence of 0.96. What hangs on the size of the picture
  /// reads otherwise at another.
  mutating func freeText(_ line: Raster, glyphs: String?) throws(PictureError) -> CellReading {
    let picture = LinePicture(enlarged(line, from: line.height, to: 40), kind: words)
    let seen = try recognizer.read(picture, effort: .all)
    guard let first = seen.first else {
      return CellReading(text: "", confidence: 0, status: .unreadable, candidates: [])
    }
    let other = seen.dropFirst().first
    if !isHan(first.text) || isBetterLatin(other, than: first) { return latin(other ?? first, first, glyphs: glyphs) }
    var reading = CellReading(text: first.text, confidence: first.confidence, status: .read, candidates: seen)
    let again = try words(line, height: 52)
    if let again { reading.candidates.append(again) }
    reading.text = documentNumber(first.text) ?? withoutBars(first.text)
    reading.confidence = min(mostForWords, first.confidence, again?.confidence ?? 0)
    let agrees =
      again?.text == first.text && sameLatin(first.text, in: other?.text) && !isNumber(first.text, to: other)
      && !isGuess(first.text)
    if !agrees || reading.text != first.text || reading.confidence < surelyWords { reading.doubt(0.8) }
    return reading
  }

  private func latin(_ best: Candidate, _ other: Candidate, glyphs: String?) -> CellReading {
    var reading = CellReading(
      text: withoutBars(best.text), confidence: min(mostForWords, best.confidence, other.confidence), status: .read,
      candidates: best == other ? [best] : [other, best])
    let agrees = best != other && bare(best.text) == bare(other.text) && reading.text == best.text
    if !agrees || reading.confidence < surelyWords || isBrokenNumber(bare(best.text), glyphs: glyphs)
      || !saysSomething(best.text) || hasStrayMark(best.text)
    {
      reading.doubt(0.8)
    }
    return reading
  }

  /// The reader of Han finds Han everywhere; where the reader of Latin is surer, the line is Latin.
  private func isBetterLatin(_ other: Candidate?, than first: Candidate) -> Bool {
    guard let other, !other.text.isEmpty else { return false }
    return other.text.count >= 2 && other.confidence > 0.93 && other.confidence > first.confidence + 0.05
  }

  /// A question mark beside a digit or a bracket stands for what the reader made nothing of: 89?号.
  private func isGuess(_ text: String) -> Bool {
    let letters = Array(text)
    return zip(letters, letters.dropFirst()).contains { one, next in
      (one == "?" && next != "?") || (next == "?" && (one.isNumber || one == "]"))
    }
  }

  private func isHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value > 0x2E80 && $0.properties.isIdeographic }
  }

  private func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// Whether the reader of Latin saw every number and word of a line too, in order; what it made of the Han between does not
  /// matter.
  private func sameLatin(_ text: String, in other: String?) -> Bool {
    var rest = Substring(other ?? "")
    for word in text.split(whereSeparator: { !$0.isASCII || !($0.isNumber || $0.isLetter) }) {
      guard let place = rest.firstRange(of: word) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }

  /// Whether the reader of Latin is sure of a number or a word where the other has a Han character for a digit: 由20, 37.的, 以.
  private func isNumber(_ text: String, to other: Candidate?) -> Bool {
    guard let other, other.confidence >= 0.97 else { return false }
    let letters = Array(text)
    if letters.count == 1 { return true }
    return zip(letters, letters.dropFirst()).contains { one, next in
      let isFirstDigit = isHan(String(one)) && !"年月日第至共约为号路期星".contains(one)
      return (isFirstDigit && (next.isNumber || next == ".")) || (one == "." && isHan(String(next)))
    }
  }

  /// Whether there is a letter or digit at all, and none of the letters inside of a number that digits look like.
  private func saysSomething(_ text: String) -> Bool {
    let (digits, doubles) = (text.count(where: \.isNumber), text.count { "BSOoIlZzgq|".contains($0) })
    let isNumber = digits >= 2 && doubles > 0 && digits + doubles + text.count { ".,".contains($0) } == text.count
    return text.contains { $0.isLetter || $0.isNumber } && !isNumber
  }

  /// Whether a mark that belongs to no number stands at an end of digits: what is left of a seal or of a line, as in "\\ 3335".
  private func hasStrayMark(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, text.contains(where: \.isNumber),
      !text.contains(where: \.isLetter)
    else { return false }
    return "\\/|_'`\"^~=*:;,.".contains(first) || "\\/|_'`\"^~=*:;,-".contains(last)
  }

  /// Digits and separators only, and yet neither a number nor a code, such as 0731-8802 or 2015-01-10, that the classifier saw
  /// too.
  private func isBrokenNumber(_ text: String, glyphs: String?) -> Bool {
    text.allSatisfy { "0123456789.,+-".contains($0) } && !isFigure(text) && !(isCode(text) && glyphs == text)
  }

  /// Groups of two digits and more, joined by hyphens.
  private func isCode(_ text: String) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy {
      $0.count >= 2 && $0.allSatisfy(\.isNumber)
    }
  }
}

/// A text without the bars at its ends: what is left of a line beside the text looks like one.
private func withoutBars(_ text: String) -> String {
  var rest = text[...]
  while let letter = rest.first, letter == "|" || letter == " " { rest = rest.dropFirst() }
  while let letter = rest.last, letter == "|" || letter == " " { rest = rest.dropLast() }
  return String(rest)
}
