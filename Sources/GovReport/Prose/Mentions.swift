import FoundationEssentials
import GovDocument

/// The counts that the prose names, in document order: 收到政府信息公开申请117宗, 占21.4%, 1.1万余条, 三至五件.
///
/// A number counts only with a counted unit behind it; years, dates, document numbers, articles of law, telephone
/// numbers and addresses have none. The text may be in either script.
func mentions(in document: Document) -> [Mention] {
  var found: [Mention] = []
  for block in document.blocks {
    switch block {
    case .heading(let level, let prose) where level > 1: scan(prose, into: &found)
    case .paragraph(let prose): scan(prose, into: &found)
    case .list(let items): for item in items { scan(item, into: &found) }
    default: break
    }
  }
  return found
}

private func scan(_ prose: Prose, into found: inout [Mention]) {
  guard isBeyondASCII(prose.text), isSentence(prose.text) || !isFigureText(prose.text) && exactMatch(prose.text) == nil
  else { return }
  let clause = Clauses(prose.text)
  var index = 0
  var clauseStart = 0
  var lastSubject = ""
  while index < clause.scalars.count {
    let scalar = clause.scalars[index]
    if isClauseEnd(scalar) { clauseStart = index + 1 }
    if isSentenceEnd(scalar) { lastSubject = "" }
    guard mayBeginQuantity(clause.simplified[index]), let quantity = readQuantity(clause.simplified, at: index) else {
      index = skipNumber(clause.simplified, at: index)
      continue
    }
    let subject = subject(
      clause, from: clauseStart, number: index..<quantity.end, unit: quantity.unit, last: lastSubject)
    if !subject.isEmpty {
      found.append(mention(quantity, subject: subject, clause: clause, start: index, origin: prose.origin))
      lastSubject = subject
    }
    index = quantity.end
    clauseStart = index
  }
}

/// Whether a text holds any character beyond ASCII; one without is not the report's prose.
private func isBeyondASCII(_ text: String) -> Bool {
  text.utf8.contains { $0 >= 0x80 }
}

/// A text with its simplified twin, scalar for scalar.
struct Clauses {
  let scalars: [Unicode.Scalar]
  let simplified: [Unicode.Scalar]
  private let bytes: [UInt8]
  /// Where each scalar begins in `bytes`, and the end.
  private let offsets: [Int]

  init(_ text: String) {
    bytes = Array(text.utf8)
    scalars = Array(text.unicodeScalars)
    simplified = simplifyKnownScalars(scalars)
    var offsets = [0]
    offsets.reserveCapacity(scalars.count + 1)
    var offset = 0
    for scalar in scalars {
      offset += UTF8.width(scalar)
      offsets.append(offset)
    }
    self.offsets = offsets
  }

  /// The text of some scalars; from its bytes, because making a string from scalars is ten times as slow.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[offsets[range.lowerBound]..<offsets[range.upperBound]], as: UTF8.self)
  }
}

private func mention(
  _ quantity: Quantity, subject: String, clause: Clauses, start: Int, origin: Origin
) -> Mention {
  Mention(
    subject: subject, value: quantity.value, upperValue: quantity.upper, isApproximate: quantity.isApproximate,
    unit: quantity.unit.isEmpty ? "%" : clause.text(quantity.end - quantity.unit.unicodeScalars.count..<quantity.end),
    text: clause.text(start..<quantity.end), origin: origin)
}

private func isClauseEnd(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "，", ",", "：", ":", "（", "）", "(", ")": true
  default: isSentenceEnd(scalar)
  }
}

private func isSentenceEnd(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "。", "；", ";", "！", "!", "？", "?", "\n": true
  default: false
  }
}

/// A number without a unit is stepped over whole, so that its tail is not taken for a number.
private func skipNumber(_ scalars: [Unicode.Scalar], at index: Int) -> Int {
  guard isDigit(scalars[index]) else { return index + 1 }
  return index + scalars[index...].prefix { isDigit($0) || $0 == "." || $0 == "-" }.count
}

// MARK: What is counted

/// Words between the thing counted and its number, which name nothing.
private let fillers = [
  "一共", "总共", "共计", "合计", "总计", "累计", "达到", "大约", "超过", "将近", "接近", "分别", "数量", "其中", "总数",
  "共有", "共", "为", "达", "约", "近", "超", "有", "计", "了", "是", "各", "占", "数",
].map { Array($0.unicodeScalars) }

/// The last characters of the fillers: most words end in none of them.
private let fillerEnds = Set(fillers.compactMap(\.last))

/// Words that open a clause before what is counted.
private let leads = ["其中", "全年", "共", "和", "并", "及", "还", "年"].map { Array($0.unicodeScalars) }

/// How many characters before a number are taken for what it counts.
private let longestSubject = 40

/// What a number counts: the words before it in its clause, else behind it, else what the number before counted.
private func subject(_ clause: Clauses, from start: Int, number: Range<Int>, unit: String, last: String) -> String {
  var end = number.lowerBound
  var start = start
  while end > start, fillerEnds.contains(clause.simplified[end - 1]),
    let filler = fillers.first(where: { clause.simplified[start..<end].ends(with: $0) })
  {
    end -= filler.count
  }
  while start < end, "、”\"；".unicodeScalars.contains(clause.scalars[start]) { start += 1 }
  for lead in leads where clause.simplified[start..<end].starts(with: lead) { start += lead.count }
  let before = trimmed(clause.text(max(start, end - longestSubject)..<end))
  let behind = clause.scalars[number.upperBound...].prefix {
    !isClauseEnd($0) && $0 != "、" && !isDigit($0) && !isSpace($0)
  }
  .prefix(12)
  if unit == "%" || unit == "％" { return last.isEmpty ? before : before.isEmpty ? last : before }
  let following = clause.text(behind.startIndex..<behind.endIndex)
  return before.isEmpty && following.isEmpty ? last : before + following
}

extension ArraySlice where Element == Unicode.Scalar {
  /// Whether the slice ends with a word.
  fileprivate func ends(with word: [Unicode.Scalar]) -> Bool {
    count >= word.count && self[(endIndex - word.count)...] == word[...]
  }
}
