// Placeholder until the shared line rules arrive.
func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
  let tail = String(decoding: text.suffix(3), as: UTF8.self)
  return ["。", "！", "？", "；", "：", "”"].contains(tail)
}

func beginsWithNumber(_ text: ArraySlice<UInt8>) -> Bool { numberLevel(text) != nil }

func numberLevel(_ text: ArraySlice<UInt8>) -> Int? {
  let head = Array(String(decoding: text.prefix(30), as: UTF8.self).unicodeScalars)
  let numerals = Set("一二三四五六七八九十".unicodeScalars)
  guard let first = head.first else { return nil }
  if numerals.contains(first) {
    let rest = head.drop { numerals.contains($0) }
    return rest.first == "、" ? 2 : nil
  }
  if first == "（" || first == "(" {
    let rest = head.dropFirst().drop { numerals.contains($0) }
    return (rest.first == "）" || rest.first == ")") && rest.startIndex > 1 ? 3 : nil
  }
  if ("0"..."9").contains(first) {
    let rest = head.drop { ("0"..."9").contains($0) }
    guard let mark = rest.first, "．.、".unicodeScalars.contains(mark) else { return nil }
    if let next = rest.dropFirst().first, ("0"..."9").contains(next) { return nil }
    return 4
  }
  return nil
}
