/// Something that a person should know about a conversion, with its place.
public struct Finding: Sendable, Hashable {
  /// How grave it is.
  public var severity: Severity
  /// What kind of thing it is; stable, for programs.
  public var code: Code
  /// One line for a person: what is wrong, where, and what to do about it. It never quotes more than a few words.
  public var message: String
  /// The place in the input.
  public var origin: Origin
  /// The identifiers of the figures concerned, such as `requests/new/total`.
  public var figures: [String]

  /// Makes a finding.
  public init(
    _ severity: Severity, _ code: Code, _ message: String, origin: Origin = .document, figures: [String] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.origin = origin
    self.figures = figures
  }

  /// How grave a finding is. An error makes the conversion `partial`.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth knowing, nothing to do.
    case note
    /// A value must be looked at before it is used.
    case warning
    /// Something was lost, or contradicts itself.
    case error

    /// Orders by gravity: `note < warning < error`.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.gravity < right.gravity
    }

    private var gravity: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The kind of a finding, in kebab case. Each room declares its own kinds in an extension.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The name that the JSON carries.
    public let rawValue: String

    /// Makes a kind from its name.
    public init(rawValue: String) { self.rawValue = rawValue }
  }
}
