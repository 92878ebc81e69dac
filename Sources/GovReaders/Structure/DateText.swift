/// The first date that a text prints, as ISO 8601; `nil` when there is no valid one.
///
/// Understands 2021-01-28, 2021/1/28, 2021.01.28, 2021年1月28日, 二〇二一年一月二十八日, 20210128 after a colon, each with or
/// without a time behind it. The thirtieth of February is no date.
package func isoDate(in line: Line) -> String? {
  dates(in: line).first?.iso
}

/// Whether a line holds a date, perhaps a time, and nothing else: the last line of a letter.
package func isDateLine(_ line: Line) -> Bool {
  guard line.compact.count <= 30, let date = dates(in: line).first else { return false }
  let rest = line.folded[..<date.range.lowerBound] + line.folded[date.range.upperBound...]
  return rest.allSatisfy { isDigit($0) || $0 < 0x40 || $0 == 0x5B || $0 == 0x5D }
}

struct PrintedDate {
  /// The place in `Line.folded`.
  let range: Range<Int>
  let iso: String
}

/// All valid dates of a line in order.
func dates(in line: Line) -> [PrintedDate] {
  var found: [PrintedDate] = []
  var index = 0
  while index < line.folded.count {
    if index == 0 || !isDigit(line.folded[index - 1]), let date = date(in: line.folded, at: index) {
      found.append(date)
      index = date.range.upperBound
    } else {
      index += 1
    }
  }
  return found
}

private func date(in text: [UInt32], at start: Int) -> PrintedDate? {
  var reader = DateReader(text: text, index: start)
  guard let year = reader.year(), (1980...2099).contains(year) else { return nil }
  guard let month = reader.part(after: "年-/.", upTo: 12), let day = reader.part(after: "月-/.", upTo: 31) else {
    return compactDate(in: text, at: start)
  }
  guard isValid(year, month, day), reader.endOfDay() else { return nil }
  return PrintedDate(range: start..<reader.index, iso: iso(year, month, day))
}

/// 20210128, standing alone behind a colon, a bracket or at the beginning.
private func compactDate(in text: [UInt32], at start: Int) -> PrintedDate? {
  let digits = text[start...].prefix(while: isDigit)
  guard digits.count == 8, start == 0 || [0x3A, 0x5B, 0x28, 0x20].contains(text[start - 1]) else { return nil }
  let number = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
  guard (1980...2099).contains(year), isValid(year, month, day) else { return nil }
  return PrintedDate(range: start..<start + 8, iso: iso(year, month, day))
}

private struct DateReader {
  let text: [UInt32]
  var index: Int

  /// Four digits, ASCII or Han.
  mutating func year() -> Int? {
    guard index + 4 <= text.count else { return nil }
    var value = 0
    for scalar in text[index..<index + 4] {
      guard let digit = isDigit(scalar) ? Int(scalar) - 0x30 : hanDigit(scalar) else { return nil }
      value = value * 10 + digit
    }
    index += 4
    return value
  }

  /// A month or a day after one of the separators; white space may stand on both sides.
  mutating func part(after separators: String, upTo limit: Int) -> Int? {
    skipSpaces()
    guard index < text.count, separators.unicodeScalars.contains(where: { $0.value == text[index] }) else { return nil }
    index += 1
    skipSpaces()
    guard let value = arabic() ?? han(), (1...limit).contains(value) else { return nil }
    return value
  }

  /// 日 or 号 behind the day, or no further digit.
  mutating func endOfDay() -> Bool {
    var end = index
    while end < text.count, text[end] == 0x20 { end += 1 }
    if end < text.count, text[end] == 0x65E5 || text[end] == 0x53F7 {
      index = end + 1
      return true
    }
    return index >= text.count || !isDigit(text[index])
  }

  private mutating func skipSpaces() { while index < text.count, text[index] == 0x20 { index += 1 } }

  private mutating func arabic() -> Int? {
    let digits = text[index...].prefix(2).prefix(while: isDigit)
    guard !digits.isEmpty else { return nil }
    index += digits.count
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// 一 to 三十一, 廿八 too.
  private mutating func han() -> Int? {
    let numerals = text[index...].prefix(3).prefix { hanDigit($0) != nil || $0 == ten || $0 == twenty }
    guard !numerals.isEmpty else { return nil }
    index += numerals.count
    var value = 0
    for numeral in numerals {
      if numeral == ten {
        value = max(value, 1) * 10
      } else if numeral == twenty {
        value = 20
      } else {
        value += hanDigit(numeral) ?? 0
      }
    }
    return value
  }
}

private let ten = ("十" as Unicode.Scalar).value
private let twenty = ("廿" as Unicode.Scalar).value

func hanDigit(_ scalar: UInt32) -> Int? {
  switch scalar {
  case 0x3007: 0
  case 0x4E00: 1
  case 0x4E8C: 2
  case 0x4E09: 3
  case 0x56DB: 4
  case 0x4E94: 5
  case 0x516D: 6
  case 0x4E03: 7
  case 0x516B: 8
  case 0x4E5D: 9
  default: nil
  }
}

private func isValid(_ year: Int, _ month: Int, _ day: Int) -> Bool {
  guard (1...12).contains(month), day >= 1 else { return false }
  let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= days[month - 1]
}

private func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
  "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
}
