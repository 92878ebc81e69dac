/// Finds the label that a text prints, damage allowed: `nil` when it prints none.
///
/// From sure to unsure: the folded spelling; without enumerator or remark; without a doubled first character; cut
/// off at its end; a few characters wrong. The last two only when a single label is nearest.
func matchLabel(_ text: String, in book: LabelBook = .statutory) -> Int? {
  guard text.utf8.count <= longestLabel else { return nil }
  let folded = foldLabel(text)
  return exactMatch(folded, of: text, in: book) ?? nearMatch(folded, in: book)
}

/// As `matchLabel`, without the tolerance for wrong characters.
func exactMatch(_ text: String, in book: LabelBook = .statutory) -> Int? {
  guard text.utf8.count <= longestLabel else { return nil }
  return exactMatch(foldLabel(text), of: text, in: book)
}

/// The most UTF-8 bytes that a damaged label may have.
private let longestLabel = 300

private func exactMatch(_ folded: FoldedLabel, of text: String, in book: LabelBook) -> Int? {
  guard folded.count >= 2 else { return nil }
  if let index = book.index(of: folded[...]) { return index }
  let parts = LabelParts(text)
  let bare = parts.enumerator..<folded.count
  if !bare.isEmpty, bare.lowerBound > 0, let index = book.index(of: folded[bare]) { return index }
  if let remark = parts.remark {
    for start in Set([0, parts.enumerator]).sorted() where start < remark {
      if let index = book.index(of: folded[start..<remark]) { return index }
    }
  }
  guard folded.count >= 3, folded[0] == folded[1] else { return nil }
  return book.index(of: folded.dropFirst())
}

private func nearMatch(_ folded: FoldedLabel, in book: LabelBook) -> Int? {
  guard folded.count >= 3, folded.contains(where: { $0 >= 0x3400 }) else { return nil }
  return truncatedMatch(folded, in: book) ?? closestMatch(folded, in: book)
}

/// A label cut off at its end, when the beginning belongs to one label only.
private func truncatedMatch(_ folded: FoldedLabel, in book: LabelBook) -> Int? {
  guard folded.count >= 6 else { return nil }
  let bits = signature(of: folded[...])
  let whole = book.spellings.indices.filter { index in
    bits & ~book.signatures[index] == 0 && book.lengths[index] >= folded.count
      && book.spellings[index].starts(with: folded)
  }
  guard let first = whole.first, whole.allSatisfy({ book.labels[$0].roles == book.labels[first].roles }) else {
    return nil
  }
  return first
}

private func closestMatch(_ folded: FoldedLabel, in book: LabelBook) -> Int? {
  let bits = signature(of: folded[...])
  var best: (index: Int, distance: Int)?
  var isTied = false
  for index in book.spellings.indices {
    let length = book.lengths[index]
    let allowed = tolerance(length: min(length, folded.count))
    let limit = min(allowed, best?.distance ?? allowed)
    let signature = book.signatures[index]
    guard limit > 0, abs(length - folded.count) <= limit, (bits & ~signature).nonzeroBitCount <= limit,
      (signature & ~bits).nonzeroBitCount <= limit,
      let distance = distance(folded, book.spellings[index], atMost: limit)
    else { continue }
    if let present = best, present.distance == distance {
      isTied = isTied || book.labels[present.index].roles != book.labels[index].roles
    } else {
      best = (index, distance)
      isTied = false
    }
  }
  return isTied ? nil : best?.index
}

/// How many characters may be wrong: one of three to seven, two of eight to fifteen, then one more for every eight.
///
/// Neighbouring labels of one table differ in at least twice that, so a damaged label stays nearest to its own.
private func tolerance(length: Int) -> Int {
  length < 3 ? 0 : length / 8 + 1
}

/// The edit distance of two labels; `nil` when it is more than `limit`.
private func distance(_ left: FoldedLabel, _ right: FoldedLabel, atMost limit: Int) -> Int? {
  var previous = Array(0...right.count)
  var current = previous
  for (row, character) in left.enumerated() {
    current[0] = row + 1
    for column in right.indices {
      let replaced = previous[column] + (character == right[column] ? 0 : 1)
      current[column + 1] = min(replaced, previous[column + 1] + 1, current[column] + 1)
    }
    if (current.min() ?? 0) > limit { return nil }
    swap(&previous, &current)
  }
  return previous[right.count] <= limit ? previous[right.count] : nil
}
