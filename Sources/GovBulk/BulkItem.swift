import GovConvert

/// One page of a bulk run.
public struct BulkItem: Sendable {
  /// The key in the store: the path below the folder that was named, or `archive!record`.
  public var id: String
  /// Gets the page, or says why there is none. Called when it is the page's turn, on any thread.
  public var load: @Sendable () -> Result<Input, ConversionError>

  /// Makes an item.
  public init(id: String, load: @escaping @Sendable () -> Result<Input, ConversionError>) {
    self.id = id
    self.load = load
  }
}
