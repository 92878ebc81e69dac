/// The form of a scalar in which lines are matched with the rules' words: see `Line`.
func fold(_ scalar: Unicode.Scalar) -> UInt32 {
  let value = scalar.value
  switch value {
  case 0x41...0x5A: return value + 0x20
  case 0x21...0x7E: return value
  case 0xFF21...0xFF3A: return value - 0xFEE0 + 0x20
  case 0xFF01...0xFF5E: return value - 0xFEE0
  case 0x09...0x0D, 0x20, 0xA0, 0x2002...0x200B, 0x3000, 0xFEFF: return 0x20
  case 0xFF0E, 0x2024: return 0x2E
  case 0x3014, 0x3010: return 0x5B
  case 0x3015, 0x3011: return 0x5D
  case 0x25CB, 0x3007, 0x96F6: return 0x3007
  case 0x3400...0x9FFF: return UInt32(simplified[Int(value) - 0x3400])
  default: return value
  }
}

/// The simplified form of every scalar from U+3400 to U+9FFF.
private let simplified: [UInt16] = {
  var forms = [UInt16](UInt16(0x3400)...0x9FFF)
  var scalars = traditionalForms.description.unicodeScalars.makeIterator()
  while let from = scalars.next(), let to = scalars.next() {
    forms[Int(from.value) - 0x3400] = UInt16(truncatingIfNeeded: to.value)
  }
  return forms
}()
