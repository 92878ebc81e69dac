/// Where the enumerator of a label ends and the remark in brackets that ends it begins, in folded characters.
struct LabelParts {
  /// The folded characters of the enumerator (一、 (一) 1.); 0 without one.
  let enumerator: Int
  /// The folded characters before the remark; `nil` without one.
  let remark: Int?

  init(_ text: String) {
    enumerator = enumeratorNumerals(of: text)
    remark = remarkStart(of: text).map { start in
      text.unicodeScalars[..<start].reduce(0) { foldScalar($1) == nil ? $0 : $0 + 1 }
    }
  }
}

/// The number of numerals in the enumerator, its brackets being lost or not; each is one folded character.
private func enumeratorNumerals(of text: String) -> Int {
  var numerals = 0
  var sawMark = false
  for scalar in text.unicodeScalars {
    if isNumeral(scalar) {
      if numerals > 0 && sawMark { break }
      numerals += 1
    } else if isEnumeratorMark(scalar) {
      sawMark = true
    } else {
      break
    }
  }
  return sawMark ? numerals : 0
}

/// Where the bracket of a remark opens; `nil` for a text that ends in none, or is nothing else.
private func remarkStart(of text: String) -> String.Index? {
  let scalars = text.unicodeScalars
  guard let last = scalars.last, last == ")" || last == "）",
    let open = scalars.lastIndex(where: { $0 == "(" || $0 == "（" }), open > scalars.startIndex
  else { return nil }
  return open
}

private func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "0"..."9", "０"..."９", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
  default: false
  }
}

private func isEnumeratorMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "(", ")", "（", "）", "、", ".", "．", ",", "，", "·", "。", ":", " ", "：", "\u{3000}", "\n", "〔", "〕", "[", "]":
    true
  default: false
  }
}
