import GovDocument

/// What the normalizer is asked for.
public struct NormalizationOptions: Sendable, Hashable {
  /// The script of the result. `keep` converts no script and no vocabulary; damage is repaired all the same.
  public var script: TargetScript = .simplified
  /// Whether full-width digits and letters become ASCII. Punctuation is never touched. Default: they stay.
  public var foldsWidth = false

  /// Makes the default options.
  public init() {}

  /// The scripts that text can be converted to.
  public enum TargetScript: String, Sendable, Hashable, CaseIterable {
    case simplified, traditional, taiwan, hongkong, keep
  }
}

/// Undoes the damage in a document's text, converts its script, and records every change.
public func normalize(_ document: inout Document, options: NormalizationOptions = NormalizationOptions()) {
}
