import GovEncoding
import Testing

/// The digests are those that `Scripts/encoding-tables --digest` computes from the codecs of Python and glibc alone.
@Suite struct CodeTableTests {
  @Test func everyPairOfCodePage936() {
    let text = pairs { lead, trail in GBK.scalar(lead: lead, trail: trail).map(Character.init) ?? "." }
    #expect(digest(text) == 0xa279_ce1a_f0c4_4356)
  }

  @Test func everyPairOfGB18030() {
    let text = pairs { lead, trail in GB18030.scalar(lead: lead, trail: trail).map(Character.init) ?? "." }
    #expect(digest(text) == 0x50b1_266f_d49a_4c32)
  }

  @Test func everyPairOfBig5() {
    let text = pairs { lead, trail in
      guard trail < 0x7F || trail > 0xA0 else { return nil }
      return Big5.scalar(lead: lead, trail: trail).map(Character.init) ?? "."
    }
    #expect(digest(text) == 0x6941_a3d0_0a96_d2fd)
  }

  @Test func everyFourByteCodeOfTheBasicPlane() {
    var bytes: [UInt8] = []
    for first in UInt8(0x81)...0x84 {
      for second in UInt8(0x30)...0x39 {
        for third in UInt8(0x81)...0xFE {
          for fourth in UInt8(0x30)...0x39 { bytes += [first, second, third, fourth] }
        }
      }
    }
    #expect(digest(TextEncoding.gb18030.decode(bytes).utf8) == 0xd765_1df3_2c16_80d6)
  }

  @Test func pairsOfCodePage936AreFoundAgain() {
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        guard let scalar = GBK.scalar(lead: lead, trail: trail) else { continue }
        let pair = GBK.pair(for: scalar)
        #expect(pair?.lead == lead && pair?.trail == trail)
      }
    }
  }

  @Test func privateUseNamesThePair() {
    var count = 0
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        guard let scalar = GB18030.privateUse(lead: lead, trail: trail) else { continue }
        count += 1
        #expect(GBK.scalar(lead: lead, trail: trail) == nil)
        let pair = GB18030.pair(forPrivateUse: scalar)
        #expect(pair?.lead == lead && pair?.trail == trail)
      }
    }
    #expect(count == 0xE865 - 0xE000)
  }

  @Test func everyCharacterOfAnEditionHasAPair() {
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        // Code page 936 has the two elsewhere, or as a byte of its own.
        guard let scalar = GB18030.scalar(lead: lead, trail: trail), scalar != "€", scalar != "\u{3000}" else {
          continue
        }
        let pair = GB18030.pair(for: scalar)
        #expect(pair?.lead == lead && pair?.trail == trail)
      }
    }
    let moved = GB18030.pair(for: "\u{E81E}")
    #expect(moved?.lead == 0xFE && moved?.trail == 0x59)
  }

  @Test func whatHasNoPair() {
    #expect(GBK.pair(for: "A") == nil)
    #expect(GBK.pair(for: "€") == nil)
    #expect(GBK.pair(for: "\u{20000}") == nil)
    #expect(GBK.scalar(lead: 0xA2, trail: 0xAB) == nil)
    #expect(GBK.scalar(lead: 0x80, trail: 0x40) == nil)
    #expect(GBK.scalar(lead: 0xB0, trail: 0x7F) == nil)
    #expect(GB18030.pair(forPrivateUse: "\u{E865}") == nil)
    #expect(GB18030.pair(for: "\u{E865}") == nil)
    #expect(GB18030.pair(for: "\u{20000}") == nil)
  }

  private func pairs(_ character: (UInt8, UInt8) -> Character?) -> [UInt8] {
    var text = ""
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        if let character = character(lead, trail) { text.append(character) }
      }
    }
    return Array(text.utf8)
  }

  /// FNV-1a, 64 bits.
  private func digest(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
