/// What the normalizer found out about a document's text: its script and its damage.
public struct TextProfile: Sendable, Hashable {
  /// The script of the text as it was found.
  public var script: Script
  /// The kinds of damage that were found, in the order of the passes.
  public var damage: [Damage]

  /// Makes a profile.
  public init(script: Script, damage: [Damage] = []) {
    self.script = script
    self.damage = damage
  }

  /// The script that most of the Han characters belong to.
  public enum Script: String, Sendable, Hashable, CaseIterable {
    case simplified, traditional, mixed
  }

  /// One kind of damage.
  public struct Damage: Sendable, Hashable {
    /// The name of the kind, the same as that of the pass that undoes it.
    public var kind: String
    /// How many places it was found in.
    public var count: Int
    /// How sure it is that the document carries this damage, 0.0 to 1.0.
    public var confidence: Double

    /// Makes a record of damage.
    public init(kind: String, count: Int, confidence: Double) {
      self.kind = kind
      self.count = count
      self.confidence = confidence
    }
  }
}
