import FoundationEssentials
import GovDocument
import GovReport

/// A conversion as a database keeps it beside the JSON: the same keys, the same values, one list per table.
package struct DocumentRows: Sendable, Hashable {
  /// `source.format`.
  package var format: String?
  /// `metadata.title`.
  package var title: String?
  /// `report.agency`, else `metadata.agency`.
  package var agency: String?
  /// `report.year`, else `metadata.year`.
  package var year: Int?
  /// `report.form`.
  package var form: String?
  /// Why nothing came out; absent for a conversion.
  package var error: ErrorRow?
  /// `report.figures`, in order.
  package var figures: [FigureRow] = []
  /// `findings`, in order.
  package var findings: [FindingRow] = []
  /// How often each pass changed a block.
  package var edits: [EditRow] = []

  /// Makes empty rows.
  package init() {}

  /// The rows of a conversion.
  package init(_ document: Document, report: Report) {
    format = document.source.format.rawValue
    title = document.metadata.title?.text
    agency = report.agency ?? document.metadata.agency?.text
    year = report.year ?? document.metadata.year
    form = report.form.rawValue
    figures = report.figures.map(FigureRow.init)
    findings = document.findings.map(FindingRow.init)
    edits = document.blocks.enumerated().flatMap { number, block in editRows(of: block, number: number) }
  }

  /// The rows of an input that could not be read at all.
  package init(_ error: ConversionError) {
    format = error.format?.rawValue
    self.error = ErrorRow(error)
  }
}

/// The keys of `error`.
package struct ErrorRow: Sendable, Hashable {
  package var code: String
  package var signal: Int?
  package var stage, message: String

  package init(code: String, signal: Int?, stage: String, message: String) {
    self.code = code
    self.signal = signal
    self.stage = stage
    self.message = message
  }

  fileprivate init(_ error: ConversionError) {
    self.init(
      code: error.code.rawValue, signal: error.signal, stage: error.stage.rawValue, message: error.message)
  }
}

/// The keys of an element of `figures`; `origin` and `alternatives` as JSON.
package struct FigureRow: Sendable, Hashable {
  package var table, row, column, kind: String
  package var value: RowValue
  package var unit: String?
  package var text, status: String
  package var confidence: Double
  package var label, columnLabel, origin, alternatives: String

  package init(
    place: (table: String, row: String, column: String), kind: String, value: RowValue, unit: String?, text: String,
    status: String, confidence: Double, labels: (row: String, column: String), origin: String, alternatives: String
  ) {
    (table, row, column) = place
    self.kind = kind
    self.value = value
    self.unit = unit
    self.text = text
    self.status = status
    self.confidence = confidence
    (label, columnLabel) = labels
    self.origin = origin
    self.alternatives = alternatives
  }

  fileprivate init(_ figure: ReportFigure) {
    self.init(
      place: (figure.table, figure.row, figure.column), kind: figure.figure.kind, value: RowValue(figure.figure),
      unit: figure.figure.unit.isEmpty ? nil : figure.figure.unit, text: figure.text, status: figure.status.rawValue,
      confidence: figure.confidence.isFinite ? figure.confidence : 0, labels: (figure.label, figure.columnLabel),
      origin: jsonText(figure.origin), alternatives: figure.alternatives.isEmpty ? "[]" : jsonText(figure.alternatives))
  }
}

/// The number of a figure.
package enum RowValue: Sendable, Hashable {
  /// A blank, an unreadable figure, a stated none.
  case none
  case integer(Int)
  case real(Double)

  fileprivate init(_ figure: Figure) {
    switch figure {
    case .count(let count): self = .integer(count)
    case .amount(let amount, _): self = Double(amount.description).map(RowValue.real) ?? .none
    case .statedNone, .blank, .unreadable: self = .none
    }
  }
}

/// The keys of an element of `findings`; `origin` as JSON.
package struct FindingRow: Sendable, Hashable {
  package var severity, code, message, origin: String

  package init(severity: String, code: String, message: String, origin: String) {
    self.severity = severity
    self.code = code
    self.message = message
    self.origin = origin
  }

  fileprivate init(_ finding: Finding) {
    self.init(
      severity: finding.severity.rawValue, code: finding.code.rawValue, message: finding.message,
      origin: jsonText(finding.origin))
  }
}

/// How often one pass changed one block.
package struct EditRow: Sendable, Hashable {
  /// The block's place in `blocks`.
  package var block: Int
  package var pass: String
  package var count: Int

  package init(block: Int, pass: String, count: Int) {
    self.block = block
    self.pass = pass
    self.count = count
  }
}

private func editRows(of block: Block, number: Int) -> [EditRow] {
  var counts: [String: Int] = [:]
  func count(_ prose: Prose) {
    for edit in prose.edits { counts[edit.pass, default: 0] += 1 }
  }
  switch block {
  case .heading(_, let prose), .paragraph(let prose): count(prose)
  case .list(let items): items.forEach(count)
  case .table(let table): table.cells.forEach { count($0.content) }
  // Its texts stand in the JSON without their edits.
  case .image: return []
  }
  return counts.sorted { $0.key < $1.key }.map { EditRow(block: number, pass: $0.key, count: $0.value) }
}
