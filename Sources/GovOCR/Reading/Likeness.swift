/// How alike two labels are, 0.0 to 1.0: one less the edit distance (Levenshtein, 1966) as part of the longer length.
///
/// Spaces and punctuation do not count, and traditional characters count as their simplified ones.
func likeness(_ seen: String, _ official: String) -> Double {
  let (one, other) = (labelLetters(seen), labelLetters(official))
  guard !one.isEmpty || !other.isEmpty else { return 1 }
  var row = Array(0...other.count)
  for (i, letter) in one.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in other.indices {
      let cost = letter == other[j] ? diagonal : diagonal + 1
      diagonal = row[j + 1]
      row[j + 1] = min(cost, row[j] + 1, row[j + 1] + 1)
    }
  }
  return 1 - Double(row[other.count]) / Double(max(one.count, other.count))
}

private func labelLetters(_ text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
}
