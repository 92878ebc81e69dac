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
  for scalar in String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
    if isFamiliar(scalar.value) { result.familiar += 1 } else { result.strange += 1 }
  }
  return result
}

/// Whether a scalar is one of those that ordinary Chinese text consists of.
func isFamiliar(_ scalar: UInt32) -> Bool {
  guard scalar < 0x10000 else { return false }
  return familiarScalars[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1
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
