/// What a Han numeral below ten stands for, 〇 and 零 included; `nil` for any other character.
func hanDigit(_ scalar: Unicode.Scalar) -> Int? {
  switch scalar {
  case "〇", "零": 0
  case "一": 1
  case "二", "两", "兩": 2
  case "三": 3
  case "四": 4
  case "五": 5
  case "六": 6
  case "七": 7
  case "八": 8
  case "九": 9
  default: nil
  }
}
