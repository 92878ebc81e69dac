/// The tables in which a page has rows of its own.
package enum RowTable: UInt8, Sendable, CaseIterable {
  /// `report.figures`, in order: what a figure is, its labels, and the rest, as the store keeps them.
  case figures
  /// `findings`, in order.
  case findings
  /// How often each pass changed a block.
  case edits

  /// The columns, in the order of the fields of a row.
  package var columns: [String] {
    switch self {
    case .figures:
      [
        "table", "row", "column", "label", "columnLabel", "position", "kind", "value", "unit", "text", "status",
        "confidence", "origin", "alternatives", "json",
      ]
    case .findings: ["position", "severity", "code", "message", "origin"]
    case .edits: ["block", "pass", "count"]
    }
  }

  /// How many fields a row has: as many as columns.
  var fieldCount: Int {
    switch self {
    case .figures: 15
    case .findings: 5
    case .edits: 3
    }
  }
}
