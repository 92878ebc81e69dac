import CXXHash

/// The XXH3-128 hash of some bytes as 32 hexadecimal digits: tells whether a page has changed, nothing more.
func contentHash(_ bytes: [UInt8]) -> String {
  let digest = bytes.withUnsafeBytes { xxhash_128($0.baseAddress, $0.count) }
  return hexadecimal(digest.high) + hexadecimal(digest.low)
}

private func hexadecimal(_ word: UInt64) -> String {
  let digits = String(word, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
