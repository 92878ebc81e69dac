/// Decimal numbers with a space between two.
func decimals(_ numbers: StaticString) -> [Float] {
  String(describing: numbers).split(separator: " ").map { Float($0) ?? 0 }
}

/// Signed bytes of which each is written with two hexadecimal digits.
func signedBytes(_ digits: StaticString) -> [Int8] {
  func nibble(_ code: UInt8) -> UInt8 { code < 58 ? code &- 48 : code &- 87 }
  return digits.withUTF8Buffer { text in
    stride(from: 0, to: text.count - 1, by: 2).map {
      Int8(bitPattern: nibble(text[$0]) << 4 | nibble(text[$0 + 1]))
    }
  }
}
