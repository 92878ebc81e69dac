import GovDocument
import GovForms
import GovReport

/// One report among many, as a row of a panel may come from it.
public struct PanelReport: Sendable {
  /// The path or name of the input.
  public var source: String
  /// Whether everything came out.
  public var status: ConversionStatus
  /// The figures.
  public var report: Report

  /// Makes a member of a panel.
  public init(source: String, status: ConversionStatus, report: Report) {
    self.source = source
    self.status = status
    self.report = report
  }

  /// How many figures are guesses, inferred or unreadable.
  fileprivate var doubtful: Int { report.figures.count { $0.status.isWarning } }
}

/// Many reports as a table with one row per agency and year.
public struct Panel: Sendable {
  /// The rows in the order of agency and year; of several copies the one that was chosen, with the others.
  public private(set) var rows: [Row] = []

  /// One agency in one year.
  public struct Row: Sendable {
    /// The copy whose figures count.
    public var chosen: PanelReport
    /// The other copies, the better ones first.
    public var others: [PanelReport]
  }

  /// Chooses among copies: the complete before the partial, then fewer doubtful figures, then the path.
  ///
  /// A report whose agency or year nobody could tell stands alone under its path.
  public init(_ reports: [PanelReport]) {
    let groups = Dictionary(grouping: reports, by: PanelKey.init)
    for (_, copies) in groups.sorted(by: { $0.key < $1.key }) {
      let ranked = copies.sorted(by: isBetter)
      rows.append(Row(chosen: ranked[0], others: Array(ranked.dropFirst())))
    }
  }

  /// The figures in which copies of one report differ from the chosen copy.
  public var findings: [Finding] {
    rows.flatMap { row in row.others.compactMap { difference(between: row.chosen, and: $0) } }
  }

  /// The panel as CSV: what identifies the row, then one column per figure that any report has.
  ///
  /// A blank cell is empty, a sign for none stands as printed, an unreadable cell is `?`; the figures that carry a
  /// warning are named in `warnings`.
  public func csv(options: WriterOptions = WriterOptions()) -> [UInt8] {
    let identifiers = figureIdentifiers
    var out: [UInt8] = []
    if options.hasHeader {
      let head = ["agency", "year", "form", "status", "warnings", "source", "otherSources"]
      appendRecord(head + identifiers, options: options, to: &out)
    }
    for row in rows { append(row, identifiers: identifiers, options: options, to: &out) }
    return out
  }

  private func append(_ row: Row, identifiers: [String], options: WriterOptions, to out: inout [UInt8]) {
    let report = row.chosen.report
    var values: [String: String] = [:]
    for figure in report.figures {
      values[figure.identifier] = figure.status == .unreadable ? "?" : figure.figure.plainValue
    }
    let warnings = report.figures.filter { $0.status.isWarning }.map(\.identifier).joined(separator: " ")
    let head = [
      report.agency ?? "", report.year.map(String.init) ?? "", report.form.rawValue, row.chosen.status.rawValue,
      warnings,
      row.chosen.source, row.others.map(\.source).joined(separator: " "),
    ]
    appendRecord(head + identifiers.map { values[$0] ?? "" }, options: options, to: &out)
  }

  /// The identifiers of all figures that some chosen report has, in the order of the forms, the oldest first.
  private var figureIdentifiers: [String] {
    let present = Set(rows.flatMap { $0.chosen.report.figures.map(\.identifier) })
    var seen: Set<String> = []
    return StatutoryForm.all.reversed().flatMap(\.tables).flatMap { table in
      table.parts.flatMap { part in
        part.rows.flatMap { row in part.columns.map { "\(table.identifier)/\(row.identifier)/\($0.identifier)" } }
      }
    }.filter { present.contains($0) && seen.insert($0).inserted }
  }
}

/// What a row of a panel stands for.
private struct PanelKey: Hashable, Comparable {
  var agency: String
  var year: Int
  var source: String

  init(_ member: PanelReport) {
    if let agency = member.report.agency, let year = member.report.year {
      (self.agency, self.year, source) = (agency, year, "")
    } else {
      (agency, year, source) = (member.report.agency ?? "", member.report.year ?? 0, member.source)
    }
  }

  static func < (left: PanelKey, right: PanelKey) -> Bool {
    (left.agency, left.year, left.source) < (right.agency, right.year, right.source)
  }
}

private func isBetter(_ left: PanelReport, _ right: PanelReport) -> Bool {
  let ranks = [left, right].map { ($0.status == .complete ? 0 : 1, $0.doubtful, $0.source) }
  return ranks[0] < ranks[1]
}

private func difference(between chosen: PanelReport, and other: PanelReport) -> Finding? {
  var figures: [String: Figure] = [:]
  for figure in other.report.figures { figures[figure.identifier] = figure.figure }
  let differing = chosen.report.figures.filter { figure in
    figures[figure.identifier].map { $0 != figure.figure } ?? false
  }.map(\.identifier)
  guard let first = differing.first else { return nil }
  return Finding(
    .warning, .figuresDiffer,
    "\(other.source) gives other figures than \(chosen.source), which is used: \(differing.count) differ, the first is "
      + "\(first)", figures: differing)
}
