import FoundationEssentials
import GovDocument
import GovReport

/// The columns of the list of figures.
private let figureColumns = [
  "agency", "year", "form", "table", "row", "column", "value", "unit", "kind", "status", "source",
]

/// The figures of a report as a tidy list, one record per figure, as statistics programs load it.
///
/// `value` is the number, what is printed for a sign that says none, and empty for a blank or unreadable cell; `kind`
/// tells them apart.
public func figuresCSV(_ report: Report, source: String, options: WriterOptions = WriterOptions()) -> [UInt8] {
  var out: [UInt8] = []
  if options.hasHeader { appendRecord(figureColumns, options: options, to: &out) }
  for figure in report.figures {
    let fields = [
      report.agency ?? "", report.year.map(String.init) ?? "", report.form.rawValue, figure.table, figure.row,
      figure.column, figure.figure.plainValue, figure.figure.unit, figure.figure.kind, figure.status.rawValue, source,
    ]
    appendRecord(fields, options: options, to: &out)
  }
  return out
}

/// Appends one record of a list.
func appendRecord(_ fields: [String], options: WriterOptions, to out: inout [UInt8]) {
  for (position, field) in fields.enumerated() {
    if position > 0 { out += "," }
    appendField(field, isFormulaSafe: options.isFormulaSafe, to: &out)
  }
  endRecord(&out)
}

extension Figure {
  /// The number, or the printed sign for none; empty for a blank or unreadable cell.
  var plainValue: String {
    switch self {
    case .count(let count): "\(count)"
    case .amount(let amount, _): "\(amount)"
    case .statedNone(let sign): sign
    case .blank, .unreadable: ""
    }
  }

  /// The unit of an amount; empty for everything else.
  var unit: String {
    if case .amount(_, let unit) = self { unit } else { "" }
  }

  /// The name of the kind in the JSON.
  var kind: String {
    switch self {
    case .count: "count"
    case .amount: "amount"
    case .statedNone: "statedNone"
    case .blank: "blank"
    case .unreadable: "unreadable"
    }
  }
}
