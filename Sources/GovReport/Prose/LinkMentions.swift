import FoundationEssentials
import GovDocument

/// Links mentions to the figures that say the same, and reports where prose and tables agree or contradict.
///
/// Prose never changes a value or a status.
func linkMentions(_ report: inout Report, findings: inout [Finding]) {
  guard !report.mentions.isEmpty, !report.figures.isEmpty else { return }
  var figures: [String: ReportFigure] = [:]
  for figure in report.figures { figures[figure.identifier] = figure }
  var linked: Set<String> = []
  for index in report.mentions.indices {
    let targets = targets(of: report.mentions[index])
    guard !targets.isEmpty else { continue }
    let key = targets.joined(separator: " ")
    let known = targets.flatMap { name in expand(name, figures: report.figures) }
    guard !known.isEmpty, !linked.contains(key) else { continue }
    linked.insert(key)
    if known.count == 1 { report.mentions[index].figure = known[0] }
    if let finding = compare(report.mentions[index], with: known.compactMap { figures[$0] }) {
      findings.append(finding)
    }
  }
}

/// The figures behind a name; `denied` stands for all its rows.
private func expand(_ name: String, figures: [ReportFigure]) -> [String] {
  let parts = name.split(separator: "/").map(String.init)
  guard parts.count == 3 else { return [] }
  return figures.filter {
    $0.table == parts[0] && $0.column == parts[2] && ($0.row == parts[1] || $0.row.hasPrefix(parts[1] + "."))
  }.map(\.identifier)
}

private func compare(_ mention: Mention, with figures: [ReportFigure]) -> Finding? {
  guard !mention.isApproximate, mention.upperValue == nil else { return nil }
  var sum = 0
  for figure in figures {
    guard let number = figure.figure.number, figure.status != .doubtful, number < 1_000_000_000 else { return nil }
    sum += number
  }
  let identifiers = figures.map(\.identifier)
  let names = identifiers.count == 1 ? identifiers[0] : "\(identifiers[0]) and \(identifiers.count - 1) more"
  if mention.value == Decimal(sum) {
    return Finding(
      .note, .proseAgrees, "the prose names \(mention.text), as the table does in \(names)", origin: mention.origin,
      figures: identifiers)
  }
  return Finding(
    .warning, .proseContradicts,
    "the prose names \(mention.text) where the table gives \(sum) in \(names); compare both", origin: mention.origin,
    figures: identifiers)
}

// MARK: What a mention is about

/// The figures whose sum a mention names; empty when its subject is not clear.
private func targets(of mention: Mention) -> [String] {
  guard ["件", "宗", "条", "份", "起", "个", "次"].contains(mention.unit) else { return [] }
  let subject = foldLabel(mention.subject)
  guard !unclear.contains(where: { contains(subject, $0) }) else { return [] }
  let matches = rules.filter { rule in rule.words.allSatisfy { group in group.contains { contains(subject, $0) } } }
  let outcomes = matches.filter(\.isOutcome)
  if outcomes.count > 1 { return [] }
  return (outcomes.first ?? matches.first)?.targets ?? []
}

/// Words that make a number a change, a part, or a number of another year or office.
private let unclear = [
  "增长", "增加", "减少", "下降", "同比", "上升", "比上年", "去年", "网络", "网上", "信函", "当面", "传真", "信箱", "信件", "部分公开与",
  "公开和部分", "公开与部分", "公开及部分", "公开或部分", "复议和", "复议与", "复议及", "诉讼和", "全部", "驳回", "维持", "纠正", "全市", "全省", "全县", "全区",
  "历年", "累计",
].map(foldLabel)

private struct LinkRule {
  /// The subject must hold one word of every group.
  var words: [[FoldedLabel]]
  var targets: [String]
  /// Whether it is an outcome; a subject with two outcomes is not clear.
  var isOutcome: Bool

  init(_ words: [[String]], _ targets: [String], isOutcome: Bool = true) {
    self.words = words.map { $0.map(foldLabel) }
    self.targets = targets
    self.isOutcome = isOutcome
  }
}

private let rules: [LinkRule] = [
  LinkRule([["不予公开"]], ["requests/denied/total"]),
  LinkRule([["无法提供"]], ["requests/unavailable/total"]),
  LinkRule([["不予处理"]], ["requests/notProcessed/total"]),
  LinkRule([["部分公开"]], ["requests/partlyGranted/total"]),
  LinkRule([["予以公开"]], ["requests/granted/total"]),
  LinkRule([["上年结转", "结转上年", "上年度结转"]], ["requests/carriedIn/total"]),
  LinkRule([["结转下年", "转结下年", "下年度继续", "下年继续", "结转至下"]], ["requests/carriedOut/total"]),
  LinkRule([["行政复议"]], ["review/reconsideration/total"]),
  LinkRule([["行政诉讼"]], ["review/litigationDirect/total", "review/litigationAfterReconsideration/total"]),
  LinkRule(
    [["收到", "新收", "受理", "接收", "接到"], ["申请公开", "公开申请", "信息公开件", "申请件"]], ["requests/new/total"],
    isOutcome: false),
]

/// The applicant column that prose says all applications belong to; `nil` when it does not say so.
func applicants(in lines: [TextLine]) -> Int? {
  for line in lines where line.text.utf8.count > 60 {
    let folded = foldLabel(line.text)
    if allNatural.contains(where: { contains(folded, $0) }) { return 0 }
    if allBusinesses.contains(where: { contains(folded, $0) }) { return 1 }
  }
  return nil
}

private let allNatural = ["均为自然人", "均为公民", "均为个人", "全部为自然人", "均系自然人"].map(foldLabel)
private let allBusinesses = ["均为企业", "均为商业企业", "全部为企业"].map(foldLabel)
