/// A whole number in Han numerals, as some clerks print figures: 十二, 二十, 一百零五, 两千三百; `nil` for anything else.
///
/// 一 alone is none: it is what typists take for the dash that says that there is nothing. Digits without their place
/// (二三, 一〇) are none either, and nobody writes numbers from 万 on this way in a table.
func hanNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
  guard scalars.count <= 8, scalars.count > 1 || scalars.first != "一" else { return nil }
  var total = 0
  var digit: Int?
  var place = 10_000
  var skipsPlaces = false
  for scalar in scalars {
    if let next = hanPlace(scalar) {
      // 十二 stands for 一十二; a hundred without its digit is none.
      guard next < place, digit != nil || next == 10 && place == 10_000 else { return nil }
      total += (digit ?? 1) * next
      (digit, place, skipsPlaces) = (nil, next, false)
    } else if scalar == "0" || hanDigit(scalar) == 0 {
      guard digit == nil, place < 10_000, !skipsPlaces else { return nil }
      skipsPlaces = true
    } else if let value = hanDigit(scalar), digit == nil {
      digit = value
    } else {
      return nil
    }
  }
  // 一百二 is 120 to some and 102 to others.
  guard let digit else { return skipsPlaces ? nil : total }
  return place > 10 && place < 10_000 && !skipsPlaces ? nil : total + digit
}

private func hanPlace(_ scalar: Unicode.Scalar) -> Int? {
  switch scalar {
  case "十": 10
  case "百": 100
  case "千": 1000
  default: nil
  }
}
