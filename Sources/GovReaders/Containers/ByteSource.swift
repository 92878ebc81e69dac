import Glibc
import GovDocument

/// Bytes that can be read at any place: a file that the caller opened, or memory. Readers open no file themselves.
public protocol ByteSource: Sendable {
  /// The number of bytes.
  var count: Int { get }

  /// The bytes from `offset` on, at most `count`; fewer only where the source ends.
  ///
  /// - Throws: `ReadError` when the device fails.
  func bytes(at offset: Int, count: Int) throws(ReadError) -> [UInt8]
}

/// Bytes in memory.
public struct MemorySource: ByteSource {
  private let content: [UInt8]

  /// Makes a source over bytes.
  public init(_ content: [UInt8]) { self.content = content }

  /// The number of bytes.
  public var count: Int { content.count }

  /// The bytes from `offset` on, at most `count`; fewer only at the end. Never throws.
  public func bytes(at offset: Int, count: Int) throws(ReadError) -> [UInt8] {
    guard offset >= 0, offset < content.count, count > 0 else { return [] }
    return Array(content[offset..<offset + min(count, content.count - offset)])
  }
}

extension [UInt8] {
  /// The first place of a byte from some place on; as fast as the C library.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return base.distance(to: UnsafeRawPointer(found))
    }
  }
}
