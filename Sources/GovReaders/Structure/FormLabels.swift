import GovForms

/// Whether a line is a label of the statutory tables, as pages leave them one cell per line.
///
/// Such a label may look like a numbered heading (1.属于国家秘密) and is none.
package func isFormLabel(_ line: Line) -> Bool {
  guard line.compact.count <= 64 else { return false }
  return formLabels.contains(unnumbered(line.compact))
}

/// Whether a line prints a row of a statutory table: labels, then figures, as in （一）收到申请数：12件.
///
/// Such a row begins with a number and looks like a heading.
func isFormRow(_ line: Line) -> Bool {
  guard !line.isCut, !line.compact.contains(0x3002) else { return false }
  let parts = line.folded.split(separator: 0x20)
  let figures = parts.reversed().prefix { isFigure($0[...]) }.count
  guard figures > 0 else { return printsFigureAtLabel(line.compact) }
  let words = parts.dropLast(figures).map { formLabels.contains(unnumbered(Array($0))) }
  return words.contains(true) && words.allSatisfy { $0 }
    || formLabels.contains(unnumbered(parts.dropLast(figures).flatMap { $0 }))
}

/// Whether a label is printed with a figure and its unit directly behind it.
private func printsFigureAtLabel(_ compact: [UInt32]) -> Bool {
  guard let end = compact.lastIndex(where: isDigit) else { return false }
  let tail = compact[(end + 1)...]
  let label = compact[...end].reversed().drop { isDigit($0) || $0 == 0x2E || $0 == 0x2C }.reversed()
  return tail.count <= 2 && label.count > 1 && formLabels.contains(unnumbered(Array(label)))
}

/// Whether a line that looks like a heading is a cell of a table with one cell a line: a form's label beside another
/// label or a figure, or a numbered point between two of them.
func isLoneCell(_ line: Line, between neighbours: [Line]) -> Bool {
  let cells = neighbours.count { isFormLabel($0) || isFigure($0) }
  if isFormLabel(line) { return cells > 0 }
  return cells == 2 && headingLevel(of: line) ?? 0 > 2
}

/// A figure as tables print it: 12, -3, 4449.48万元, 无, /.
private func isFigure(_ line: Line) -> Bool { isFigure(line.compact[...]) }

private func isFigure(_ compact: ArraySlice<UInt32>) -> Bool {
  guard (1...14).contains(compact.count) else { return false }
  if compact.count == 1, compact.first == 0x65E0 || compact.first == 0x2F || compact.first == 0x2D { return true }
  return compact.contains(where: isDigit) && compact.allSatisfy { $0 < 0x40 || $0 == 0x4E07 || $0 == 0x5143 }
}

/// Every label of every form, folded, without number and white space.
private let formLabels: Set<[UInt32]> = {
  var labels: Set<[UInt32]> = []
  func insert(_ label: String?) {
    guard let label else { return }
    labels.insert(unnumbered(Line(label).compact))
  }
  for part in StatutoryForm.all.flatMap(\.tables).flatMap(\.parts) {
    for label in [part.heading, part.corner, part.banner] { insert(label) }
    for label in part.columns.flatMap(\.path) { insert(label) }
    for row in part.rows {
      for label in row.path + row.aliases { insert(label) }
    }
  }
  labels.remove([])
  return labels
}()

/// A label without its number and without punctuation, in which pages differ.
private func unnumbered(_ compact: [UInt32]) -> [UInt32] {
  compact.dropFirst(printedNumber(of: compact)?.length ?? 0).filter {
    $0 > 0x2FFF && $0 != ("、" as Unicode.Scalar).value
  }
}
