import GovDocument

/// A piece of a line between blanks: a figure, a label, a part of one, or a label with its figure.
struct LinePiece {
  let text: String
  /// The text that it is a piece of, and its scalars there.
  private let whole: Prose
  private let range: Range<Int>

  /// Where the text came from.
  var origin: Origin { whole.origin }

  /// The pieces of a text.
  static func pieces(of prose: Prose) -> [LinePiece] {
    var pieces: [LinePiece] = []
    var text = String.UnicodeScalarView()
    for (index, scalar) in (prose.text + "\n").unicodeScalars.enumerated() {
      guard isSpace(scalar) || partsCells(scalar) else {
        text.append(scalar)
        continue
      }
      if !text.isEmpty {
        pieces.append(LinePiece(text: String(text), whole: prose, range: index - text.count..<index))
      }
      text = String.UnicodeScalarView()
    }
    return pieces
  }

  /// A cell as a piece of its row; `nil` for a blank one.
  init?(cell: Prose) {
    self.init(text: trimmed(cell.text), whole: cell, range: 0..<cell.text.unicodeScalars.count)
    guard !text.isEmpty else { return nil }
  }

  private init(text: String, whole: Prose, range: Range<Int>) {
    self.text = text
    self.whole = whole
    self.range = range
  }

  /// The piece in two, before a figure with which it ends: 当面申请数：4件; `nil` when it does not, or is nothing else.
  func split(before figure: String) -> (head: LinePiece, figure: LinePiece)? {
    let (scalars, tail) = (text.unicodeScalars, figure.unicodeScalars)
    guard range.count == scalars.count, scalars.count > tail.count, scalars.suffix(tail.count).elementsEqual(tail)
    else { return nil }
    let middle = range.upperBound - tail.count
    let head = LinePiece(
      text: String(String.UnicodeScalarView(scalars.dropLast(tail.count))), whole: whole,
      range: range.lowerBound..<middle)
    return (head, LinePiece(text: figure, whole: whole, range: middle..<range.upperBound))
  }

  /// Whether a piece follows in the same text.
  func isInLine(with next: LinePiece) -> Bool { range.upperBound <= next.range.lowerBound && whole == next.whole }

  /// The text of neighbouring pieces with its record, a line break between two lines; `nil` where a repair reaches beyond them.
  static func prose(of pieces: some Collection<LinePiece>) -> Prose? {
    var parts: [LinePiece] = []
    for piece in pieces {
      if let last = parts.last, last.isInLine(with: piece) {
        parts[parts.count - 1] = LinePiece(
          text: "", whole: last.whole, range: last.range.lowerBound..<piece.range.upperBound)
      } else {
        parts.append(piece)
      }
    }
    var result: Prose?
    for part in parts {
      guard let prose = part.whole.part(part.range) else { return nil }
      guard let before = result else {
        result = prose
        continue
      }
      guard let joined = before.joined(with: prose) else { return nil }
      result = joined
    }
    return result
  }
}
