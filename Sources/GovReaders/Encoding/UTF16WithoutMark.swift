import GovEncoding

/// UTF-16 that begins without a byte order mark, told by where its NULs and the bytes of the Han block stand.
///
/// Markup in UTF-16 has a NUL in every second byte; Han text has 4E to 9F there. In every other encoding NULs are rare
/// and such bytes stand on both sides. Looks at the first 64 KiB.
func utf16WithoutMark(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> TextEncoding? {
  let units = min(range.count, 65_536) / 2
  // Every text has line ends or ASCII: without a single NUL it is not UTF-16.
  guard units >= 2, bytes[range.lowerBound..<range.lowerBound + 2 * units].contains(0) else { return nil }
  var first = HighByteCount()
  var second = HighByteCount()
  for unit in 0..<units {
    first.count(bytes[range.lowerBound + 2 * unit])
    second.count(bytes[range.lowerBound + 2 * unit + 1])
  }
  if second.looksLikeHighBytes(of: units), !first.looksLikeHighBytes(of: units) { return .utf16LittleEndian }
  if first.looksLikeHighBytes(of: units), !second.looksLikeHighBytes(of: units) { return .utf16BigEndian }
  return nil
}

private struct HighByteCount {
  private var nuls = 0
  private var han = 0

  /// The high bytes of ASCII and Latin-1 (00), punctuation (20, 30, FF) and Han characters (4E to 9F).
  mutating func count(_ byte: UInt8) {
    if byte == 0 { nuls += 1 }
    if (0x4E...0x9F).contains(byte) || byte == 0x20 || byte == 0x30 || byte == 0xFF { han += 1 }
  }

  /// Letters of ASCII text fall into the Han range too, so some NULs or line ends are needed.
  func looksLikeHighBytes(of units: Int) -> Bool {
    nuls > 0 && (nuls + han) * 20 >= units * 19
  }
}
