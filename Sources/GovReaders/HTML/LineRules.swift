func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
  let tail = String(decoding: text.suffix(3), as: UTF8.self)
  return ["。", "！", "？", "；", "：", "”"].contains(tail)
}

func beginsWithNumber(_ text: ArraySlice<UInt8>) -> Bool { numberLevel(text) != nil }

func isFrameLine(_ text: ArraySlice<UInt8>) -> Bool {
  let words: [StaticString] = ["版权所有", "ICP备", "网站标识码", "公网安备", "主办单位", "技术支持", "分享到", "打印本页", "关闭窗口", "上一篇", "下一篇", "当前位置", "您的位置", "字体：", "责任编辑", "扫一扫", "浏览次数"]
  return text.count < 600 && words.contains { text.contains($0) }
}

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
