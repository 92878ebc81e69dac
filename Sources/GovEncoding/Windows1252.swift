/// Decodes windows-1252, and with it ISO 8859-1 as browsers read it. No byte is an error.
func decodeWindows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
  UTF8Output.collect(capacity: bytes.count + 2 * countOfNonASCII(in: bytes)) { output in
    for byte in bytes {
      output.append(basic: (0x80...0x9F).contains(byte) ? windows1252Symbols[Int(byte) - 0x80] : UInt16(byte))
    }
  }
}

/// The scalars of the bytes 80 to 9F. Source: WHATWG Encoding Standard, index windows-1252.
private let windows1252Symbols: [UInt16] = [
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
  0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
  0x0153, 0x009D, 0x017E, 0x0178,
]
