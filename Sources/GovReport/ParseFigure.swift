import FoundationEssentials
import GovForms

/// Reads what a cell states.
///
/// Thousands separators, full-width digits, 〇 and 零, spaces between digits, a counted unit and a note behind the number are read
/// through, and before it 人民币 of an amount, 增 and 减 of a change; 十二 is a number too. A number that the column cannot hold is
/// `unreadable`, with the text as it stands. Digits on two lines are two numbers, so they are none.
func parseFigure(_ text: String, kind: FigureKind, unit columnUnit: String? = nil) -> Figure {
  if text.isEmpty { return .blank }
  if kind == .count, let count = plainCount(text) { return .count(count) }
  let scalars = printedScalars(text)
  if scalars.isEmpty { return .blank }
  if statesNone(scalars) { return .statedNone(trimmed(text)) }
  let bare = bareNumber(withoutNote(scalars), kind: kind)
  guard let number = readNumber(bare) ?? readHanNumber(bare) else { return .unreadable(text) }
  switch kind {
  case .amount(let unit):
    guard !number.isSigned || number.value >= 0, isMoney(number.unit) else { return .unreadable(text) }
    return .amount(number.value, unit: number.unit.isEmpty ? (columnUnit ?? unit) : number.unit)
  case .change:
    return wholeNumber(number).map { .count($0) } ?? .unreadable(text)
  case .count:
    guard !number.isSigned, let count = wholeNumber(number) else { return .unreadable(text) }
    return .count(count)
  }
}

/// The number without the word that a column of its kind may print before it; 减 is its minus sign.
private func bareNumber(_ scalars: [Unicode.Scalar], kind: FigureKind) -> [Unicode.Scalar] {
  let words =
    switch kind {
    case .amount: [("人民币", ""), ("人民幣", ""), ("￥", ""), ("¥", "")]
    case .change:
      [
        ("增加", ""), ("增", ""), ("上升", ""), ("↑", ""), ("减少", "-"), ("減少", "-"), ("减", "-"), ("減", "-"),
        ("下降", "-"), ("↓", "-"),
      ]
    case .count: [(String, String)]()
    }
  guard let (word, sign) = words.first(where: { scalars.starts(with: $0.0.unicodeScalars) }) else { return scalars }
  return Array(sign.unicodeScalars) + scalars.dropFirst(word.unicodeScalars.count)
}

/// Whether a text can stand in a cell of figures: empty, a number with or without unit, or one of the signs for none.
func isFigureText(_ text: String) -> Bool {
  guard text.utf8.count <= 40 else { return false }
  if text.isEmpty || plainCount(text) != nil { return true }
  guard mayBeginFigure(text) else { return false }
  let scalars = printedScalars(text)
  if scalars.isEmpty { return true }
  return statesNone(scalars) || readNumber(scalars) != nil
}

/// Whether the first character that counts can begin a number or a sign for none: what tells labels from figures at once.
private func mayBeginFigure(_ text: String) -> Bool {
  for scalar in text.unicodeScalars where !isSpace(scalar) && !isSkipped(scalar) {
    switch scalar {
    case "0"..."9", "\u{FF10}"..."\u{FF19}", "+", "＋", "−", "无", "無", "没", "沒", "〇", "零": return true
    default: return isSignForNone(scalar)
    }
  }
  return true
}

/// What is printed in a cell but for spaces and the marks of notes behind a number; a line break between digits stays.
private func printedScalars(_ text: String) -> [Unicode.Scalar] {
  var scalars: [Unicode.Scalar] = []
  var isBroken = false
  for scalar in text.unicodeScalars.map(foldDigit) {
    if scalar == "\n" { isBroken = true }
    guard !isSpace(scalar) else { continue }
    if isBroken, isDigit(scalar), scalars.last.map(isDigit) ?? false { scalars.append("\n") }
    isBroken = false
    scalars.append(scalar)
  }
  while scalars.count > 1, let last = scalars.last, isNoteMark(last) { scalars.removeLast() }
  return scalars
}

/// ①, ¹, * and their like, which point to a note below the table.
private func isNoteMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x2460...0x2473, 0xB9, 0xB2, 0xB3, 0x2070...0x2079, 0x2A, 0xFF0A, 0x203B, 0x2020: true
  default: false
  }
}

/// What may stand around 无 and does not count.
private func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "。", ".", ",", "，": true
  default: false
  }
}

/// A number of up to fifteen ASCII digits and nothing else: what most cells hold.
private func plainCount(_ text: String) -> Int? {
  var count = 0
  var digits = 0
  for byte in text.utf8 {
    guard byte >= 0x30, byte <= 0x39, digits < 15 else { return nil }
    count = count * 10 + Int(byte - 0x30)
    digits += 1
  }
  return digits > 0 ? count : nil
}

/// Whether a text says that there is none: 无, 無, 没有, /, and dashes.
private func statesNone(_ scalars: [Unicode.Scalar]) -> Bool {
  guard scalars.count <= 8 else { return false }
  let bare = scalars.filter { !isSkipped($0) }
  guard let first = bare.first else { return false }
  if bare.allSatisfy(isSignForNone) { return true }
  if bare.count == 1 { return first == "无" || first == "無" }
  return bare.count == 2 && (first == "没" || first == "沒") && bare[1] == "有"
}

private func isSignForNone(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "/", "／", "\\", "-", "—", "－", "–", "―", "─", "﹣": true
  default: false
  }
}

/// A number as printed: digits with at most one point inside, a sign, a unit.
private struct PrintedNumber {
  /// At most eighteen digits, after a minus sign where the number is negative.
  var digits: String
  var isSigned: Bool
  var unit: String

  /// The number; whether there is one is asked of every cell, what it is only of a table's figures.
  var value: Decimal { Decimal(string: digits) ?? 0 }
}

/// The number that fills the scalars, with a unit of up to four characters behind it; `nil` when they are no number.
private func readNumber(_ scalars: [Unicode.Scalar]) -> PrintedNumber? {
  var index = 0
  var digits = ""
  var sign = ""
  if let first = scalars.first, "+-－＋−﹣".unicodeScalars.contains(first) {
    sign = "+＋".unicodeScalars.contains(first) ? "+" : "-"
    index = 1
  }
  var sawPoint = false
  while index < scalars.count {
    switch scalars[index] {
    case "0"..."9": digits.unicodeScalars.append(scalars[index])
    case ".", "．":
      guard !sawPoint, !digits.isEmpty else { return nil }
      sawPoint = true
      digits += "."
    case ",", "，":
      guard separatesThousands(scalars, at: index), !sawPoint else { return nil }
    default:
      return finish(digits, sign: sign, unit: scalars[index...])
    }
    index += 1
  }
  return finish(digits, sign: sign, unit: [])
}

/// A number in Han numerals, with its unit.
private func readHanNumber(_ scalars: [Unicode.Scalar]) -> PrintedNumber? {
  let end = scalars.firstIndex { !isHanNumeral($0) && $0 != "0" && $0 != "兩" } ?? scalars.count
  let isCounted = end == 1 && scalars.count > 1 && scalars[0] == "一"
  guard let value = isCounted ? 1 : hanNumber(scalars[..<end]) else { return nil }
  return finish(String(value), sign: "", unit: scalars[end...])
}

/// Whether a unit is one of money, or none: 12件 and 12% are no amounts.
private func isMoney(_ unit: String) -> Bool { unit.unicodeScalars.allSatisfy("万亿萬億元".unicodeScalars.contains) }

/// A comma between thousands: digits before it, exactly three before the next sign after it.
private func separatesThousands(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
  let following = scalars[(index + 1)...].prefix { ("0"..."9").contains($0) }
  return index > 0 && following.count == 3
}

private func finish(_ digits: String, sign: String, unit: ArraySlice<Unicode.Scalar>) -> PrintedNumber? {
  guard let first = digits.unicodeScalars.first, first != ".", digits.unicodeScalars.last != ".",
    digits.utf8.count <= 18,
    unit.count <= 4, unit.allSatisfy({ isUnitCharacter($0) })
  else { return nil }
  return PrintedNumber(
    digits: sign == "-" ? "-" + digits : digits, isSigned: !sign.isEmpty, unit: String(String.UnicodeScalarView(unit)))
}

func isUnitCharacter(_ scalar: Unicode.Scalar) -> Bool {
  "万亿元件条个次宗份项人篇起批宗类場场期萬億條個項份％%".unicodeScalars.contains(scalar)
}

private func wholeNumber(_ number: PrintedNumber) -> Int? {
  guard number.unit.unicodeScalars.allSatisfy({ !"万亿萬億元%％".unicodeScalars.contains($0) }) else { return nil }
  var text = number.value.description
  if let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) {
    guard text[text.utf8.index(after: point)...].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
    text = String(text[..<point])
  }
  return Int(text)
}

/// The text without the spaces at its ends.
func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isSpace($0) }),
    let last = scalars.lastIndex(where: { !isSpace($0) })
  else { return "" }
  return String(scalars[first...last])
}

func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF, 0xAD: true
  default: false
  }
}

private func foldDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  if scalar == "〇" || scalar == "零" { return "0" }
  guard (0xFF10...0xFF19).contains(scalar.value) else { return scalar }
  return Unicode.Scalar(scalar.value - 0xFF10 + 0x30) ?? scalar
}
