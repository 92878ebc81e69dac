import GovDocument

/// The agency by the first source that names it, the most trusted first: the title, the opening's own words (现公布…局…报告),
/// the printed publisher, the signature, and the line that says whom to ask, which may name a part of the agency.
func agency(
  titles: [TextLine], opening: [TextLine], lines: [TextLine], document: Document, findings: inout [Finding]
) -> String? {
  if let agency = document.metadata.agency?.text, !agency.isEmpty {
    return wholeName(of: agency, publisher: document.metadata.publisher, among: titles + opening + lines.suffix(12))
  }
  for (place, candidates) in [("title", titles), ("opening", opening)] {
    for line in candidates {
      guard let name = agencyName(line.text) else { continue }
      findings.append(Finding(.note, .identityEvidence, "agency \(name): from the \(place)", origin: line.origin))
      return name
    }
  }
  if let publisher = document.metadata.publisher, looksLikeAgency(publisher.text) {
    findings.append(
      Finding(.note, .identityEvidence, "agency \(publisher.text): from the publisher", origin: publisher.origin))
    return publisher.text
  }
  return signature(lines, findings: &findings) ?? contact(lines, findings: &findings)
}

/// The name with the words of office that titles leave out, 石桥镇人民政府 for 石桥镇, where a line of the page prints them: one agency
/// has one name.
private func wholeName(of agency: String, publisher: Prose?, among lines: [TextLine]) -> String {
  guard let last = agency.unicodeScalars.last, "镇鎮乡鄉县縣市区區道".unicodeScalars.contains(last) else { return agency }
  let texts = [publisher?.text].compactMap { $0 } + lines.map(\.text)
  return governmentWords.lazy.map { agency + $0 }.first { name in texts.contains { $0.contains(name) } } ?? agency
}

/// What follows the name of a place in the name of its government.
let governmentWords = ["人民政府", "街道办事处", "街道辦事處", "办事处", "辦事處"]

/// The name before 2021年政府信息公开…报告, without the year and the words that lead up to it.
func agencyName(_ text: String) -> String? {
  let scalars = Array(text.unicodeScalars)
  let simplified = simplifyKnownScalars(scalars)
  for position in positions(of: "信息公开", in: simplified) + positions(of: "政务公开", in: simplified) {
    guard contains(foldLabel(String(String.UnicodeScalarView(scalars[position...].prefix(30)))), reportWord) else {
      continue
    }
    let name = nameEnding(at: position, scalars: scalars, simplified: simplified)
    if looksLikeAgency(name) { return name }
  }
  return nil
}

private func positions(of word: String, in scalars: [Unicode.Scalar]) -> [Int] {
  let needle = Array(word.unicodeScalars)
  guard scalars.count >= needle.count else { return [] }
  return (0...(scalars.count - needle.count)).filter { Array(scalars[$0..<$0 + needle.count]) == needle }
}

private func nameEnding(at position: Int, scalars: [Unicode.Scalar], simplified: [Unicode.Scalar]) -> String {
  var end = position
  var start = end
  while start > 0, !isBoundary(simplified[start - 1]) {
    start -= 1
    // No name with all that leads up to it is as long; a line of many such words would be read again for each.
    guard end - start < 200 else { return "" }
  }
  let words = ["政府", "关于", "开展", "的", "年度", "学年", "年"]
  var changed = true
  while changed, end > start {
    changed = false
    for word in words where hasSuffix(simplified[start..<end], word) {
      end -= word.unicodeScalars.count
      changed = true
    }
    while end > start, isYearPart(simplified, at: end - 1, end: end) {
      end -= 1
      changed = true
    }
    if isHanYear(simplified[start..<end].suffix(4)) {
      end -= 4
      changed = true
    }
  }
  start = skipLead(simplified, from: start, to: end)
  return trimmed(String(String.UnicodeScalarView(scalars[start..<max(start, end)])))
}

private func hasSuffix(_ scalars: ArraySlice<Unicode.Scalar>, _ word: String) -> Bool {
  let needle = Array(word.unicodeScalars)
  return scalars.count >= needle.count && Array(scalars.suffix(needle.count)) == needle
}

/// Skips what stands before the name: 现公布, 特编制, 2021年, 关于.
private func skipLead(_ simplified: [Unicode.Scalar], from start: Int, to end: Int) -> Int {
  var start = start
  let leads = ["现公布", "现将", "现发布", "特编制", "编制", "公布", "发布", "关于", "年度", "学年", "年", "度"]
  var changed = true
  while changed, start < end {
    changed = false
    for lead in leads where hasPrefix(simplified[start..<end], lead) {
      start += lead.unicodeScalars.count
      changed = true
    }
    while start < end, isYearPart(simplified, at: start, end: end) {
      start += 1
      changed = true
    }
    if isHanYear(simplified[start..<end].prefix(4)) {
      start += 4
      changed = true
    }
  }
  return start
}

/// 二〇一六, with any sign for zero.
private func isHanYear(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
  scalars.count == 4 && scalars.first == "二" && scalars.allSatisfy { ("0"..."9").contains(asciiDigit($0)) }
}

private func isYearCharacter(_ scalar: Unicode.Scalar) -> Bool {
  isSpace(scalar) || ("0"..."9").contains(asciiDigit(scalar)) && !"一三四五六七八九".unicodeScalars.contains(scalar)
}

/// A character of a year, or of the years of a school: 2020-2021学年, 2020至2021学年.
private func isYearPart(_ scalars: [Unicode.Scalar], at index: Int, end: Int) -> Bool {
  if isYearCharacter(scalars[index]) { return true }
  guard "-—–－~～至".unicodeScalars.contains(scalars[index]) else { return false }
  let isAfterYear = index > 0 && isYearCharacter(scalars[index - 1])
  return isAfterYear && (index + 1 == end || isYearCharacter(scalars[index + 1]))
}

private func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
  "，,。；;：:、《》（）()〔〕【】“”\"|>\n".unicodeScalars.contains(scalar)
}

/// Three to forty Han characters that end like an office.
private func looksLikeAgency(_ text: String) -> Bool {
  let folded = foldLabel(text)
  guard (3...40).contains(folded.count), folded.count == text.unicodeScalars.count, let last = folded.last else {
    return false
  }
  return agencyEndings.contains(last)
}

private let agencyEndings = Set(foldLabel("局厅部委府院室办会处署站队中心所镇乡县市区省州盟旗街道行关社团组学校"))

/// The office that signs: a short line directly before a date near the end.
private func signature(_ lines: [TextLine], findings: inout [Finding]) -> String? {
  let last = lines.filter { !$0.text.isEmpty }.suffix(12)
  for (line, next) in zip(last, last.dropFirst())
  where !years(in: next.text).isEmpty && next.text.unicodeScalars.count < 16 {
    let name = trimmed(line.text)
    guard looksLikeAgency(name) else { continue }
    findings.append(Finding(.note, .identityEvidence, "agency \(name): from the signature", origin: line.origin))
    return name
  }
  return nil
}

/// The agency of the office to which questions are sent: 请与云川市水务局办公室联系 names 云川市水务局.
private func contact(_ lines: [TextLine], findings: inout [Finding]) -> String? {
  for line in lines {
    let scalars = Array(line.text.unicodeScalars)
    let simplified = simplifyKnownScalars(scalars)
    for lead in ["请与", "请联系", "请径与", "请向", "可与", "可联系"] {
      for start in positions(of: lead, in: simplified).map({ $0 + lead.unicodeScalars.count }) {
        guard let end = officeEnd(simplified[start...].prefix(60)) else { continue }
        let name = String(String.UnicodeScalarView(scalars[start..<end]))
        findings.append(Finding(.note, .identityEvidence, "agency \(name): from the contact line", origin: line.origin))
        return name
      }
    }
  }
  return nil
}

/// Where the name of an agency ends that begins a text: the first word of office behind the name of a place.
///
/// What has no place (我局, 州政府办) could be anybody's, and is no name.
private func officeEnd(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
  let name = text.prefix { !isBoundary($0) && !isSpace($0) }
  guard let first = name.first, !"我本该各全贵".unicodeScalars.contains(first),
    let place = name.dropFirst().firstIndex(where: { "省市县区州盟旗镇乡".unicodeScalars.contains($0) })
  else { return nil }
  var index = place + 1
  while index < name.endIndex {
    for office in ["人民政府办公室", "人民政府办公厅", "人民政府", "委员会", "办事处", "管理处", "局", "厅", "院", "署"]
    where hasPrefix(name[index...], office) {
      return index + office.unicodeScalars.count
    }
    index += 1
  }
  return nil
}

private func hasPrefix(_ scalars: ArraySlice<Unicode.Scalar>, _ word: String) -> Bool {
  scalars.starts(with: word.unicodeScalars)
}
