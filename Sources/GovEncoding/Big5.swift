/// Big5 with HKSCS-2008 as the WHATWG Encoding Standard decodes it.
public enum Big5 {
  /// The character of a pair; `nil` for a pair without one, for the four pairs that stand for two scalars, and for
  /// bytes that are no pair.
  public static func scalar(lead: UInt8, trail: UInt8) -> Unicode.Scalar? {
    guard let index = index(lead: lead, trail: trail), assigned[index] != 0 else { return nil }
    return Unicode.Scalar(assigned[index])
  }

  /// Source: WHATWG Encoding Standard, section 12.1.1 "Big5 decoder".
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
          while index < bytes.count, bytes[index] >= 0x80 {
            index += decodePair(bytes, at: index, table: table, into: &output)
          }
        }
      }
    }
  }

  /// Decodes one character or error and returns the number of bytes that it cost.
  @inline(__always)
  private static func decodePair(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, table: UnsafeBufferPointer<UInt32>,
    into output: inout UTF8Output
  ) -> Int {
    guard index + 1 < bytes.count, (0x81...0xFE).contains(bytes[index]) else {
      output.replace()
      return 1
    }
    let trail = bytes[index + 1]
    guard let code = Self.index(lead: bytes[index], trail: trail) else {
      output.replace()
      return trail < 0x80 ? 1 : 2
    }
    if table[code] != 0 {
      output.append(table[code])
      return 2
    }
    if let (letter, accent) = combination(code) {
      output.append(basic: letter)
      output.append(basic: accent)
      return 2
    }
    output.replace()
    return trail < 0x80 ? 1 : 2
  }

  /// The number of pairs: 126 lead bytes with 157 trail bytes each.
  private static let codeCount = 126 * 157

  private static let assigned = CodeTable.scalars(of: Big5Table.characters, count: codeCount)

  @inline(__always)
  private static func index(lead: UInt8, trail: UInt8) -> Int? {
    guard lead >= 0x81, lead != 0xFF else { return nil }
    switch trail {
    case 0x40...0x7E: return Int(lead &- 0x81) &* 157 &+ Int(trail &- 0x40)
    case 0xA1...0xFE: return Int(lead &- 0x81) &* 157 &+ Int(trail &- 0x62)
    default: return nil
    }
  }

  /// The pairs 8862, 8864, 88A3 and 88A5, which stand for a letter and a combining accent.
  private static func combination(_ index: Int) -> (letter: UInt16, accent: UInt16)? {
    switch index {
    case 1133: (0x00CA, 0x0304)
    case 1135: (0x00CA, 0x030C)
    case 1164: (0x00EA, 0x0304)
    case 1166: (0x00EA, 0x030C)
    default: nil
    }
  }
}
