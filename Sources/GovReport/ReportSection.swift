/// One statutory section of a report.
public struct ReportSection: Sendable, Hashable {
  /// Which section it is.
  public var kind: Kind
  /// The index into the document's blocks of the heading that opens it.
  public var block: Int

  /// Makes a section.
  public init(kind: Kind, block: Int) {
    self.kind = kind
    self.block = block
  }

  /// The six sections that the forms prescribe, and their forerunners.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case overview, disclosure, requests, review, problems, other
  }
}
