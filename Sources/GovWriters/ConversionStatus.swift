import GovDocument
import GovReport

/// Whether everything came out of an input.
public enum ConversionStatus: String, Sendable, Hashable, CaseIterable {
  /// No finding is an error. Doubtful and inferred figures are warnings.
  case complete
  /// Something came out, and something was lost or contradicts itself.
  case partial
  /// No text and no figure came out.
  case failed

  /// Derives the status from what came out.
  public init(of document: Document, report: Report) {
    if !document.hasText && report.figures.isEmpty {
      self = .failed
    } else {
      self = document.findings.contains { $0.severity == .error } ? .partial : .complete
    }
  }
}

extension Document {
  /// Whether any block holds text; a title alone is not the text of a report.
  fileprivate var hasText: Bool {
    blocks.contains { block in
      switch block {
      case .heading(_, let prose), .paragraph(let prose): !prose.text.isEmpty
      case .list(let items): items.contains { !$0.text.isEmpty }
      case .table(let table): table.cells.contains { !$0.content.text.isEmpty }
      case .image: false
      }
    }
  }
}
