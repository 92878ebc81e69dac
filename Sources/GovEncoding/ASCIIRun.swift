/// The first index from `start` on that holds a byte above 7F; the count when there is none.
///
/// Reads eight bytes at a time: pages are mostly markup, and every decoder copies such runs as they are.
@inline(__always)
public func endOfASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  guard let base = bytes.baseAddress else { return start }
  var index = start
  while index + 8 <= bytes.count {
    let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
    let high = word & 0x8080_8080_8080_8080
    if high != 0 { return index + high.trailingZeroBitCount >> 3 }
    index += 8
  }
  while index < bytes.count, base[index] < 0x80 { index += 1 }
  return index
}

/// The number of bytes above 7F.
func countOfNonASCII(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  bytes.reduce(into: 0) { $0 &+= Int($1 >> 7) }
}
