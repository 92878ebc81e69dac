import FoundationEssentials

/// A number with a counted unit, as prose prints it.
struct Quantity {
  var value: Decimal
  /// The greater number of a range.
  var upper: Decimal?
  var isApproximate: Bool
  var unit: String
  /// One past the last scalar.
  var end: Int
}

/// Whether a quantity can begin with this character; asked of every character of a page.
func mayBeginQuantity(_ scalar: Unicode.Scalar) -> Bool {
  isDigit(scalar) || isHanNumeral(scalar)
}

/// Reads a quantity that begins exactly at `index` of simplified text; `nil` when there is none.
func readQuantity(_ scalars: [Unicode.Scalar], at index: Int) -> Quantity? {
  if let percentage = readSpelledPercentage(scalars, at: index) { return percentage }
  guard isNumberStart(scalars, at: index), let first = readNumber(scalars, at: index) else { return nil }
  var end = first.end
  var upper: PlainNumber?
  if end < scalars.count, isRangeMark(scalars[end]) {
    upper = readNumber(scalars, at: end + 1)
    guard let upper, upper.value >= first.value else { return nil }
    end = upper.end
  }
  var isApproximate = index > 0 && "约近超逾".unicodeScalars.contains(scalars[index - 1])
  var factor: Decimal = 1
  if end < scalars.count, isRounding(scalars[end]) {
    isApproximate = true
    end += 1
    while end < scalars.count, let next = largeFactor(scalars[end]) {
      factor *= next
      end += 1
    }
  }
  guard let unit = readUnit(scalars, at: end), !first.isHan || isSafe(first, unit: unit) else { return nil }
  let scale = upper.map { $0.scale } ?? 1
  // Decimal multiplication is slow, and nearly every factor is 1.
  var value = first.scale == 1 && scale != 1 ? first.value * scale : first.value
  if factor != 1 { value *= factor }
  return Quantity(
    value: value, upper: upper.map { $0.value * factor },
    isApproximate: isApproximate, unit: unit, end: end + unit.unicodeScalars.count)
}

/// 百分之二十 and 百分之20.5.
private func readSpelledPercentage(_ scalars: [Unicode.Scalar], at index: Int) -> Quantity? {
  guard scalars[index] == "百", scalars.count >= index + 4, scalars[index + 1] == "分", scalars[index + 2] == "之",
    let number = readNumber(scalars, at: index + 3)
  else { return nil }
  return Quantity(value: number.value, upper: nil, isApproximate: false, unit: "", end: number.end)
}

/// Not inside a longer number, a word or an ordinal.
private func isNumberStart(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
  guard isDigit(scalars[index]) || isHanNumeral(scalars[index]) else { return false }
  guard index > 0 else { return true }
  let before = scalars[index - 1]
  switch before {
  case "第", ".", "-", "—", "〔", "[", "a"..."z", "A"..."Z": return false
  default: return !isDigit(before) && !isHanNumeral(before)
  }
}

// MARK: Numbers

private struct PlainNumber {
  var value: Decimal
  /// 10,000 when 万 stood behind the digits, so that 3至5万 can be read.
  var scale: Decimal
  var isHan: Bool
  var length: Int
  var end: Int
}

private func readNumber(_ scalars: [Unicode.Scalar], at index: Int) -> PlainNumber? {
  guard index < scalars.count else { return nil }
  return isDigit(scalars[index]) ? readDigits(scalars, at: index) : readHan(scalars, at: index)
}

private func readDigits(_ scalars: [Unicode.Scalar], at index: Int) -> PlainNumber? {
  var digits = 0
  var count = 0
  var fraction: Int?
  var end = index
  while end < scalars.count {
    let scalar = scalars[end]
    if isDigit(scalar) {
      count += 1
      guard count <= 18 else { return nil }
      digits = digits * 10 + Int(digitValue(scalar))
      fraction = fraction.map { $0 + 1 }
    } else if scalar == "." || scalar == "．", fraction == nil, end + 1 < scalars.count, isDigit(scalars[end + 1]) {
      fraction = 0
    } else if fraction != nil || !isThousandsMark(scalars, at: end) {
      break
    }
    end += 1
  }
  var value = Decimal(sign: .plus, exponent: -(fraction ?? 0), significand: Decimal(digits))
  var scale: Decimal = 1
  while end < scalars.count, let factor = largeFactor(scalars[end]), !isMoney(scalars, at: end + 1) {
    scale *= factor
    end += 1
  }
  if scale != 1 { value *= scale }
  return PlainNumber(value: value, scale: scale, isHan: false, length: end - index, end: end)
}

private func isThousandsMark(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
  guard scalars[index] == "," || scalars[index] == "，", index > 0, isDigit(scalars[index - 1]) else { return false }
  return scalars[(index + 1)...].prefix(4).prefix { isDigit($0) }.count == 3
}

/// 万元 and 亿元 are units; amounts are never converted.
private func isMoney(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
  index < scalars.count && scalars[index] == "元"
}

private func largeFactor(_ scalar: Unicode.Scalar) -> Decimal? {
  switch scalar {
  case "百": 100
  case "千": 1000
  case "万": 10_000
  case "亿": 100_000_000
  default: nil
  }
}

/// A number in Han numerals up to 99,999,999: 十二, 一百二十, 两万三千, 二〇二一.
private func readHan(_ scalars: [Unicode.Scalar], at index: Int) -> PlainNumber? {
  var total = 0
  var section = 0
  var digit = 0
  var end = index
  while end < scalars.count, end - index < 12, isHanNumeral(scalars[end]) {
    switch scalars[end] {
    case "十": (section, digit) = (section + max(digit, 1) * 10, 0)
    case "百": (section, digit) = (section + max(digit, 1) * 100, 0)
    case "千": (section, digit) = (section + max(digit, 1) * 1000, 0)
    case "万": (total, section, digit) = ((total + section + digit) * 10_000, 0, 0)
    default: digit = digit * 10 + (hanDigit(scalars[end]) ?? 0)
    }
    guard total < 1_000_000_000, section < 1_000_000, digit < 1_000_000 else { return nil }
    end += 1
  }
  let value = total + section + digit
  guard end > index, value > 0 else { return nil }
  return PlainNumber(value: Decimal(value), scale: 1, isHan: true, length: end - index, end: end)
}

func isHanNumeral(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "十", "百", "千", "万": true
  default: hanDigit(scalar) != nil
  }
}

/// A single Han numeral before a unit is often a figure of speech (一个, 一次); 一 alone never counts.
private func isSafe(_ number: PlainNumber, unit: String) -> Bool {
  number.length > 1 || number.value > 1 && unit != "个" && unit != "项" && unit != "类"
}

func isDigit(_ scalar: Unicode.Scalar) -> Bool {
  ("0"..."9").contains(scalar) || (0xFF10...0xFF19).contains(scalar.value)
}

private func digitValue(_ scalar: Unicode.Scalar) -> UInt32 {
  scalar.value >= 0xFF10 ? scalar.value - 0xFF10 : scalar.value - 0x30
}

// MARK: Units

private func isRangeMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "至", "到", "-", "~", "—", "～", "－": true
  default: false
  }
}

private func isRounding(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "余", "餘", "馀", "多", "几", "幾": true
  default: false
  }
}

/// The counted units, the longer before the shorter, by their first character.
private let units = byFirstCharacter([
  "人次", "件次", "条次", "万元", "亿元", "元", "件", "条", "个", "次", "宗", "份", "项", "人", "篇", "起", "批", "类", "期",
  "场", "家", "部", "名", "户", "例", "封", "则", "幅", "%", "％",
])

/// What makes a count of time, of a law or of an order out of a unit: 20个工作日, 3个月, 5人民币.
private let notCounted = byFirstCharacter([
  "个工作日", "个月", "个小时", "个年度", "个自然日", "次会议精神", "条规定", "条例", "项规定", "部分",
])

private func byFirstCharacter(_ words: [String]) -> [Unicode.Scalar: [(word: String, scalars: [Unicode.Scalar])]] {
  let spelled = words.map { (word: $0, scalars: Array($0.unicodeScalars)) }
  return Dictionary(grouping: spelled) { $0.scalars[0] }
}

private func readUnit(_ scalars: [Unicode.Scalar], at index: Int) -> String? {
  guard index < scalars.count, let candidates = units[scalars[index]] else { return nil }
  let rest = scalars[index...].prefix(6)
  let isNotCounted = notCounted[scalars[index], default: []].contains { rest.starts(with: $0.scalars) }
  return isNotCounted ? nil : candidates.first { rest.starts(with: $0.scalars) }?.word
}
