/// What is printed in a cell of figures without the note behind its number: 12（含上年结转）, 12[2], 12注1.
///
/// Brackets that hold nothing but a unit are the unit: 1903.17（万元）. A note in which another number stands is left, unless it
/// says that it is a part of the first one: which of the two is meant is not for us to say.
func withoutNote(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
  guard let first = scalars.first, isDigit(first) || "+-－＋−".unicodeScalars.contains(first), let last = scalars.last
  else {
    return scalars
  }
  if let open = opening(of: last), let start = scalars.firstIndex(where: { $0 == open.bracket || $0 == open.wide }) {
    let note = scalars[(start + 1)..<(scalars.count - 1)]
    if !note.isEmpty, note.allSatisfy(isUnitCharacter) { return Array(scalars[..<start] + note) }
    return saysNothingElse(note, isCitation: last == "]" || last == "］") ? Array(scalars[..<start]) : scalars
  }
  var end = scalars.count
  while end > 0, isDigit(scalars[end - 1]) { end -= 1 }
  return end > 1 && (scalars[end - 1] == "注" || scalars[end - 1] == "註") ? Array(scalars[..<(end - 1)]) : scalars
}

private func opening(of bracket: Unicode.Scalar) -> (bracket: Unicode.Scalar, wide: Unicode.Scalar)? {
  switch bracket {
  case ")", "）": ("(", "（")
  case "]", "］": ("[", "［")
  default: nil
  }
}

/// Whether a note gives no other number for the cell: the number of a note, words, or what the number includes.
private func saysNothingElse(_ note: ArraySlice<Unicode.Scalar>, isCitation: Bool) -> Bool {
  if isCitation, !note.isEmpty, note.count <= 2, note.allSatisfy(isDigit) { return true }
  let words = note.filter { (0x4E00...0x9FFF).contains($0.value) }
  guard !words.isEmpty, note.allSatisfy({ !opensOrCloses($0) }) else { return false }
  if partOfTheFirst.contains(where: { note.starts(with: $0.unicodeScalars) }) { return true }
  if namesAnnex(note) { return true }
  // 12（注1）, but 12（注：应为15）.
  if note.first == "注", (1...2).contains(note.count - 1), note.dropFirst().allSatisfy(isDigit) { return true }
  if note.contains(where: changesFigure.contains) { return false }
  if anotherYear.contains(where: { String(String.UnicodeScalarView(note)).contains($0) }) { return false }
  return !note.contains { isDigit($0) || isUnitCharacter($0) || isHanNumeral($0) }
}

/// Whether a note only says where there is more to read: 见附件, 详见附表2. The 件 of an annex counts nothing.
private func namesAnnex(_ note: ArraySlice<Unicode.Scalar>) -> Bool {
  guard let verb = note.firstIndex(of: "见") ?? note.firstIndex(of: "見"), verb <= note.startIndex + 1 else {
    return false
  }
  var place = note[(verb + 1)...]
  while let last = place.last, isDigit(last) || isHanNumeral(last), place.count > note.count - 5 { place.removeLast() }
  return annexes.contains { place.elementsEqual($0.unicodeScalars) }
}

private let annexes = ["附件", "附表", "附注", "附註", "附录", "附錄", "附页", "附頁", "备注", "備註", "下表", "说明", "說明", "注", "註"]

private let partOfTheFirst = ["含", "其中", "包括", "包含", "内含"]

/// What a note has that takes from the figure before it: 12（下降） is -12, 12（左右） and 12（估计） are vague, and 12（应更正）
/// is another number.
private let changesFigure = "减減降负負约約近左估预預应應误誤".unicodeScalars

/// What says that the figure before it, or the last of two that are printed side by side, is not this year's: 15 12（上年）.
private let anotherYear = ["上年", "去年", "上一年", "同期"]

private func opensOrCloses(_ scalar: Unicode.Scalar) -> Bool { "()（）[]［］".unicodeScalars.contains(scalar) }
