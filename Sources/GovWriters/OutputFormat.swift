import GovDocument
import GovReport

/// The formats that a conversion can be written in.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  /// GitHub-flavoured Markdown.
  case markdown = "md"
  /// The contract for programs: version 1 of the schema in this folder.
  case json
  /// Plain text, tables with tabs.
  case text
  /// All table cells as one list (RFC 4180).
  case csv
  /// One self-contained page.
  case html
}

/// Writes a document and its report as UTF-8; the last line ends with a newline.
///
/// Pure: the same document gives the same bytes, at any time and on any machine. Control characters of the input, but
/// tab and newline, reach no format.
public func write(
  _ document: Document, report: Report, as format: OutputFormat, options: WriterOptions = WriterOptions()
) -> [UInt8] {
  switch format {
  case .markdown: markdown(document)
  case .json: json(document, report: report, figures: report.figures)
  case .text: plainText(document)
  case .csv: csvList(document, options: options)
  case .html: htmlPage(document)
  }
}
