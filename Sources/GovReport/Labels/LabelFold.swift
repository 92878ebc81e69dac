/// A label reduced to what identifies it: Han characters in simplified script, and digits.
///
/// Spaces, line breaks, brackets and punctuation go, because pages lose and add them; so do letters, because no label
/// has any and mirrors inject pinyin. Full-width digits become ASCII; the traditional forms of the labels' own
/// characters become simplified. Other Han characters stay.
typealias FoldedLabel = [UInt16]

/// Folds a text for comparison with labels; the text itself is never changed.
func foldLabel(_ text: String) -> FoldedLabel {
  var folded: FoldedLabel = []
  folded.reserveCapacity(text.utf8.count / 3 + 4)
  for scalar in text.unicodeScalars {
    if let unit = foldScalar(scalar) { folded.append(unit) }
  }
  return folded
}

/// The folded form of one character; `nil` for one that does not count.
func foldScalar(_ scalar: Unicode.Scalar) -> UInt16? {
  switch scalar.value {
  case 0x30...0x39: UInt16(scalar.value)
  case 0xFF10...0xFF19: UInt16(scalar.value - 0xFF10 + 0x30)
  case 0x4E00...0x9FFF: simplifiedForms[Int(scalar.value - 0x4E00)]
  case 0x3400...0x4DBF, 0xF900...0xFAFF: UInt16(scalar.value)
  default: nil
  }
}

/// For every character from U+4E00 its simplified form, as far as labels use it; otherwise itself.
private let simplifiedForms: [UInt16] = {
  var forms = (0x4E00...0x9FFF).map { UInt16($0) }
  let scalars = labelCharacterPairs.unicodeScalars.filter { $0.value >= 0x4E00 && $0.value <= 0x9FFF }
  for pair in stride(from: 0, to: scalars.count - 1, by: 2) {
    let traditional = scalars[scalars.index(scalars.startIndex, offsetBy: pair)]
    let simplified = scalars[scalars.index(scalars.startIndex, offsetBy: pair + 1)]
    forms[Int(traditional.value - 0x4E00)] = UInt16(simplified.value)
  }
  return forms
}()

/// A text in simplified script as far as labels use it, scalar for scalar: positions stay.
func simplifyKnownScalars(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
  text.map { scalar in
    guard (0x4E00...0x9FFF).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(simplifiedForms[Int(scalar.value - 0x4E00)]) ?? scalar
  }
}

/// A label without its enumerator (一、 (一) 1.), its brackets being lost or not.
func withoutEnumerator(_ text: String) -> Substring.UnicodeScalarView {
  let scalars = text.unicodeScalars
  var index = scalars.startIndex
  var sawNumeral = false
  var sawMark = false
  while index < scalars.endIndex {
    let scalar = scalars[index]
    if isNumeral(scalar) {
      if sawNumeral && sawMark { break }
      sawNumeral = true
    } else if "()（）、.．,，·。: ：\u{3000}\n〔〕[]".unicodeScalars.contains(scalar) {
      sawMark = true
    } else {
      break
    }
    index = scalars.index(after: index)
  }
  return Substring(text).unicodeScalars[(sawNumeral && sawMark ? index : scalars.startIndex)...]
}

private func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "0"..."9", "０"..."９", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
  default: false
  }
}
