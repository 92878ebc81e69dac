/// The number of an official document in its usual form, 国办发〔2019〕15号, when a text is one but for its brackets.
///
/// The year of issue stands in tortoise shell brackets (GB/T 9704-2012, 7.2.5), which the reader of Han does not know: it makes of them
/// whatever brackets are like them, two of different kinds or two on one side: 【2019)] 15号, [2023j」50号. A pair of one kind is
/// what it seems to be, and `nil` comes back. The last character is 号 there, whatever it was taken for, unless it is one that
/// stands after numbers itself: (2024) 5月 is a date. A reader is never sure of what comes back, since it saw something else.
func documentNumber(_ text: String) -> String? {
  var rest = text.filter { !$0.isWhitespace }[...]
  let issuer = rest.prefix { !openings.contains($0) && !$0.isASCII }
  rest = rest.dropFirst(issuer.count)
  let opening = rest.prefix { openings.contains($0) }
  rest = rest.dropFirst(opening.count)
  let year = rest.prefix { $0.isASCII && $0.isNumber }
  rest = rest.dropFirst(year.count)
  let closing = rest.prefix { closings.contains($0) || "jJ".contains($0) }
  let number = rest.dropFirst(closing.count).prefix { $0.isASCII && $0.isNumber }
  rest = rest.dropFirst(closing.count + number.count)
  guard (1...2).contains(opening.count), (1...2).contains(closing.count), year.count == 4,
    year.hasPrefix("19") || year.hasPrefix("20"), closing.contains(where: closings.contains),
    (1...4).contains(number.count), rest.count == 1, rest.allSatisfy(\.isLetter), !rest.allSatisfy(\.isASCII),
    !isPair(opening, closing), !rest.contains(where: countersAndDates.contains)
  else { return nil }
  return "\(issuer)〔\(year)〕\(number)号"
}

private let openings = "〔[【(（「『〖［"
/// What is printed after a number, and is no 号 that was misread.
private let countersAndDates = "年月日时分秒周季期届次第件条款项个人名家户份宗起类种批辆台套张页册卷部元万亿角吨米里亩岁天级层楼室栋区"
private let closings = "〕]】)）」』〗］"

private func isPair(_ opening: Substring, _ closing: Substring) -> Bool {
  zip(openings, closings).contains { opening == String($0) && closing == String($1) }
}
