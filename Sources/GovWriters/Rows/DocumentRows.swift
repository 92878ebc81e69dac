import FoundationEssentials
import GovDocument
import GovReport

/// What the JSON of a page says, for the columns of a table of pages.
package struct DocumentColumns: Sendable, Hashable {
  /// `source.format`.
  package var source: String?
  /// The keys of `error`; absent for a conversion.
  package var code: String?, signal: Int?, stage: String?, message: String?
  /// `metadata.title`.
  package var title: String?
  /// `report.agency` and `report.year`, else those of `metadata`.
  package var agency: String?, year: Int?
  /// `report.form`.
  package var form: String?

  /// Makes empty columns.
  package init() {}

  /// The columns of a conversion.
  package init(_ document: Document, report: Report) {
    source = document.source.format.rawValue
    title = document.metadata.title?.text
    agency = report.agency ?? document.metadata.agency?.text
    year = report.year ?? document.metadata.year
    form = report.form.rawValue
  }

  /// The columns of an input that could not be read at all.
  package init(_ error: ConversionError) {
    source = error.format?.rawValue
    code = error.code.rawValue
    signal = error.signal
    stage = error.stage.rawValue
    message = error.message
  }
}

extension PackedRows {
  /// The figures, findings and edits of a conversion: the same keys, the same values as in the JSON.
  package init(_ document: Document, report: Report) {
    self.init(capacity: 256 * (report.figures.count + document.findings.count))
    for (position, figure) in report.figures.enumerated() { add(figure, at: position) }
    for (position, finding) in document.findings.enumerated() { add(finding, at: position) }
    for (number, block) in document.blocks.enumerated() { addEdits(of: block, number: number) }
  }

  private mutating func add(_ figure: ReportFigure, at position: Int) {
    begin(.figures)
    add(figure.table)
    add(figure.row)
    add(figure.column)
    add(figure.label)
    add(figure.columnLabel)
    add(position)
    add(figure.figure.kind)
    addValue(of: figure.figure)
    add(figure.figure.unit.isEmpty ? nil : figure.figure.unit)
    add(figure.text == figure.figure.plainText ? nil : figure.text)
    add(figure.status.rawValue)
    add(figure.confidence.isFinite ? figure.confidence : 0)
    if case .line(let line) = figure.origin { add(line) } else { add(jsonText(figure.origin)) }
    add(figure.alternatives.isEmpty ? nil : jsonText(figure.alternatives))
    add(figure.isPlain ? nil : jsonText(figure))
  }

  private mutating func addValue(of figure: Figure) {
    switch figure {
    case .count(let count): add(count)
    case .amount(let amount, _): add(Double(amount.description))
    case .statedNone, .blank, .unreadable: add(Int?.none)
    }
  }

  private mutating func add(_ finding: Finding, at position: Int) {
    begin(.findings)
    add(position)
    add(finding.severity.rawValue)
    add(finding.code.rawValue)
    add(finding.message)
    add(jsonText(finding.origin))
  }

  private mutating func addEdits(of block: Block, number: Int) {
    for (pass, count) in editCounts(of: block).sorted(by: { $0.key < $1.key }) {
      begin(.edits)
      add(number)
      add(pass)
      add(count)
    }
  }
}

extension ReportFigure {
  /// Whether SQLite makes the same JSON of its fields, byte for byte: it has numbers of 15 digits, and escapes less.
  fileprivate var isPlain: Bool {
    guard confidence == 1 || confidence.description.isPlainNumber, [text, label, columnLabel].allSatisfy(needsNoEscape)
    else { return false }
    guard case .amount(let amount, let unit) = figure else { return true }
    return (amount == 0 || abs(amount) >= 0.001) && amount.description.isPlainNumber && needsNoEscape(unit)
  }
}

extension String {
  fileprivate var isPlainNumber: Bool { utf8.count <= 15 && utf8.allSatisfy { $0 <= UInt8(ascii: "9") } }
}

extension Figure {
  /// What is printed where it is printed plainly: the digits of a count, nothing where there is nothing. Absent for the
  /// others.
  fileprivate var plainText: String? {
    switch self {
    case .count(let count): String(count)
    case .blank, .unreadable: ""
    case .amount, .statedNone: nil
    }
  }
}

private func editCounts(of block: Block) -> [String: Int] {
  var counts: [String: Int] = [:]
  func count(_ prose: Prose) {
    for edit in prose.edits { counts[edit.pass, default: 0] += 1 }
  }
  switch block {
  case .heading(_, let prose), .paragraph(let prose): count(prose)
  case .list(let items): items.forEach(count)
  case .table(let table): table.cells.forEach { count($0.content) }
  // Its texts stand in the JSON without their edits.
  case .image: break
  }
  return counts
}
