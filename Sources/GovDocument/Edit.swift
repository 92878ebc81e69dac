/// One change that one repair pass made to one text.
///
/// Positions count Unicode scalars of the text **before that pass**, so the edits of a pass can be applied together
/// and a reader of the JSON can replay them pass by pass.
public struct Edit: Sendable, Hashable {
  /// The stable name of the pass, as in the JSON: `injected-pinyin`.
  public let pass: String
  /// The first scalar that was replaced, counted from 0.
  public let start: Int
  /// One past the last scalar that was replaced; equal to `start` for an insertion.
  public let end: Int
  /// What stood there.
  public let before: String
  /// What stands there now.
  public let after: String

  /// Makes a record of a change of the scalars `start..<end`.
  public init(pass: String, start: Int, end: Int, before: String, after: String) {
    self.pass = pass
    self.start = start
    self.end = end
    self.before = before
    self.after = after
  }
}
