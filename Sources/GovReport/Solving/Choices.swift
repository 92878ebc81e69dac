import GovDocument
import GovForms

/// A value that a reader of a picture proposes for a square.
struct Choice: Hashable {
  var figure: Figure
  var text: String
  var confidence: Double

  var number: Int? { figure.number }
}

extension Square {
  /// Whether the readers of a picture disagree about the square, none is sure, or what they see cannot stand there.
  var isInDoubt: Bool {
    if entry.isInDoubt { return true }
    guard entry.reading != nil, case .unreadable = parse(entry.text) else { return false }
    return true
  }

  /// What the readers propose, the likeliest first, each figure once; what cannot stand in the column is left out.
  ///
  /// Readers that agree add up: of two proposals the one with more readers behind it comes first.
  var choices: [Choice] {
    guard let reading = entry.reading else { return [] }
    var choices: [Choice] = []
    let seen = [Candidate(text: entry.text, confidence: 0.01, reader: "")]
    for candidate in reading.candidates + (reading.status == .unreadable ? [] : seen) {
      let text = withoutThousandsPoint(candidate.text)
      let figure = parse(text)
      if case .unreadable = figure { continue }
      if figureKind == .count, beginsWithNought(text) { continue }
      if let index = choices.firstIndex(where: { $0.figure == figure }) {
        choices[index].confidence += candidate.confidence
      } else {
        choices.append(Choice(figure: figure, text: text, confidence: candidate.confidence))
      }
    }
    let sum = max(choices.reduce(0) { $0 + $1.confidence }, 0.001)
    for index in choices.indices { choices[index].confidence /= sum }
    return choices.enumerated().sorted {
      $0.element.confidence != $1.element.confidence
        ? $0.element.confidence > $1.element.confidence : $0.offset < $1.offset
    }.map(\.element)
  }
}

extension Square {
  /// In a picture the comma between thousands looks like a point: 712.966 in a column of counts is 712,966.
  private func withoutThousandsPoint(_ text: String) -> String {
    guard figureKind == .count, let point = text.utf8.firstIndex(of: UInt8(ascii: ".")),
      text.utf8[text.utf8.index(after: point)...].count == 3
    else { return text }
    return text.replacing(".", with: ",")
  }
}

/// Whether digits follow a nought with which a text begins: no count is printed so, and 00 are the noughts of two rows, as
/// 0,957 is a nought with the next column's figure.
private func beginsWithNought(_ text: String) -> Bool {
  let signs = text.unicodeScalars.filter { !isSpace($0) }
  return signs.first == "0" && signs.dropFirst().contains(where: isDigit)
}

extension Entry {
  /// Whether the readers of a picture disagree about the cell, or none is sure.
  ///
  /// Unanimous readers are taken for the page: what they all see is printed, even when it breaks an equation. What
  /// cannot be a figure at all is no opinion.
  var isInDoubt: Bool {
    guard let reading, reading.status != .corrected else { return false }
    guard reading.status == .read, reading.confidence >= leastSureConfidence else { return true }
    return reading.candidates.contains { isFigureText($0.text) && !isSame($0.text, text) }
  }
}

/// Whether two texts differ in spaces only.
private func isSame(_ left: String, _ right: String) -> Bool {
  left.unicodeScalars.lazy.filter { !isSpace($0) }.elementsEqual(right.unicodeScalars.lazy.filter { !isSpace($0) })
}

/// Below this confidence a single proposal counts as a guess.
///
/// The readers of the bundled engine are right in 94 of 100 cells of hard pictures where they agree.
private let leastSureConfidence = 0.5
