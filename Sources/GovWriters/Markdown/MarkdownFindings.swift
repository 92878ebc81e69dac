import GovDocument
import GovReport

/// The mark behind the text of a cell whose value must be looked at before it is used: a guess, or nobody's reading.
func appendMark(of cell: Cell, to out: inout [UInt8]) {
  guard let reading = cell.reading, reading.status.isWarning else { return }
  out += cell.content.text.isEmpty ? "\\[?\\]" : " \\[?\\]"
}

/// The list of what must be checked about the figures: the errors and warnings that name one.
func appendFindings(_ findings: [Finding], to out: inout [UInt8]) {
  let grave = findings.filter { $0.severity != .note && !$0.figures.isEmpty }
  guard !grave.isEmpty else { return }
  separate(&out)
  for severity in [Finding.Severity.error, .warning] {
    for finding in grave where finding.severity == severity {
      out += severity == .error ? "> **error** " : "> **warning** "
      appendMarkdown(finding.message, lineBreaks: .joined, to: &out)
      out += "\n>\n"
    }
  }
  out.removeLast(2)
}
