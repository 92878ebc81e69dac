/// The year that the head of a column, of a row or of a whole table names.
enum YearHead: Hashable {
  /// 2021年, 二〇二一年度.
  case year(Int)
  /// 本年 is 0, 上年 is -1.
  case relative(Int)

  /// The year of a short text that says nothing else: 2021年, 2021年度, 本年数, 上年同期.
  init?(_ text: String) {
    guard text.utf8.count <= longestHead, let first = text.unicodeScalars.first(where: { !isSpace($0) }) else {
      return nil
    }
    if let word = yearWords[first]?.first(where: { says($0.word, in: text) }) {
      self = .relative(word.year)
    } else if asciiDigit(first) == "2", let found = years(in: text).first, found.start == 0,
      says("", in: text, behind: found.end)
    {
      self = .year(found.year)
    } else {
      return nil
    }
  }

  /// The year of the line above a table: the only one that it names, or 上年 and 本年 at its beginning.
  init?(above text: String) {
    guard text.utf8.count <= longestCaption else { return nil }
    let found = Set(years(in: text).map(\.year))
    if let year = found.first, found.count == 1 {
      self = .year(year)
    } else if found.isEmpty, let first = text.unicodeScalars.first,
      let word = yearWords[first]?.first(where: { text.hasPrefix($0.word) })
    {
      self = .relative(word.year)
    } else {
      return nil
    }
  }

  /// Whether this is before another one; years and words cannot be compared.
  func isBefore(_ other: YearHead) -> Bool {
    switch (self, other) {
    case (.year(let own), .year(let other)), (.relative(let own), .relative(let other)): own < other
    default: false
    }
  }
}

/// The most UTF-8 bytes of a head that names nothing but a year: 二〇二一年度统计数.
private let longestHead = 30

/// The most UTF-8 bytes of a caption: 40 characters.
private let longestCaption = 120

private let yearWords: [Unicode.Scalar: [(word: String, year: Int)]] = [
  "本": [("本年", 0)], "今": [("今年", 0)], "当": [("当年", 0)], "當": [("當年", 0)],
  "上": [("上一年", -1), ("上年", -1)], "去": [("去年", -1)], "前": [("前年", -2)],
]

/// Whether a text is a word for a year, or ends behind its digits, with nothing but what such heads add to it.
private func says(_ word: String, in text: String, behind end: Int? = nil) -> Bool {
  let scalars = text.unicodeScalars.filter { !isSpace($0) }
  guard scalars.starts(with: word.unicodeScalars) else { return false }
  let digits = end.map { index in text.unicodeScalars.prefix(index).count { !isSpace($0) } } ?? 0
  var rest = scalars.dropFirst(max(word.unicodeScalars.count, digits))
  while let addition = additions.first(where: { rest.starts(with: $0.unicodeScalars) }) {
    rest = rest.dropFirst(addition.unicodeScalars.count)
  }
  return rest.isEmpty
}

private let additions = ["年", "度", "统计", "統計", "数量", "數量", "数", "數", "同期", "情况", "情況", "（件）", "(件)"]
