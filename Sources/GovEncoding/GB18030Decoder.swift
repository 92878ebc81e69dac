extension GB18030 {
  /// Decodes GB 18030, and with it GBK and GB 2312; a lone 80 is the euro sign, as in code page 936.
  ///
  /// Source: WHATWG Encoding Standard, section 10.2.1 "gb18030 decoder". A lead byte before ASCII costs only itself: the
  /// ASCII byte is read again, so that a broken character cannot swallow a tag.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
    guard let base = bytes.baseAddress else { return DecodedText(utf8: [], replacements: 0) }
    let capacity = bytes.count + 2 * countOfNonASCII(in: bytes)
    return assigned.withUnsafeBufferPointer { table in
      UTF8Output.collect(capacity: capacity) { output in
        var index = 0
        while index < bytes.count {
          let start = index
          index = endOfASCII(in: bytes, from: start)
          output.copy(base + start, count: index - start)
          decodePairs(bytes, from: &index, table: table, into: &output)
        }
      }
    }
  }

  /// Decodes up to the next ASCII byte that begins a character.
  @inline(__always)
  private static func decodePairs(
    _ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int, table: UnsafeBufferPointer<UInt16>,
    into output: inout UTF8Output
  ) {
    while index < bytes.count, bytes[index] >= 0x80 {
      if index + 1 < bytes.count, let code = GBK.index(lead: bytes[index], trail: bytes[index + 1]) {
        output.append(basic: table[code])
        index += 2
      } else {
        index += decodeRarity(bytes, at: index, into: &output)
      }
    }
  }

  /// Decodes what is no pair: the euro sign, four-byte codes, errors. Returns the number of bytes that it cost.
  private static func decodeRarity(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, into output: inout UTF8Output
  ) -> Int {
    let lead = bytes[index]
    if lead == 0x80 {
      output.append(basic: 0x20AC)
      return 1
    }
    if lead != 0xFF, let (length, scalar) = fourBytes(bytes, at: index) {
      if let scalar { output.append(scalar) } else { output.replace() }
      return length
    }
    output.replace()
    let isFollowedByNonASCII = index + 1 < bytes.count && bytes[index + 1] >= 0x80
    return lead != 0xFF && isFollowedByNonASCII ? 2 : 1
  }

  /// The four-byte code at an index, without a scalar when it means nothing or the input ends inside it; `nil` when
  /// there is none.
  private static func fourBytes(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, scalar: UInt32?)? {
    let rest = bytes.count - index
    guard rest >= 2, isDigit(bytes[index + 1]) else { return nil }
    guard rest >= 3 else { return (rest, nil) }
    guard (0x81...0xFE).contains(bytes[index + 2]) else { return nil }
    guard rest >= 4 else { return (rest, nil) }
    guard isDigit(bytes[index + 3]) else { return nil }
    let high = (UInt32(bytes[index]) - 0x81) * 10 + UInt32(bytes[index + 1]) - 0x30
    let low = (UInt32(bytes[index + 2]) - 0x81) * 10 + UInt32(bytes[index + 3]) - 0x30
    return (4, scalar(ofFourBytePointer: high * 1260 + low))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The scalar of a four-byte code counted from 81308130; `nil` for a code without one.
  static func scalar(ofFourBytePointer pointer: UInt32) -> UInt32? {
    switch pointer {
    case 189_000...1_237_575: return 0x10000 + pointer - 189_000
    case 7457: return 0xE7C7
    case 0...39_419:
      guard let range = fourByteRanges.last(where: { $0.pointer <= pointer }) else { return nil }
      return range.scalar + pointer - range.pointer
    default: return nil
    }
  }

  /// Where stretches of consecutive four-byte codes begin.
  ///
  /// The four-byte codes list in order all scalars from U+0080 to U+FFFF that had no pair in the edition of 2000.
  private static let fourByteRanges: [(pointer: UInt32, scalar: UInt32)] = {
    var hasPair = [Bool](repeating: false, count: 0x10000)
    for scalar in edition2000 { hasPair[Int(scalar)] = true }
    var ranges: [(pointer: UInt32, scalar: UInt32)] = []
    var pointer: UInt32 = 0
    var isInside = false
    for scalar in UInt32(0x80)...0xFFFF {
      let isListed = !hasPair[Int(scalar)] && !(0xD800...0xDFFF).contains(scalar)
      if isListed, !isInside { ranges.append((pointer, scalar)) }
      if isListed { pointer += 1 }
      isInside = isListed
    }
    return ranges
  }()
}
