import FoundationEssentials
import GovDocument

/// Links mentions to the figures that say the same, and reports where prose and tables agree or contradict.
///
/// Prose never changes a value or a status.
func linkMentions(_ report: inout Report, findings: inout [Finding]) {
  guard !report.mentions.isEmpty, !report.figures.isEmpty else { return }
  var linked: Set<Int> = []
  for index in report.mentions.indices {
    guard let rule = rule(for: report.mentions[index]), !linked.contains(rule) else { continue }
    let figures = rules[rule].targets.flatMap { $0.figures(in: report.figures) }
    guard !figures.isEmpty else { continue }
    linked.insert(rule)
    if figures.count == 1 { report.mentions[index].figure = figures[0].identifier }
    if let finding = compare(report.mentions[index], with: figures) { findings.append(finding) }
  }
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

/// The rule that says whose sum a mention names; `nil` when its subject is not clear.
private func rule(for mention: Mention) -> Int? {
  guard ["件", "宗", "条", "份", "起", "个", "次"].contains(mention.unit) else { return nil }
  let subject = foldLabel(mention.subject)
  guard !unclear.contains(where: { contains(subject, $0) }) else { return nil }
  let matches = rules.indices.filter { index in
    rules[index].words.allSatisfy { group in group.contains { contains(subject, $0) } }
  }
  let outcomes = matches.filter { rules[$0].isOutcome }
  return outcomes.count > 1 ? nil : outcomes.first ?? matches.first
}

/// Words that make a number a change, a part, or a number of another year or office.
private let unclear = [
  "增长", "增加", "减少", "下降", "同比", "上升", "比上年", "去年", "网络", "网上", "信函", "当面", "传真", "信箱", "信件", "部分公开与",
  "公开和部分", "公开与部分", "公开及部分", "公开或部分", "复议和", "复议与", "复议及", "诉讼和", "全部", "驳回", "维持", "纠正", "全市", "全省", "全县", "全区",
  "历年", "累计",
].map(foldLabel)

/// A row and a column of a table; `denied` stands for all its rows.
private struct Target {
  var table: TableKind
  var row: String
  var column = "total"

  init(_ table: TableKind, _ row: String) { (self.table, self.row) = (table, row) }

  func figures(in figures: [ReportFigure]) -> [ReportFigure] {
    let prefix = row + "."
    return figures.filter {
      $0.column == column && $0.table == table.rawValue && ($0.row == row || $0.row.hasPrefix(prefix))
    }
  }
}

private struct LinkRule {
  /// The subject must hold one word of every group.
  var words: [[FoldedLabel]]
  var targets: [Target]
  /// Whether it is an outcome; a subject with two outcomes is not clear.
  var isOutcome: Bool

  init(_ words: [[String]], _ targets: [Target], isOutcome: Bool = true) {
    self.words = words.map { $0.map(foldLabel) }
    self.targets = targets
    self.isOutcome = isOutcome
  }
}

private let rules: [LinkRule] = [
  LinkRule([["不予公开"]], [Target(.requests, "denied")]),
  LinkRule([["无法提供"]], [Target(.requests, "unavailable")]),
  LinkRule([["不予处理"]], [Target(.requests, "notProcessed")]),
  LinkRule([["部分公开"]], [Target(.requests, "partlyGranted")]),
  LinkRule([["予以公开"]], [Target(.requests, "granted")]),
  LinkRule([["上年结转", "结转上年", "上年度结转"]], [Target(.requests, "carriedIn")]),
  LinkRule([["结转下年", "转结下年", "下年度继续", "下年继续", "结转至下"]], [Target(.requests, "carriedOut")]),
  LinkRule([["行政复议"]], [Target(.review, "reconsideration")]),
  LinkRule(
    [["行政诉讼"]], [Target(.review, "litigationDirect"), Target(.review, "litigationAfterReconsideration")]),
  LinkRule(
    [["收到", "新收", "受理", "接收", "接到"], ["申请公开", "公开申请", "信息公开件", "申请件"]],
    [Target(.requests, "new")], isOutcome: false),
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
