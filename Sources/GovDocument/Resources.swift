/// Gives the bytes of what a page refers to. Readers never open a file themselves.
public protocol Resources: Sendable {
  /// The bytes behind a reference, such as `02.png` or `page_files/03.jpg`.
  ///
  /// - Parameters:
  ///   - reference: The address as the page gives it.
  ///   - limit: The largest number of bytes that the caller takes.
  /// - Throws: `ResourceError`, which says why there are none.
  func bytes(of reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8]
}

/// Why a resource is not to be had.
public enum ResourceError: Error, Sendable, Hashable {
  /// Nothing of that name lies beside the page.
  case notFound
  /// The reference leads somewhere that is never followed; the text says where in a few words.
  case refused(String)
  /// It has more bytes than the caller takes.
  case tooLarge(bytes: Int)
  /// It is there and could not be read; the text says why in a few words.
  case unreadable(String)
}

/// No resources at all: for text that came alone.
public struct NoResources: Resources {
  /// Makes the empty source.
  public init() {}

  /// Throws `notFound`, whatever is asked for.
  public func bytes(of reference: String, atMost limit: Int) throws(ResourceError) -> [UInt8] {
    throw .notFound
  }
}
