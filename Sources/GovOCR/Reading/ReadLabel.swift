import GovDocument

/// From here on a text counts as the label that the form has in its place.
let alikeEnough = 0.6
/// From here on a text that resembles no other label of the form nearly as much is the best guess of it. Two of the five
/// characters of the form's shorter labels are enough for that, one of the two of 总计.
private let resembling = 0.4
/// By how much it must resemble the other labels less.
private let margin = 0.1

/// The ways in which a label is looked at, until one shows it.
private enum LabelLook: CaseIterable {
  /// Its line is looked for in the picture.
  case line
  /// The picture is the line: an engine that looks for lines leaves some out that are grey, or whose characters touch.
  case whole
  /// The same, with the rims of the strokes made clear: blurred strokes run into one another.
  case sharpened

  var height: Int { self == .line ? 40 : 30 }
  var effort: Effort { self == .line ? .first : .again }
}

/// The labels of a form for which another one may be taken.
///
/// Left out are those that are a part of it: 总计 may be what is left of （七）总计. In 第二十条第（五）项 and 第二十条第（六）项 nothing but one
/// letter tells, and where that cannot be read, the place does.
private struct LabelRivals {
  var others: [String] = []
  var kin: [String] = []

  init(of official: String, among labels: [String]) {
    for label in labels where !official.contains(label) {
      if likeness(label, official) >= 0.8 { kin.append(label) } else { others.append(label) }
    }
  }
}

/// What one look made of a label.
private struct LabelGuess {
  /// The likeliest reading.
  var seen: Candidate
  /// It, and what else each of its characters may be.
  var looks: [String]
  /// How much it is like the label that belongs there.
  var likeness: Double
  /// How much it is like any other of the form's.
  var others: Double
  /// How much it is like one of those that differ from its label in one letter.
  var kin: Double

  init(_ seen: [Candidate], official: String, among rivals: LabelRivals) {
    self.seen = seen[0]
    looks = seen.map(\.text)
    let text = seen[0].text
    likeness = GovOCR.likeness(text, official)
    let isSame = likeness == 1
    others = isSame ? 0 : rivals.others.map { GovOCR.likeness(text, $0) }.max() ?? 0
    kin = isSame ? 0 : rivals.kin.map { GovOCR.likeness(text, $0) }.max() ?? 0
  }

  /// Whether it says what the form has there, and not just what the form has elsewhere.
  var isOfficial: Bool { likeness >= alikeEnough && likeness >= max(others, kin) }
  var isAnother: Bool { max(others, kin) == 1 }
  var resembles: Bool { likeness >= resembling && likeness >= others + margin && likeness >= kin }
}

extension PageReader {
  /// Reads the label of a form, of which it is known which one belongs there and what others the form has.
  ///
  /// The official text is given where the picture says it, and as a guess where what was seen resembles it and nothing else
  /// of the form; else what was seen. The network, which only compares, is asked first: it sees what no reader can read, at
  /// a small part of the cost.
  mutating func label(
    _ lines: TextLines, official: String, among labels: [String]
  ) throws(PictureError) -> CellReading {
    let strip = lines.strip(gap: max(2, layout.textHeight / 5))
    let said = opinion(on: strip, official: official, among: labels)
    if let said, said.isOfficial {
      let seen = Candidate(text: official, confidence: said.confidence, reader: "letters")
      return CellReading(text: official, confidence: said.confidence, status: .read, candidates: [seen])
    }
    let rivals = LabelRivals(of: official, among: labels)
    let guesses = try guesses(strip, official, rivals)
    guard let best = guesses.max(by: { $0.likeness < $1.likeness }) else {
      guard let said, said.resembles else {
        return CellReading(text: "", confidence: 0, status: .unreadable, candidates: [])
      }
      return CellReading(text: official, confidence: said.confidence, status: .doubtful, candidates: [])
    }
    var reading = CellReading(
      text: best.seen.text, confidence: best.seen.confidence, status: .doubtful, candidates: [best.seen])
    guard best.isOfficial || best.resembles || said?.resembles == true || resembles(guesses, official, rivals),
      !guesses.contains(where: \.isAnother)
    else { return reading }
    (reading.text, reading.confidence) = (official, max(best.likeness, said?.confidence ?? 0))
    if best.isOfficial { reading.status = .read }
    return reading
  }

  /// What the looks show, until one shows the label.
  private mutating func guesses(
    _ strip: Raster, _ official: String, _ rivals: LabelRivals
  ) throws(PictureError) -> [LabelGuess] {
    var guesses: [LabelGuess] = []
    for look in LabelLook.allCases {
      let seen = try words(strip, look)
      guard let first = seen.first else { continue }
      let guess = LabelGuess(seen, official: official, among: rivals)
      guesses.append(guess)
      if guess.isOfficial || isLonger(first.text, than: official) { break }
    }
    return guesses
  }

  /// Whether some looks together show as much of a label, of which each misses other characters, and of no other label. A sentence
  /// has the characters of many labels.
  private func resembles(_ guesses: [LabelGuess], _ official: String, _ rivals: LabelRivals) -> Bool {
    let looks = guesses.filter { !isLonger($0.seen.text, than: official) }.flatMap(\.looks)
    func share(_ labels: [String]) -> Double {
      labels.map { GovOCR.share(of: $0, shownBy: looks, beside: official) }.max() ?? 0
    }
    let own = share([official])
    return own >= 0.5 && own >= share(rivals.others) + 2 * margin && own >= share(rivals.kin)
  }

  private mutating func words(_ strip: Raster, _ look: LabelLook) throws(PictureError) -> [Candidate] {
    // What is lower than half of the print is what is left of a line, and would be drawn out to the length of a hundred characters.
    let line = enlarged(strip, from: max(strip.height, layout.textHeight / 2), to: look.height)
    let picture = LinePicture(look == .sharpened ? line.sharpened() : line, kind: words)
    return try recognizer.read(picture, effort: look.effort)
  }

  /// Whether a text is so long that it is no label at another look either. Of 187 drawn labels that the first look did not show
  /// 34 were as long, of which none was read at a later look; of the others 23 were.
  private func isLonger(_ text: String, than official: String) -> Bool { text.count > 2 * official.count }
}
