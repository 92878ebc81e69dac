import GovEncoding

/// GBK in which a mirror inserted something between the two bytes of a pair, with each insertion moved before the pair;
/// `nil` when there is none.
///
/// A mirror's machine writes a reading behind some characters and a comma before some marks. It finds them as bytes,
/// blind to the boundaries of characters: 94B5 is 數, and in 當 AE**94** + 的 **B5**C4 it leaves AE94 B5 (shù) C4. A decoder
/// loses B5 and reads the rest one byte late. As 當(shù)的 nothing is lost, and the normalizer takes the reading out and
/// records that.
func joiningTornPairs(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  var joined: [UInt8] = []
  /// What lies before has been copied.
  var copied = 0
  var index = 0
  while index < bytes.count {
    let length = lengthOfCode(bytes, at: index)
    guard length == 0 else {
      index += length
      continue
    }
    if let end = endOfInsertion(bytes, behind: index), isTorn(bytes, at: index, by: end) {
      joined += bytes[copied..<index]
      joined += bytes[index + 1..<end]
      joined += [bytes[index], bytes[end]]
      index = end
      copied = end + 1
    }
    index += 1
  }
  return copied > 0 ? joined + bytes[copied...] : nil
}

/// The length of the ASCII byte, pair or four-byte code at `index`; 0 when there is none.
private func lengthOfCode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  if bytes[index] <= 0x80 { return 1 }
  guard index + 1 < bytes.count else { return 0 }
  if GB18030.scalar(lead: bytes[index], trail: bytes[index + 1]) != nil { return 2 }
  let isFour =
    index + 3 < bytes.count && 0x30...0x39 ~= bytes[index + 1] && bytes[index + 2] > 0x80
    && 0x30...0x39 ~= bytes[index + 3]
  return isFour ? 4 : 0
}

/// Where what was inserted behind the byte at `index` ends: readings in brackets, or a comma before a mark; `nil` when
/// nothing was.
private func endOfInsertion(_ bytes: UnsafeBufferPointer<UInt8>, behind index: Int) -> Int? {
  let start = index + 1
  guard start + 2 < bytes.count else { return nil }
  if bytes[start] == 0x2C { return isMark(bytes[start + 1], bytes[start + 2]) ? start + 1 : nil }
  var end: Int?
  while let next = endOfReading(bytes, from: end ?? start) { end = next }
  return end
}

/// Whether a pair is one of 、 。 ！ ， ； ？, before which commas are inserted.
private func isMark(_ lead: UInt8, _ trail: UInt8) -> Bool {
  switch (lead, trail) {
  case (0xA1, 0xA2), (0xA1, 0xA3), (0xA3, 0xA1), (0xA3, 0xAC), (0xA3, 0xBB), (0xA3, 0xBF): true
  default: false
  }
}

/// Where the reading in brackets ends that begins at `start`: up to six letters, those with a tone mark in A8A1…A8BA
/// (GB 2312, row 8); `nil` when there is none.
private func endOfReading(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  guard start < bytes.count, bytes[start] == 0x28 else { return nil }
  var index = start + 1
  var letters = 0
  while index < bytes.count, letters <= 6 {
    switch bytes[index] {
    case 0x29: return letters > 0 ? index + 1 : nil
    case 0x61...0x7A: index += 1
    case 0xA8 where index + 1 < bytes.count && 0xA1...0xBA ~= bytes[index + 1]: index += 2
    default: return nil
    }
    letters += 1
  }
  return nil
}

/// Whether the lead byte at `index` and the byte at `end` were one pair: what follows is then more familiar than if the
/// lead byte were a stray one.
private func isTorn(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, by end: Int) -> Bool {
  guard end < bytes.count, let worth = pairWorth(lead: bytes[index], trail: bytes[end], as: .gb18030) else {
    return false
  }
  return worth + familiarity(bytes, from: end + 1) > familiarity(bytes, from: end)
}

/// What the next characters are worth, up to eight or the next ASCII byte.
private func familiarity(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var sum = 0
  var index = start
  for _ in 0..<8 {
    guard index < bytes.count, bytes[index] >= 0x80 else { return sum }
    guard index + 1 < bytes.count,
      let worth = pairWorth(lead: bytes[index], trail: bytes[index + 1], as: .gb18030)
    else { return sum - strayCost }
    sum += worth
    index += 2
  }
  return sum
}
