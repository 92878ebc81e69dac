import GovDocument

/// The figures whose point may be a thousands comma: in a statutory form, which counts things, and in a column in which
/// everything else is whole.
///
/// 673.134 for 673,134 is a wrong figure of the right shape; a dot's height is all that tells them apart, and small print
/// has lost it.
func pointsForCommas(_ structure: Structure, _ readings: [CellReading]) -> [Int] {
  let columns = Dictionary(grouping: readings.indices) { structure.cells[$0].column }
  return columns.values.flatMap { column in
    let suspects = column.filter { mayHaveLostComma(readings[$0].text) }
    guard structure.contents.isEmpty else { return suspects }
    let others = column.filter { !suspects.contains($0) }.map { readings[$0].text }.filter(isNumber)
    return !others.isEmpty && !others.contains { $0.contains(".") } ? suspects : []
  }.sorted()
}

/// The likelier guess of such a figure in a form, which counts things. An amount that is printed with its unit may have three
/// decimals.
func guessedWithComma(_ text: String) -> String {
  text.contains("元") || text.contains("%") ? text : text.replacing(".", with: ",")
}

private func isNumber(_ text: String) -> Bool { isFigure(text) && !isMark(text) }

/// Whether a comma in the place of the point makes a number too: no number begins with a 0 before its thousands.
private func mayHaveLostComma(_ text: String) -> Bool {
  text.contains(".") && text.first { $0.isNumber } != "0" && isFigure(text.replacing(".", with: ","))
}
