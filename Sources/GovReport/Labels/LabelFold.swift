/// A label reduced to what identifies it: Han characters in simplified script, and digits.
///
/// Spaces, line breaks, brackets and punctuation go, because pages lose and add them; so do letters, because no label
/// has any and mirrors inject pinyin. Full-width digits become ASCII; the traditional forms of the labels' own
/// characters become simplified. Other Han characters stay.
typealias FoldedLabel = [UInt16]

/// Folds a text for comparison with labels; the text itself is never changed.
func foldLabel(_ text: String) -> FoldedLabel {
  var text = text
  return text.withUTF8 { utf8 in
    simplifiedForms.withUnsafeBufferPointer { forms in
      FoldedLabel(unsafeUninitializedCapacity: utf8.count) { units, count in
        var index = 0
        while index < utf8.count {
          let (value, width) = decodeScalar(utf8, at: index)
          index += width
          guard let unit = foldScalar(value, forms) else { continue }
          units[count] = unit
          count += 1
        }
      }
    }
  }
}

/// The scalar that begins at a byte of valid UTF-8, and the number of its bytes.
private func decodeScalar(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, width: Int) {
  let lead = UInt32(utf8[index])
  func tail(_ offset: Int) -> UInt32 { UInt32(utf8[index + offset] & 0x3F) }
  if lead < 0x80 { return (lead, 1) }
  if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(1), 2) }
  if lead < 0xF0 { return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
  return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
}

/// The folded form of one character; `nil` for one that does not count.
func foldScalar(_ scalar: Unicode.Scalar) -> UInt16? {
  simplifiedForms.withUnsafeBufferPointer { foldScalar(scalar.value, $0) }
}

private func foldScalar(_ value: UInt32, _ forms: UnsafeBufferPointer<UInt16>) -> UInt16? {
  switch value {
  case 0x30...0x39: UInt16(value)
  case 0xFF10...0xFF19: UInt16(value - 0xFF10 + 0x30)
  case 0x4E00...0x9FFF: forms[Int(value - 0x4E00)]
  case 0x3400...0x4DBF, 0xF900...0xFAFF: UInt16(value)
  default: nil
  }
}

/// For every character from U+4E00 its simplified form, as far as labels use it; otherwise itself.
private let simplifiedForms: [UInt16] = {
  var forms = (0x4E00...0x9FFF).map { UInt16($0) }
  var traditional: UInt32?
  for scalar in labelCharacterPairs.unicodeScalars where scalar.value >= 0x4E00 && scalar.value <= 0x9FFF {
    if let left = traditional {
      forms[Int(left - 0x4E00)] = UInt16(scalar.value)
      traditional = nil
    } else {
      traditional = scalar.value
    }
  }
  return forms
}()

/// A text in simplified script as far as labels use it, scalar for scalar: positions stay.
func simplifyKnownScalars(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
  text.map { scalar in
    guard (0x4E00...0x9FFF).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(simplifiedForms[Int(scalar.value - 0x4E00)]) ?? scalar
  }
}
