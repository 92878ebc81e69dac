import GovDocument
import GovForms

/// The parts of a page that its styles hide and that hold what a report says and the visible text does not.
///
/// Tabs show one panel at a time, and an article may wait for a script that shows it. A copy for printing or for telephones
/// repeats what is visible, and a notice that pops up is no report: both stay hidden.
///
/// - Returns: The outermost hidden elements to be shown, and the first line of every other that holds more than a few words.
func hiddenParts(of page: Page) -> (report: Set<Int>, others: [Int]) {
  let parts = outermostHidden(in: page).filter { page.allText(in: $0)[...].trimmedASCII.count >= shortestPart }
  guard !parts.isEmpty else { return ([], []) }
  let marks = parts.map { reportMarks(in: $0, of: page) }
  guard marks.contains(where: { $0.reduce(0) { $0 + $1.points } >= enoughPoints }) else {
    return ([], parts.filter { !page.nodes[$0].tag.isNeverShown }.map { Int(page.nodes[$0].line) })
  }
  let visible = Wordings(of: marks.joined().map(\.text), in: page)
  let missing = marks.map { $0.filter { !visible.contains($0.text) }.reduce(0) { $0 + $1.points } }
  let report = Set(zip(parts, missing).filter { $0.1 >= enoughPoints }.map(\.0))
  return (
    report, parts.filter { !report.contains($0) && !page.nodes[$0].tag.isNeverShown }.map { Int(page.nodes[$0].line) }
  )
}

/// Bytes under which a hidden part is a word or two.
private let shortestPart = 60

/// The hidden elements inside visible ones; rows and cells stay hidden, for a table's grid is what it shows. What browsers
/// never show counts where scripts find text in it.
private func outermostHidden(in page: Page) -> [Int] {
  page.nodes.indices.dropFirst().filter { index in
    let node = page.nodes[index]
    guard !node.style.isDisjoint(with: .unseen), node.end > index + 1, node.tag != .text else { return false }
    guard page.nodes[Int(node.parent)].style.isDisjoint(with: .unseen) else { return false }
    return node.tag.mayHoldReport || !(node.tag.isNeverShown || node.tag.isTablePart)
  }
}

/// What marks a report in a part: a section's title counts for three, a label of a form or a sentence on the subject for
/// one. The first few hundred marks say enough.
private func reportMarks(in part: Int, of page: Page) -> [(text: ArraySlice<UInt8>, points: Int)] {
  let marks = (part..<Int(page.nodes[part].end)).lazy.compactMap { index -> (text: ArraySlice<UInt8>, points: Int)? in
    let text = page.text(of: index).trimmedASCII
    let points = reportPoints(of: text)
    guard points > 0, page.nearest(at: index, where: { $0 == .a || $0.isNeverShown }) ?? part <= part else {
      return nil
    }
    return (text, points)
  }
  return Array(marks.prefix(400))
}

private let enoughPoints = 3

private func reportPoints(of text: ArraySlice<UInt8>) -> Int {
  guard text.count >= 9 else { return 0 }
  if text.count <= 160 {
    let line = Line(text)
    if isFormLabel(line) { return 1 }
    if headingLevel(of: line) == 2 {
      return SectionHeading.all.contains { line.compact.hasAny($0.keywords.map { LineWord($0) }) } ? 3 : 0
    }
  }
  return text.count >= 60 && text.hasSentenceMark && speaksOfDisclosure(text) ? 1 : 0
}

extension Tag {
  fileprivate var mayHoldReport: Bool { self == .textarea || self == .noscript || self == .template }
}

/// Which short texts occur in the visible text of a page, by stretches of eight bytes: those of the short ones are what is
/// looked for, as a page may have a hundred million.
private struct Wordings {
  private var found: Set<UInt64> = []

  init(of texts: [ArraySlice<UInt8>], in page: Page) {
    var wanted: Set<UInt64> = []
    for text in texts { wanted.formUnion(Wordings.stretches(of: text)) }
    for (index, node) in page.nodes.enumerated() where node.tag == .text && node.style.isDisjoint(with: .unseen) {
      var last: UInt64 = 0
      for (index, byte) in page.text(of: index).lazy.filter({ !$0.isASCIISpace }).enumerated() {
        last = last << 8 | UInt64(byte)
        if index >= 7, wanted.contains(last) { found.insert(last) }
      }
    }
  }

  /// Whether the beginning, the middle and the end of a text of at least eight bytes occur.
  func contains(_ text: ArraySlice<UInt8>) -> Bool { Wordings.stretches(of: text).allSatisfy(found.contains) }

  private static func stretches(of text: ArraySlice<UInt8>) -> [UInt64] {
    let all = text.filter { !$0.isASCIISpace }
    let last = all.count - 8
    return last < 0 ? [] : [0, last / 2, last].map { all[$0..<$0 + 8].reduce(0) { $0 << 8 | UInt64($1) } }
  }
}

// MARK: Findings

/// All of the page waits for a script.
let hiddenPageFinding = Finding(
  .note, .hiddenText, "The page shows no text until a script has run: what its styles hide was read.")

/// The page carries its text as data.
func scriptFinding(line: Int) -> Finding {
  Finding(
    .warning, .hiddenText,
    "The page shows next to no text: the report was read from what a script would write, line \(line). Compare it with the page in a browser.",
    origin: .line(line))
}

/// What was read though styles hide it, and what was not, each by the lines where it begins.
func hiddenFindings(shown: [Int], leftOut: [Int]) -> [Finding] {
  var findings: [Finding] = []
  if let first = shown.first {
    // A warning: a panel of another year looks like one of this year's.
    let parts =
      shown.count == 1
      ? "A part of the report is hidden until a script shows it, line \(first); it was read"
      : "\(shown.count) parts of the report are hidden until a script shows them, from line \(first) on; they were read"
    findings.append(
      Finding(.warning, .hiddenText, parts + ". Compare it with the page in a browser.", origin: .line(first)))
  }
  if let first = leftOut.first {
    let parts = leftOut.count == 1 ? "a part that styles hide" : "\(leftOut.count) parts that styles hide"
    findings.append(Finding(.note, .leftOut, "Left out: \(parts), line \(first).", origin: .line(first)))
  }
  return findings
}
