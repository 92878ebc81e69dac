import GovEncoding
import Testing

@Suite struct DecodingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let encoding: TextEncoding
    let bytes: [UInt8]
    let text: String
    let replacements: Int
    var testDescription: String { "\(encoding.rawValue) \(bytes)" }
  }

  static let cases: [Case] = [
    Case(encoding: .gb18030, bytes: [0x61, 0xD5, 0xFE, 0xB8, 0xAE, 0x62], text: "a政府b", replacements: 0),
    Case(encoding: .gb18030, bytes: [0x80, 0x31], text: "€1", replacements: 0),
    Case(encoding: .gb18030, bytes: [0x88, 0xD2], text: "堃", replacements: 0),
    Case(encoding: .gb18030, bytes: [0xAA, 0xA1], text: "\u{E000}", replacements: 0),
    Case(encoding: .gb18030, bytes: [0xD5, 0x3C, 0x70], text: "\u{FFFD}<p", replacements: 1),
    Case(encoding: .gb18030, bytes: [0xD5], text: "\u{FFFD}", replacements: 1),
    Case(encoding: .gb18030, bytes: [0xFF, 0xD5, 0xFE], text: "\u{FFFD}政", replacements: 1),
    Case(encoding: .gb18030, bytes: [0xD5, 0xFF, 0x41], text: "\u{FFFD}A", replacements: 1),
    Case(encoding: .gb18030, bytes: [0x95, 0x32, 0x82, 0x36], text: "\u{20000}", replacements: 0),
    Case(encoding: .gb18030, bytes: [0x84, 0x31, 0xA4, 0x39], text: "\u{FFFF}", replacements: 0),
    Case(encoding: .gb18030, bytes: [0xE3, 0x32, 0x9A, 0x36], text: "\u{FFFD}", replacements: 1),
    Case(encoding: .gb18030, bytes: [0xD5, 0x31, 0x32], text: "\u{FFFD}12", replacements: 1),
    Case(encoding: .gb18030, bytes: [0xD5, 0x31, 0xD5, 0xFE], text: "\u{FFFD}1政", replacements: 1),
    Case(encoding: .gb18030, bytes: [0x81, 0x30, 0x81], text: "\u{FFFD}", replacements: 1),
    Case(encoding: .big5, bytes: [0xAC, 0x46, 0xA9, 0xB2], text: "政府", replacements: 0),
    Case(encoding: .big5, bytes: [0x88, 0x62, 0x88, 0xA5], text: "\u{CA}\u{304}\u{EA}\u{30C}", replacements: 0),
    Case(encoding: .big5, bytes: [0xAC, 0x3C], text: "\u{FFFD}<", replacements: 1),
    Case(encoding: .big5, bytes: [0x81, 0x41], text: "\u{FFFD}A", replacements: 1),
    Case(encoding: .big5, bytes: [0xAC, 0x80, 0x80], text: "\u{FFFD}\u{FFFD}", replacements: 2),
    Case(encoding: .utf16LittleEndian, bytes: [0x3C, 0, 0x3F, 0x65], text: "<政", replacements: 0),
    Case(encoding: .utf16BigEndian, bytes: [0x65, 0x3F, 0xD8, 0x40, 0xDC, 0], text: "政\u{20000}", replacements: 0),
    Case(encoding: .utf16BigEndian, bytes: [0xD8, 0x40, 0x65, 0x3F, 0x65], text: "\u{FFFD}政\u{FFFD}", replacements: 2),
    Case(encoding: .utf16LittleEndian, bytes: [0, 0xDC], text: "\u{FFFD}", replacements: 1),
    Case(encoding: .windows1252, bytes: [0x80, 0xE9, 0x9F], text: "€éŸ", replacements: 0),
    Case(encoding: .utf8, bytes: [0xE6, 0x94, 0xBF, 0x61, 0xFF], text: "政a\u{FFFD}", replacements: 1),
    Case(encoding: .utf8, bytes: [0xE6, 0x94, 0x61], text: "\u{FFFD}a", replacements: 1),
    Case(encoding: .utf8, bytes: [0xED, 0xA0, 0x80], text: "\u{FFFD}\u{FFFD}\u{FFFD}", replacements: 3),
    Case(encoding: .utf8, bytes: [0xF0, 0x9F, 0x98, 0x3C], text: "\u{FFFD}<", replacements: 1),
    Case(encoding: .utf8, bytes: [0xC0, 0x80], text: "\u{FFFD}\u{FFFD}", replacements: 2),
  ]

  @Test(arguments: cases) func decodes(_ example: Case) {
    let decoded = example.encoding.decode(example.bytes)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == example.text)
    #expect(decoded.replacements == example.replacements)
  }

  @Test(arguments: TextEncoding.allCases) func anythingBecomesValidUTF8(_ encoding: TextEncoding) {
    var random = UInt64(0x9E37_79B9_7F4A_7C15)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(random >> 56)
      }
      let decoded = encoding.decode(bytes)
      #expect(decoded.utf8.withUnsafeBufferPointer { firstInvalidUTF8(in: $0) } == nil)
      if decoded.replacements == 0 { #expect(!String(decoding: decoded.utf8, as: UTF8.self).contains("\u{FFFD}")) }
    }
  }

  @Test func validationAgreesWithTheStandardLibrary() {
    for lead in UInt8(0x80)...0xFF {
      for second: UInt8 in [0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2] {
        for tail: [UInt8] in [[], [0x80], [0xBF, 0x80], [0x80, 0x41]] {
          let bytes = Array("正文".utf8) + [lead, second] + tail
          let decoded = TextEncoding.utf8.decode(bytes)
          #expect(decoded.utf8 == Array(String(decoding: bytes, as: UTF8.self).utf8))
          let isValid = bytes.withUnsafeBufferPointer { firstInvalidUTF8(in: $0) } == nil
          #expect(isValid == (decoded.replacements == 0))
        }
      }
    }
  }

  @Test(arguments: [
    ("GB2312", TextEncoding.gb18030), (" gbk ", .gb18030), ("GB_2312-80", .gb18030), ("UTF8", .utf8),
    ("big5-hkscs", .big5), ("iso-8859-1", .windows1252), ("unicode", .utf16LittleEndian),
  ])
  func labels(_ label: String, _ encoding: TextEncoding) {
    #expect(TextEncoding(label: label) == encoding)
  }

  @Test func unknownLabel() {
    #expect(TextEncoding(label: "shift_jis") == nil)
  }
}
