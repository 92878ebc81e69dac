extension LanguageModel {
  /// Where the table holds what follows two tokens: in two regions of 8 buckets, 192 bytes each, so that many questions
  /// about them read the same few cache lines. What follows one token, or a mark or a digit, stands in sixteen such
  /// places, by parts.
  struct Place {
    private let hash: UInt64
    private let one: UnsafeRawPointer
    private let other: UnsafeRawPointer

    @inline(__always)
    init(behind first: Token, _ second: Token, part: UInt64) {
      var hash = (UInt64(first) << 32 | UInt64(second) << 16 | part) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      hash = hash &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 32
      self.hash = hash
      let table = UnsafeRawPointer(NGramTable.entries.utf8Start)
      one = table + Int(((hash >> 32) &* NGramTable.regions) >> 32) &* 192
      other = table + Int(((hash & 0xFFFF_FFFF) &* NGramTable.regions) >> 32) &* 192
    }

    /// What stands in the two buckets of `third` for it.
    @inline(__always)
    func cost(of third: Token) -> Int? {
      var hash = (hash ^ UInt64(third) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      let mark = Mark(max(1, hash >> 8 & 0xFFFF))
      return mark.cost(in: one + Int(hash & 7) &* 24) ?? mark.cost(in: other + Int(hash >> 3 & 7) &* 24)
    }
  }

  /// The 16 bits by which an n-gram is known in a bucket, eight times over.
  ///
  /// A bucket has eight n-grams in 24 bytes of 7 bits: the first seven bits of each, the next seven of each, and the last
  /// two of each with the number of its cost. So all eight are compared at once.
  private struct Mark {
    private let bits: UInt64
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x80 &* ones

    @inline(__always)
    init(_ bits: UInt64) { self.bits = bits }

    @inline(__always)
    func cost(in bucket: UnsafeRawPointer) -> Int? {
      // Most questions are answered by the first seven bits: none of the eight has them.
      let first = bucket.loadUnaligned(as: UInt64.self) ^ (bits & 0x7F) &* Mark.ones
      if Mark.zeros(first) == 0 { return nil }
      let second = (bucket + 8).loadUnaligned(as: UInt64.self) ^ (bits >> 7 & 0x7F) &* Mark.ones
      let three = (bucket + 16).loadUnaligned(as: UInt64.self)
      let equal = Mark.zeros(first | second | (three ^ (bits >> 14) << 5 &* Mark.ones) & (0x60 &* Mark.ones))
      if equal == 0 { return nil }
      return Mark.cost(Int(three >> UInt64(equal.trailingZeroBitCount & 0x38)) & 0x1F)
    }

    /// The highest bit of every byte that is 0, all bytes being below 80.
    @inline(__always)
    private static func zeros(_ bytes: UInt64) -> UInt64 { ~((bytes | highs) &- ones) & highs }

    /// The cost of a number: one by one up to 16, then two by two, from 32 on four by four.
    @inline(__always)
    private static func cost(_ number: Int) -> Int { number &+ max(0, number &- 16) &+ 2 &* max(0, number &- 24) }
  }
}
