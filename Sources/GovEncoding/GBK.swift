/// GBK as code page 936 assigns it: the two-byte codes that a simplified Windows system knows.
///
/// It is the table to think with when bytes were damaged: a pair that it does not know vanished, or became a
/// private-use character. For decoding use `TextEncoding.gb18030`, which knows every pair.
public enum GBK {
  /// The character of a pair; `nil` for a pair without one and for bytes that are no pair.
  public static func scalar(lead: UInt8, trail: UInt8) -> Unicode.Scalar? {
    guard let code = index(lead: lead, trail: trail), assigned[code] != 0 else { return nil }
    return Unicode.Scalar(assigned[code])
  }

  /// The pair of a character; `nil` for ASCII and for characters that code page 936 does not have.
  public static func pair(for scalar: Unicode.Scalar) -> (lead: UInt8, trail: UInt8)? {
    guard let basic = UInt16(exactly: scalar.value) else { return nil }
    let pair = pairs[Int(basic)]
    return pair == 0 ? nil : (UInt8(pair >> 8), UInt8(truncatingIfNeeded: pair))
  }

  /// The number of pairs: 126 lead bytes with 190 trail bytes each.
  static let codeCount = 126 * 190

  /// The place of a pair in tables, counted from 0; `nil` for bytes that are no pair.
  @inline(__always)
  static func index(lead: UInt8, trail: UInt8) -> Int? {
    guard lead >= 0x81, lead != 0xFF, trail >= 0x40, trail != 0x7F, trail != 0xFF else { return nil }
    return Int(lead &- 0x81) &* 190 &+ Int(trail) &- (trail < 0x7F ? 0x40 : 0x41)
  }

  static func bytes(ofIndex index: Int) -> (lead: UInt8, trail: UInt8) {
    let (row, column) = index.quotientAndRemainder(dividingBy: 190)
    return (UInt8(0x81 + row), UInt8(column + (column < 0x3F ? 0x40 : 0x41)))
  }

  /// The scalar of every code, 0 where there is none. All lie in the basic plane.
  static let assigned = CodeTable.scalars(of: GBKTable.characters, count: codeCount).map {
    UInt16(truncatingIfNeeded: $0)
  }

  /// For every scalar of the basic plane `lead << 8 | trail`; 0 for a scalar without a pair.
  private static let pairs: [UInt16] = {
    var pairs = [UInt16](repeating: 0, count: 0x10000)
    for (index, scalar) in assigned.enumerated() where scalar != 0 {
      let (lead, trail) = bytes(ofIndex: index)
      pairs[Int(scalar)] = UInt16(lead) << 8 | UInt16(trail)
    }
    return pairs
  }()
}
