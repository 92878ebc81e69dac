import Foundation
import GovDocument
import GovForms
import GovReport

/// How the figures of many reports came out against what was printed.
struct Score {
  var figures = 0
  var right = 0
  var totals = 0
  var rightTotals = 0
  /// Wrong, and neither the figure nor a finding warns.
  var silentlyWrong = 0
  var open = 0
  /// Open figures whose truth is the value or among the alternatives.
  var openWithTruth = 0
  /// The identifiers of the first figures that went wrong unseen.
  var examples: [String] = []

  mutating func count(
    _ recognised: Report, findings: [Finding], against truth: GeneratedReport, only table: String? = nil
  ) {
    let flagged = Set(findings.filter { $0.severity != .note }.flatMap(\.figures))
    var known: [String: ReportFigure] = [:]
    for figure in recognised.figures { known[figure.identifier] = figure }
    for formTable in truth.form.tables where table == nil || formTable.identifier == table {
      for part in formTable.parts {
        for row in part.rows {
          for column in part.columns {
            let name = "\(formTable.identifier)/\(row.identifier)/\(column.identifier)"
            let expected = printedFigure(truth.texts[name] ?? "")
            count(known[name], name: name, expected: expected, isFlagged: flagged.contains(name), kind: truth.fill)
          }
        }
      }
    }
  }

  private mutating func count(
    _ figure: ReportFigure?, name: String, expected: String, isFlagged: Bool, kind: GeneratedReport.Fill
  ) {
    let isTotal = name.hasSuffix("/total")
    let found = figure.map { digest($0.figure) } ?? "absent"
    let isRight = found == expected
    figures += 1
    right += isRight ? 1 : 0
    totals += isTotal ? 1 : 0
    rightTotals += isTotal && isRight ? 1 : 0
    let warns = figure?.status.isWarning ?? false
    if !isRight, !warns, !isFlagged {
      silentlyWrong += 1
      if examples.count < 6 { examples.append("\(kind) \(name): \(found) for \(expected)") }
    }
    if warns, let figure {
      open += 1
      openWithTruth += isRight || figure.alternatives.map(digest).contains(expected) ? 1 : 0
    }
  }

  func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 1 : Double(part) / Double(whole) }
  var rightShare: Double { share(right, of: figures) }
  var totalShare: Double { share(rightTotals, of: totals) }
  var silentShare: Double { share(silentlyWrong, of: figures) }
  var truthShare: Double { share(openWithTruth, of: open) }
}

/// What a printed text states, in the words of `digest`.
func printedFigure(_ text: String) -> String {
  if text.isEmpty { return "_" }
  if text == "无" || text == "/" { return "/" }
  let number = text.hasSuffix("万元") ? String(text.dropLast(2)) : text
  return Decimal(string: number).map { "\($0)" } ?? number
}
