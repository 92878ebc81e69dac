/// GB 18030-2005 as the WHATWG Encoding Standard decodes it: every pair has a character, if only one for private use.
///
/// Three areas of pairs are the user's (GB 18030-2005, section 5): AAA1–AFFE, F8A1–FEFE and A140–A7A0 are U+E000 on in
/// this order. The pairs that code page 936 leaves empty outside them are U+E766–E864 in ascending order, and some of
/// these have real characters in later editions.
public enum GB18030 {
  /// The character of a pair; `nil` only for bytes that are no pair.
  public static func scalar(lead: UInt8, trail: UInt8) -> Unicode.Scalar? {
    GBK.index(lead: lead, trail: trail).flatMap { Unicode.Scalar(assigned[$0]) }
  }

  /// The private-use character that stands for a pair without a character of its own in code page 936.
  ///
  /// It names the pair exactly: `pair(forPrivateUse:)` is the way back. `nil` for a pair that has a character.
  public static func privateUse(lead: UInt8, trail: UInt8) -> Unicode.Scalar? {
    GBK.index(lead: lead, trail: trail).flatMap { privateUse[$0] == 0 ? nil : Unicode.Scalar(privateUse[$0]) }
  }

  /// The pair that a private-use character U+E000–E864 stands for; `nil` for every other scalar.
  public static func pair(forPrivateUse scalar: Unicode.Scalar) -> (lead: UInt8, trail: UInt8)? {
    guard scalar.value >= 0xE000, scalar.value < 0xE000 + UInt32(privateUsePairs.count) else { return nil }
    return GBK.bytes(ofIndex: Int(privateUsePairs[Int(scalar.value - 0xE000)]))
  }

  /// The pair that shows as a character where some edition of GB 18030 is read; `nil` where none does.
  ///
  /// Of a character that later editions moved or doubled it is the pair of code page 936, or else the private-use
  /// scalar's, or else the one that an edition added: ⻊ is FE84.
  public static func pair(for scalar: Unicode.Scalar) -> (lead: UInt8, trail: UInt8)? {
    if let pair = GBK.pair(for: scalar) ?? pair(forPrivateUse: scalar) { return pair }
    guard let code = UInt16(exactly: scalar.value).flatMap({ addedCodes[$0] }) else { return nil }
    return (UInt8(code >> 8), UInt8(code & 0xFF))
  }

  /// For every scalar that an edition added its code.
  private static let addedCodes = Dictionary(
    (additions2000 + additions2005).map { ($0.scalar, $0.code) }, uniquingKeysWith: { first, _ in first })

  /// The scalar of every pair.
  static let assigned: [UInt16] = {
    var scalars = edition2000
    for (code, scalar) in additions2005 { scalars[index(ofCode: code)] = scalar }
    return scalars
  }()

  /// The scalar of every pair in the edition of 2000, from which the four-byte codes are counted.
  static let edition2000: [UInt16] = {
    var scalars = GBK.assigned
    for index in scalars.indices where scalars[index] == 0 { scalars[index] = privateUse[index] }
    for (code, scalar) in additions2000 { scalars[index(ofCode: code)] = scalar }
    return scalars
  }()

  /// The private-use scalar of every pair that code page 936 leaves empty, 0 for the others.
  private static let privateUse: [UInt16] = {
    var gap: UInt16 = 0xE766
    return GBK.assigned.indices.map { index in
      guard GBK.assigned[index] == 0 else { return 0 }
      let (lead, trail) = GBK.bytes(ofIndex: index)
      if let scalar = userArea(lead: UInt16(lead), trail: UInt16(trail)) { return scalar }
      defer { gap += 1 }
      return gap
    }
  }()

  private static let privateUsePairs: [UInt16] = {
    var pairs = [UInt16](repeating: 0, count: 0xE865 - 0xE000)
    for (index, scalar) in privateUse.enumerated() where scalar != 0 { pairs[Int(scalar) - 0xE000] = UInt16(index) }
    return pairs
  }()

  private static func userArea(lead: UInt16, trail: UInt16) -> UInt16? {
    switch lead {
    case 0xAA...0xAF where trail >= 0xA1: 0xE000 + (lead - 0xAA) * 94 + trail - 0xA1
    case 0xF8...0xFE where trail >= 0xA1: 0xE234 + (lead - 0xF8) * 94 + trail - 0xA1
    case 0xA1...0xA7 where trail <= 0xA0: 0xE4C6 + (lead - 0xA1) * 96 + trail - (trail < 0x7F ? 0x40 : 0x41)
    default: nil
    }
  }

  private static func index(ofCode code: UInt16) -> Int {
    GBK.index(lead: UInt8(code >> 8), trail: UInt8(code & 0xFF)) ?? 0
  }
}
