/// A value that crosses the line between the command and a worker.
///
/// The form is private to one build of the two programs: integers are eight little-endian bytes, a text or a list is a
/// count and its elements, an optional a flag byte and its value. Reading checks every bound: a worker that was taken
/// over by a hostile page can send anything, and must not be able to bring the command down.
package protocol Wired {
  /// Appends the value.
  func write(to wire: inout WireWriter)
  /// Takes the value off the front.
  init(from wire: inout WireReader) throws(WireError)
}

/// What was received is not a message of this protocol.
package struct WireError: Error, Sendable, Hashable {
  /// Makes the error.
  package init() {}
}

/// Collects the bytes of a message.
package struct WireWriter: ~Copyable {
  /// The bytes of the count in front of a message.
  static let headSize = 8

  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Appends a byte, for a flag or the number of a case.
  package mutating func write(tag: UInt8) { bytes.append(tag) }

  /// Makes a message with the count of its bytes in front.
  init(headed message: some Wired) {
    bytes = [UInt8](repeating: 0, count: Self.headSize)
    message.write(to: &self)
    let count = UInt64(bytes.count - Self.headSize)
    for index in 0..<Self.headSize { bytes[index] = UInt8(truncatingIfNeeded: count >> (8 * UInt64(index))) }
  }

  /// Appends bytes with their count.
  package mutating func write(bytes more: some Collection<UInt8>) {
    // To grow step by step would copy a page several times; to reserve for each of many, all that is there each time.
    if more.count > max(4096, bytes.count) { bytes.reserveCapacity(bytes.count + more.count + 4096) }
    more.count.write(to: &self)
    bytes.append(contentsOf: more)
  }

  fileprivate mutating func write(word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Takes values off the front of a message.
package struct WireReader: ~Copyable {
  private let bytes: [UInt8]
  private var position = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Takes one byte.
  package mutating func readTag() throws(WireError) -> UInt8 {
    guard position < bytes.count else { throw WireError() }
    defer { position += 1 }
    return bytes[position]
  }

  /// Takes bytes that were written with their count.
  package mutating func readBytes() throws(WireError) -> [UInt8] {
    let count = try readCount()
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  /// Takes a text that was written with its count.
  fileprivate mutating func readText() throws(WireError) -> String {
    let count = try readCount()
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  /// Takes the number of elements that follow; each takes a byte at least, so more than is left is a lie.
  fileprivate mutating func readCount() throws(WireError) -> Int {
    let count = try Int(from: &self)
    guard count >= 0, count <= bytes.count - position else { throw WireError() }
    return count
  }

  fileprivate mutating func readWord() throws(WireError) -> UInt64 {
    guard bytes.count - position >= 8 else { throw WireError() }
    var word: UInt64 = 0
    for index in 0..<8 { word |= UInt64(bytes[position + index]) << (8 * UInt64(index)) }
    position += 8
    return word
  }
}

extension Int: Wired {
  package func write(to wire: inout WireWriter) { wire.write(word: UInt64(bitPattern: Int64(self))) }
  package init(from wire: inout WireReader) throws(WireError) {
    self = Int(truncatingIfNeeded: Int64(bitPattern: try wire.readWord()))
  }
}

extension Double: Wired {
  package func write(to wire: inout WireWriter) { wire.write(word: bitPattern) }
  package init(from wire: inout WireReader) throws(WireError) { self = Double(bitPattern: try wire.readWord()) }
}

extension Bool: Wired {
  package func write(to wire: inout WireWriter) { wire.write(tag: self ? 1 : 0) }
  package init(from wire: inout WireReader) throws(WireError) { self = try wire.readTag() != 0 }
}

extension String: Wired {
  package func write(to wire: inout WireWriter) { wire.write(bytes: utf8) }
  package init(from wire: inout WireReader) throws(WireError) {
    self = try wire.readText()
  }
}

extension Array: Wired where Element: Wired {
  package func write(to wire: inout WireWriter) {
    count.write(to: &wire)
    for element in self { element.write(to: &wire) }
  }

  package init(from wire: inout WireReader) throws(WireError) {
    let count = try wire.readCount()
    self = []
    for _ in 0..<count { append(try Element(from: &wire)) }
  }
}

extension Optional: Wired where Wrapped: Wired {
  package func write(to wire: inout WireWriter) {
    (self != nil).write(to: &wire)
    self?.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self = try Bool(from: &wire) ? try Wrapped(from: &wire) : nil
  }
}

extension Result: Wired where Success: Wired, Failure: Wired {
  package func write(to wire: inout WireWriter) {
    switch self {
    case .success(let value):
      true.write(to: &wire)
      value.write(to: &wire)
    case .failure(let error):
      false.write(to: &wire)
      error.write(to: &wire)
    }
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self =
      try Bool(from: &wire)
      ? .success(try Success(from: &wire)) : .failure(try Failure(from: &wire))
  }
}
