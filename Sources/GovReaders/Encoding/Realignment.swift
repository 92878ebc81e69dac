import GovEncoding

/// Decodes two-byte text in which stray bytes stand: the characters after a stray byte are read from the right byte.
///
/// A plain decoder takes a stray byte for a lead byte and reads everything up to the next ASCII byte one byte late. Here
/// a stretch that cannot be decoded without error is divided into pairs and stray bytes so that the text is the most
/// familiar one; each stray byte becomes one U+FFFD.
func decodeRealigned(_ bytes: UnsafeBufferPointer<UInt8>, as encoding: TextEncoding) -> DecodedText {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count * 3 / 2)
  var replacements = 0
  var start = 0
  while start < bytes.count {
    let end = endOfStretch(in: bytes, from: start)
    let stretch = UnsafeBufferPointer(rebasing: bytes[start..<end])
    var decoded = encoding.decode(stretch)
    if decoded.replacements > 0 { decoded = realigned(stretch, as: encoding) }
    text += decoded.utf8
    replacements += decoded.replacements
    start = end
  }
  return DecodedText(utf8: text, replacements: replacements)
}

/// A stretch ends behind a byte that no two-byte code contains, or after 4 KiB at the next ASCII byte.
private func endOfStretch(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var index = start
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    if byte < 0x30 || (byte >= 0x3A && byte < 0x40) { break }
  }
  return index
}

/// What is read at one place of a stretch.
private enum Step: UInt8 {
  case ascii, pair, stray

  var length: Int { self == .pair ? 2 : 1 }
}

private func realigned(_ bytes: UnsafeBufferPointer<UInt8>, as encoding: TextEncoding) -> DecodedText {
  var text: [UInt8] = []
  var replacements = 0
  var index = 0
  for step in bestSteps(bytes, as: encoding) {
    switch step {
    case .ascii: text.append(bytes[index])
    case .pair: text += encoding.decode(UnsafeBufferPointer(rebasing: bytes[index..<index + 2])).utf8
    case .stray:
      text += [0xEF, 0xBF, 0xBD]
      replacements += 1
    }
    index += step.length
  }
  return DecodedText(utf8: text, replacements: replacements)
}

/// The steps with the highest sum, by dynamic programming from the end.
private func bestSteps(_ bytes: UnsafeBufferPointer<UInt8>, as encoding: TextEncoding) -> [Step] {
  var best = [Int](repeating: 0, count: bytes.count + 2)
  var choice = [Step](repeating: .stray, count: bytes.count)
  for index in bytes.indices.reversed() {
    if bytes[index] < 0x80 {
      best[index] = best[index + 1]
      choice[index] = .ascii
      continue
    }
    best[index] = best[index + 1] - strayCost
    if index + 1 < bytes.count, let worth = pairWorth(lead: bytes[index], trail: bytes[index + 1], as: encoding),
      worth + best[index + 2] >= best[index]
    {
      best[index] = worth + best[index + 2]
      choice[index] = .pair
    }
  }
  var steps: [Step] = []
  var index = 0
  while index < bytes.count {
    steps.append(choice[index])
    index += choice[index].length
  }
  return steps
}

/// What a stray byte takes off.
let strayCost = 6

/// How likely a pair is in ordinary text: 2 familiar, 0 a rarer character, -2 one that code page 936 does not have;
/// `nil` for what is no pair.
func pairWorth(lead: UInt8, trail: UInt8, as encoding: TextEncoding) -> Int? {
  if encoding == .gb18030, let scalar = GB18030.scalar(lead: lead, trail: trail) {
    return isFamiliar(scalar.value) ? 2 : GBK.scalar(lead: lead, trail: trail) == nil ? -2 : 0
  }
  guard encoding == .big5, let scalar = Big5.scalar(lead: lead, trail: trail) else { return nil }
  return isFamiliar(scalar.value) ? 2 : 0
}
