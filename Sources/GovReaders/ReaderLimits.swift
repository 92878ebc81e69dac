/// How much of a page is read. Over a limit the readable part comes out with a finding.
public struct ReaderLimits: Sendable, Hashable {
  /// The largest input in bytes; what lies beyond is not read. Default: 64 MiB.
  public var bytes = 64 << 20
  /// The largest number of elements in a page. Default: 10,000,000.
  public var elements = 10_000_000
  /// The largest number of attributes on one tag; the others are left out. Default: 256.
  public var attributes = 256
  /// The largest number of slots in the grid of one table. Default: 4,000,000.
  public var tableSlots = 4_000_000
  /// How deep elements may be nested; deeper ones are read as if they stood at this depth. Default: 10,000.
  public var depth = 10_000

  /// Makes the default limits.
  public init() {}
}
