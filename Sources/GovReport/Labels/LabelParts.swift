/// Where the enumerator of a label ends and the remark in brackets that ends it begins, in folded characters.
struct LabelParts {
  /// The folded characters of the enumerator (一、 (一) 1.); 0 without one.
  let enumerator: Int
  /// The folded characters before the remark; `nil` without one.
  let remark: Int?

  init(_ text: String) {
    enumerator = enumeratorEnd(of: text)?.numerals ?? 0
    remark = remarkStart(of: text).map { start in
      text.unicodeScalars[..<start].reduce(0) { foldScalar($1) == nil ? $0 : $0 + 1 }
    }
  }
}

/// A label without its enumerator (一、 (一) 1.), its brackets being lost or not.
func withoutEnumerator(_ text: String) -> String {
  guard let end = enumeratorEnd(of: text)?.index else { return text }
  return String(text.unicodeScalars[end...])
}

/// A label without the remark in brackets that ends it: 本年收费金额(单位:万元) → 本年收费金额.
func withoutRemark(_ label: String) -> String {
  guard let start = remarkStart(of: label) else { return label }
  return String(label.unicodeScalars[..<start])
}

/// Where an enumerator ends, and the number of its numerals; `nil` for a text without one.
private func enumeratorEnd(of text: String) -> (index: String.Index, numerals: Int)? {
  let scalars = text.unicodeScalars
  var index = scalars.startIndex
  var numerals = 0
  var sawMark = false
  while index < scalars.endIndex {
    let scalar = scalars[index]
    if isNumeral(scalar) {
      if numerals > 0 && sawMark { break }
      numerals += 1
    } else if isEnumeratorMark(scalar) {
      sawMark = true
    } else {
      break
    }
    index = scalars.index(after: index)
  }
  return numerals > 0 && sawMark ? (index, numerals) : nil
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
