import GovDocument
import GovForms

/// The figures that a line names by their columns: 自然人5件、商业企业8件、总计13件; one entry for each slot of a row.
///
/// `nil` unless every part of the line is a column of the row and its figure, for prose may name one.
func namedFigures(_ text: String, slots: [Slot], kind: TableKind, origin: Origin) -> [Entry]? {
  guard text.utf8.count <= longestNamedLine else { return nil }
  let parts = text.unicodeScalars.split { "、，；;。|\n".unicodeScalars.contains($0) || $0 == "," }
    .map { trimmed(String($0)) }.filter { !$0.isEmpty }
  guard !parts.isEmpty, parts.count <= slots.count else { return nil }
  var figures: [Name: String] = [:]
  for part in parts {
    guard let (column, figure) = namedFigure(part, kind: kind), slots.contains(where: { $0.column == column }),
      figures.updateValue(figure, forKey: column) == nil
    else { return nil }
  }
  return slots.map { Entry(text: figures[$0.column] ?? "", origin: origin) }
}

/// All columns with long names and figures do not need more bytes.
private let longestNamedLine = 600

private func namedFigure(_ part: String, kind: TableKind) -> (column: Name, figure: String)? {
  let scalars = part.unicodeScalars
  guard let start = scalars.firstIndex(where: isDigit) else { return nil }
  let figure = String(scalars[start...])
  guard isFigureText(figure), let label = exactMatch(String(scalars[..<start])),
    let column = LabelBook.statutory.labels[label].columnName(kind)
  else { return nil }
  return (column, figure)
}

/// Whether a line prints a number, in ASCII or full-width digits.
func printsNumber(_ text: String) -> Bool { text.unicodeScalars.contains(where: isDigit) }

/// Whether a line of words states figures of the row before it: it counts something, and a sentence names applicants too.
func statesFigures(_ text: String) -> Bool {
  if isSentence(text) {
    let folded = foldLabel(text)
    return applicantWords.contains { contains(folded, $0) }
  }
  let scalars = simplifyKnownScalars(text.unicodeScalars)
  return scalars.indices.contains { mayBeginQuantity(scalars[$0]) && readQuantity(scalars, at: $0) != nil }
}

private let applicantWords = ["自然人", "法人", "企业", "组织", "机构", "总计", "合计"].map(foldLabel)
