/// The name and version that outputs carry.
public enum Tool {
  /// The version of govconvert, by semantic versioning.
  public static let version = "0.1.0"
  /// What the JSON calls the program that wrote it.
  public static let name = "govconvert \(version)"
}
