/// A table of two-byte codes, made from the text of a data file when it is first needed.
enum CodeTable {
  /// The scalars of the text in order, 0 for a code without a character; line ends do not count.
  ///
  /// - Parameter count: The number of codes that the text lists.
  static func scalars(of text: StaticString, count: Int) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(count)
    var index = 0
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte >= 0x80 {
        scalars.append(multiByteScalar(lead: byte, in: bytes, at: &index))
      } else if byte != UInt8(ascii: "\n") {
        scalars.append(byte == UInt8(ascii: ".") ? 0 : UInt32(byte))
      }
    }
    assert(scalars.count == count, "the data file does not list every code")
    return scalars
  }

  private static func multiByteScalar(lead: UInt8, in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt32
  {
    let length = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
    var scalar = UInt32(lead) & (0x3F >> UInt32(length))
    for _ in 0..<length {
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
      index += 1
    }
    return scalar
  }
}
