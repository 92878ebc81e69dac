/// Windows-1252, and with it ISO 8859-1 as browsers read it.
public enum Windows1252 {
  /// Decodes bytes, of which none is an error.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
    UTF8Output.collect(capacity: bytes.count + 2 * countOfNonASCII(in: bytes)) { output in
      for byte in bytes {
        output.append(basic: (0x80...0x9F).contains(byte) ? symbols[Int(byte) - 0x80] : UInt16(byte))
      }
    }
  }

  /// The byte that Windows-1252 or ISO 8859-1 shows as this scalar; `nil` when neither has it.
  public static func byte(shownAs scalar: UInt32) -> UInt8? {
    if scalar < 0x100 { return UInt8(scalar) }
    // Most of a text is beyond the last of them.
    if scalar > 0x2122 { return nil }
    for (offset, symbol) in symbols.enumerated() where symbol == scalar { return UInt8(0x80 + offset) }
    return nil
  }

  /// The bytes for which Windows-1252 has no character; browsers show a control character.
  public static let unassigned: [UInt8] = [0x81, 0x8D, 0x8F, 0x90, 0x9D]

  /// The scalars of the bytes 80 to 9F. Source: WHATWG Encoding Standard, index windows-1252.
  private static let symbols: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
