import GovEncoding

/// How much a text looks like Chinese prose.
struct Familiarity {
  /// Characters that ordinary text consists of: frequent Han characters and punctuation.
  var familiar = 0
  /// All other characters above ASCII, and each error thrice: nobody writes what has no meaning.
  var strange = 0

  /// The familiar part, 0.0 to 1.0; 0.0 for a text without characters above ASCII.
  var share: Double {
    familiar + strange == 0 ? 0 : Double(familiar) / Double(familiar + strange)
  }

  static func += (left: inout Familiarity, right: Familiarity) {
    left.familiar += right.familiar
    left.strange += right.strange
  }
}

/// Decodes bytes and looks at every character above ASCII.
func familiarity(_ bytes: UnsafeBufferPointer<UInt8>, as encoding: TextEncoding) -> Familiarity {
  let decoded = encoding.decode(bytes)
  var result = Familiarity(familiar: 0, strange: 2 * decoded.replacements)
  decoded.utf8.withUnsafeBufferPointer { utf8 in
    familiarScalars.withUnsafeBufferPointer { bits in
      var index = 0
      while index < utf8.count {
        let lead = utf8[index]
        // A decoder's output is valid, and what takes four bytes is beyond the basic plane.
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        if length > 1 {
          let counts = length < 4 && isFamiliar(basicScalar(utf8, at: index, length: length), in: bits)
          if counts { result.familiar += 1 } else { result.strange += 1 }
        }
        index += length
      }
    }
  }
  return result
}

/// The scalar of one, two or three bytes of UTF-8.
func basicScalar(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> UInt32 {
  if length == 1 { return UInt32(utf8[index]) }
  let second = UInt32(utf8[index + 1] & 0x3F)
  guard length == 3 else { return UInt32(utf8[index] & 0x1F) << 6 | second }
  return UInt32(utf8[index] & 0x0F) << 12 | second << 6 | UInt32(utf8[index + 2] & 0x3F)
}

private func isFamiliar(_ scalar: UInt32, in bits: UnsafeBufferPointer<UInt64>) -> Bool {
  bits[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1
}

/// Whether a scalar is one of those that ordinary Chinese text consists of.
func isFamiliar(_ scalar: UInt32) -> Bool {
  guard scalar < 0x10000 else { return false }
  return familiarScalars.withUnsafeBufferPointer { isFamiliar(scalar, in: $0) }
}

/// One bit for every scalar of the basic plane.
private let familiarScalars: [UInt64] = {
  var bits = [UInt64](repeating: 0, count: 1024)
  let text = commonHanCharacters.description + "　、。·—…《》“”‘’〔〕【】，．：；？！（）％～０１２３４５６７８９①②③④⑤⑥⑦⑧⑨○〇■●★→×°©\u{A0}"
  for scalar in text.unicodeScalars where scalar.value >= 0x80 {
    bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
  }
  return bits
}()
