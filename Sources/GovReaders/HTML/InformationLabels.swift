import GovDocument

/// What a page says about the report outside of its text.
struct PageInformation: Sendable {
  var title: String?
  var date: Dated?
  var source: Printed?
  var issuer: Printed?
  var indexNumber: String?

  /// A printed value and where it stands.
  struct Printed: Sendable {
    var text: String
    var line: Int
  }

  /// A date with the rank of its label: the day of publication counts before the day of signing.
  struct Dated: Sendable {
    var date: String
    var rank: Int
  }

  /// Takes over one field; what was noted first stays.
  mutating func note(_ field: InformationField, _ value: String, line: Int) {
    guard !value.isEmpty else { return }
    switch field {
    case .title: title = title ?? value
    case .source: source = source ?? Printed(text: value, line: line)
    case .issuer: issuer = issuer ?? Printed(text: value, line: line)
    case .indexNumber: indexNumber = indexNumber ?? value
    case .published, .issued:
      guard let found = isoDate(in: value) else { return }
      let rank = field == .published ? 0 : 1
      if date.map({ rank < $0.rank }) ?? true { date = Dated(date: found, rank: rank) }
    case .other: break
    }
  }
}

/// The fields that pages print beside a text.
enum InformationField: Sendable {
  case title, published, issued, source, issuer, indexNumber, other
}

/// The labels in use, longest first where one begins another.
private let labels: [(StaticString, InformationField)] = [
  ("信息来源", .source), ("文章来源", .source), ("稿件来源", .source), ("内容来源", .source), ("来源", .source), ("來源", .source), ("稿源", .source),
  ("索引号", .indexNumber), ("索引編號", .indexNumber), ("索引號", .indexNumber), ("索引编号", .indexNumber),
  ("发布机构", .issuer), ("發布機構", .issuer), ("发布单位", .issuer), ("发文机关", .issuer), ("发文机构", .issuer), ("发文单位", .issuer), ("公开主体", .issuer),
  ("公开单位", .issuer), ("信息提供单位", .issuer), ("制发机关", .issuer),
  ("发布日期", .published), ("发布时间", .published), ("發布日期", .published), ("發布時間", .published), ("公开日期", .published),
  ("公开时间", .published), ("公布日期", .published), ("更新时间", .published), ("更新日期", .published), ("时间", .published), ("時間", .published), ("日期", .published),
  ("发文日期", .issued), ("成文日期", .issued), ("生成日期", .issued), ("印发日期", .issued), ("生效日期", .other), ("失效日期", .other),
  ("信息名称", .title), ("名称", .title), ("标题", .title), ("文件名称", .title),
  ("发文字号", .other), ("文号", .other), ("文件编号", .other), ("主题分类", .other), ("信息分类", .other), ("分类", .other), ("主题词", .other), ("关键词", .other), ("关键字", .other),
  ("体裁", .other), ("有效性", .other), ("公开方式", .other), ("公开范围", .other), ("公开时限", .other), ("公开程序", .other), ("内容概述", .other), ("信息格式", .other),
  ("作者", .other), ("责任编辑", .other), ("编辑", .other), ("审核", .other), ("浏览次数", .other), ("浏览量", .other), ("点击数", .other), ("点击量", .other), ("点击率", .other), ("点击", .other), ("访问量", .other),
  ("阅读次数", .other), ("阅读量", .other), ("阅读", .other), ("浏览", .other), ("字体", .other), ("字号", .other), ("字体大小", .other), ("打印", .other), ("录入", .other), ("语种", .other), ("有效期", .other), ("所属主题", .other),
]

/// The field that a label names; spaces inside it (索 引 号) and a colon behind it do not matter. `nil` for any other text.
func informationField(labelled text: String) -> InformationField? {
  let label = text.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" && $0 != ":" && $0 != "：" && $0 != "\n" }
  guard label.count <= 8 else { return nil }
  var name = String.UnicodeScalarView()
  name.append(contentsOf: label)
  let printed = String(name)
  return labels.first { $0.0.description == printed }?.1
}

/// Reads a line such as `发布日期：2022-01-20　来源：县水利局　浏览次数：12`.
///
/// - Returns: The fields in order; empty when the line is not made of labelled values.
func labelledValues(in line: String) -> [(InformationField, String)] {
  let scalars = Array(line.unicodeScalars)
  guard scalars.count <= 300 else { return [] }
  var starts: [(label: Int, value: Int, field: InformationField)] = []
  for index in scalars.indices where scalars[index] == "：" || scalars[index] == ":" {
    guard let (start, field) = label(endingAt: index, in: scalars) else { continue }
    if let last = starts.last, start < last.value { continue }
    starts.append((start, index + 1, field))
  }
  guard let first = starts.first, isOpening(scalars[..<first.label]) else { return [] }
  return starts.indices.map { position in
    let end = position + 1 < starts.count ? starts[position + 1].label : scalars.count
    return (starts[position].field, trimmedValue(scalars[starts[position].value..<end]))
  }
}

/// The longest label right before a colon; spaces may stand inside it.
private func label(endingAt colon: Int, in scalars: [Unicode.Scalar]) -> (start: Int, field: InformationField)? {
  var best: (start: Int, field: InformationField)?
  var text = ""
  var start = colon
  while start > 0, text.unicodeScalars.count < 8 {
    start -= 1
    if scalars[start] == " " || scalars[start] == "\u{3000}" { continue }
    text = String(scalars[start]) + text
    if let found = labels.first(where: { $0.0.description == text }) { best = (start, found.1) }
  }
  return best
}

/// Whether what stands before the first label is nothing, a bracket, or a date of its own.
private func isOpening(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
  let text = String(String.UnicodeScalarView(scalars))
  return scalars.count <= 3 || (scalars.count <= 24 && isoDate(in: text) != nil)
}

private func trimmedValue(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  let edges = Set(" \u{3000}\n\t|｜[]【】()（）;；,，".unicodeScalars)
  let start = scalars.firstIndex { !edges.contains($0) } ?? scalars.endIndex
  let end = scalars.lastIndex { !edges.contains($0) }.map { $0 + 1 } ?? start
  return String(String.UnicodeScalarView(scalars[start..<end]))
}

/// The first calendar date in a text, as ISO 8601: `2022-01-20`, `2022年1月20日`, `2022/1/20`, `2022.01.20`, `20220120`.
func isoDate(in text: String) -> String? {
  var numbers: [(value: Int, digits: Int)] = []
  var isInNumber = false
  for scalar in text.unicodeScalars {
    if let digit = scalar.decimalDigit {
      if isInNumber, let last = numbers.last, last.digits < 9 {
        numbers[numbers.count - 1] = (last.value * 10 + digit, last.digits + 1)
      } else if !isInNumber {
        numbers.append((digit, 1))
      }
      isInNumber = true
    } else {
      isInNumber = false
    }
  }
  for index in numbers.indices {
    let number = numbers[index]
    if number.digits == 8, let date = date(number.value / 10_000, number.value / 100 % 100, number.value % 100) {
      return date
    }
    if number.digits == 4, index + 2 < numbers.count,
      let date = date(number.value, numbers[index + 1].value, numbers[index + 2].value)
    {
      return date
    }
  }
  return nil
}

private func date(_ year: Int, _ month: Int, _ day: Int) -> String? {
  guard (1980...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
  func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(year)-\(padded(month))-\(padded(day))"
}

extension Unicode.Scalar {
  /// The value of an ASCII or full-width digit.
  fileprivate var decimalDigit: Int? {
    if value >= 0x30, value <= 0x39 { return Int(value - 0x30) }
    if value >= 0xFF10, value <= 0xFF19 { return Int(value - 0xFF10) }
    return nil
  }
}
