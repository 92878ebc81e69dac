import GovDocument
import GovEncoding
import GovReaders
import Testing

@Suite struct DecodeInputTests {
  static let body = "一、总体情况\n2020年，云川市住房保障局主动公开政府信息，受理申请12件，均已答复。工作中还存在一些不足。\n"
  static let footer = "主办单位：云川市住房保障局　技术支持：云川市信息中心　网站标识码：0000000000\n"

  private func decode(_ bytes: [UInt8], label: String? = nil, isMarkup: Bool = true) -> DecodedInput {
    decodeInput(bytes, label: label, isMarkup: isMarkup)
  }

  private func text(_ input: DecodedInput) -> String { String(decoding: input.utf8, as: UTF8.self) }

  @Test(arguments: ["utf-8", "gb2312", "big5", "iso-8859-1", "nonsense", nil]) func theContentDecides(_ label: String?)
  {
    let utf8 = decode(Array(Self.body.utf8), label: label)
    #expect(text(utf8) == Self.body)
    #expect(utf8.verdict.used == "utf-8")
    let gbk = decode(gbk(Self.body), label: label)
    #expect(text(gbk) == Self.body)
    #expect(gbk.verdict.used == "gb18030")
    #expect(gbk.verdict.declared == label)
    #expect(gbk.findings.contains { $0.code == .encodingLabelWrong } == (label != nil && label != "gb2312"))
  }

  @Test func big5IsToldFromGB18030() {
    let bytes: [UInt8] = [
      0xAC, 0x46, 0xA9, 0xB2, 0xB8, 0xEA, 0xB0, 0x54, 0xA4, 0xBD, 0xB6, 0x7D, 0xA6, 0x7E, 0xAB, 0xD7, 0xB3, 0xF8, 0xA7,
      0x69,
    ]
    for label in ["gb2312", "utf-8", nil] {
      let input = decode(bytes, label: label)
      #expect(text(input) == "政府資訊公開年度報告")
      #expect(input.verdict.used == "big5")
    }
  }

  /// The bytes of a text in Big5, as Python writes them.
  private static let big5Footer: [UInt8] = [
    0xA5, 0x44, 0xBF, 0xEC, 0xB3, 0xE6, 0xA6, 0xEC, 0xA1, 0x47, 0xB6, 0xB3, 0xA4, 0x74, 0xA5, 0xAB, 0xA4, 0xF4, 0xB0,
    0xC8, 0xA7, 0xBD, 0xA1, 0x40, 0xC1, 0x70, 0xB5, 0xB8, 0xB9, 0x71, 0xB8, 0xDC, 0xA1, 0x47, 0xAA, 0xA9, 0xC5, 0x76,
    0xA9, 0xD2, 0xA6, 0xB3, 0xA1, 0x41, 0xC2, 0xE0, 0xB8, 0xFC, 0xBD, 0xD0, 0xB5, 0xF9, 0xA9, 0xFA, 0xA5, 0x58, 0xB3,
    0x42,
  ]

  @Test(arguments: [true, false]) func anIncludeInBig5IsReadInItsOwn(_ isHead: Bool) {
    let page = gbk("<p>" + String(repeating: Self.body, count: 3) + "</p>")
    let include = Array("<div>".utf8) + Self.big5Footer + Array("</div>".utf8)
    let input = decode(isHead ? include + page : page + include, label: "gb2312")
    #expect(text(input).contains("主辦單位：雲川市水務局　聯絡電話：版權所有，轉載請註明出處"))
    #expect(text(input).contains(Self.body))
    #expect(input.verdict.used == "gb18030")
    #expect(input.verdict.runs.map(\.encoding).sorted() == ["big5", "gb18030"])
    #expect(input.verdict.replacements == 0)
  }

  @Test func aFewWordsAtTheEndAreNoRunOfTheirOwn() {
    let input = decode(gbk("<p>" + Self.body + "</p><p>云川</p><b>龘靐</b>"))
    #expect(input.verdict.runs.map(\.encoding) == ["gb18030"])
  }

  @Test(arguments: [[0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF]] as [[UInt8]])
  func marksAreRemoved(_ mark: [UInt8]) {
    #expect(text(decode(mark + Array(Self.body.utf8))) == Self.body)
    let wrong = decode(mark + gbk(Self.body))
    #expect(text(wrong) == Self.body)
    #expect(wrong.verdict.used == "gb18030")
    #expect(wrong.verdict.runs == [.init(start: 0, end: mark.count + gbk(Self.body).count, encoding: "gb18030")])
  }

  @Test(arguments: [true, false]) func utf16WithAndWithoutMark(_ bigEndian: Bool) {
    for content in [Self.body, "<p>abc</p>\r\n<p>\(Self.body)</p>"] {
      let bytes = content.utf16.flatMap { unit in
        bigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
      }
      for mark in [[], bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]] as [[UInt8]] {
        let input = decode(mark + bytes, label: "utf-8")
        #expect(text(input) == content)
        #expect(input.verdict.used == (bigEndian ? "utf-16be" : "utf-16le"))
      }
    }
  }

  @Test func aFooterInAnotherEncodingIsReadInItsOwn() {
    let head = "<div>\(Self.body)</div>"
    let tail = "<div>\(Self.footer)</div>"
    let mixed = decode(gbk(head) + Array(tail.utf8), label: "gb2312")
    #expect(text(mixed) == head + tail)
    #expect(mixed.verdict.used == "gb18030")
    #expect(mixed.verdict.runs.map(\.encoding) == ["gb18030", "utf-8"])
    #expect(mixed.verdict.runs.last?.end == gbk(head).count + tail.utf8.count)
    let other = decode(Array(head.utf8) + gbk(tail) + Array(head.utf8), label: "utf-8")
    #expect(text(other) == head + tail + head)
    #expect(other.verdict.runs.map(\.encoding) == ["utf-8", "gb18030", "utf-8"])
    #expect(other.findings.map(\.code) == [.encodingMixed])
  }

  @Test(arguments: [0, 40, 41, 60, 75]) func aStrayByteCostsOneReplacement(_ place: Int) {
    for stray: UInt8 in [0x80, 0xA3, 0xE5, 0xFF] {
      var bytes = Array(Self.body.utf8)
      let boundary = String(Self.body.prefix(place)).utf8.count
      bytes.insert(stray, at: boundary)
      let input = decode(bytes)
      #expect(input.verdict.used == "utf-8")
      #expect(input.verdict.replacements == 1)
      #expect(text(input).replacing("\u{FFFD}", with: "") == Self.body)
      #expect(input.findings.map(\.code) == [.bytesReplaced])
    }
  }

  @Test(arguments: [8, 20, 26, 33, 44]) func aStrayByteInGBKCostsOneCharacter(_ place: Int) {
    for stray: UInt8 in [0xB5, 0xE5, 0xFF] {
      let before = gbk(String(Self.body.prefix(place)))
      let after = gbk(String(Self.body.dropFirst(place)))
      let input = decode(before + [stray] + after)
      #expect(input.verdict.used == "gb18030")
      #expect(input.verdict.replacements == 1)
      // Which of three bytes in a row is the stray one cannot always be told: the neighbour may suffer.
      let found = text(input).split(separator: "\u{FFFD}").map(String.init)
      #expect(found.count == 2)
      #expect(Self.body.hasPrefix(found[0].dropLast()) && Self.body.hasSuffix(found[1].dropFirst()))
    }
  }

  /// A reading or a comma, the two characters round it, and what the page shows then.
  @Test(
    arguments: [
      ("(shù)", "当", "的", "当(shù)的"), ("(shù)(shù)", "當", "的", "當(shù)(shù)的"), (",", "应用", "。", "应用,。"),
      ("(guan)", "年", "度", "年(guan)度"),
    ])
  func whatTearsAPairIsMovedBeforeIt(_ insertion: String, _ before: String, _ torn: String, _ shown: String) {
    let (pair, rest) = (gbk(torn), "基于此主动公开政府信息。" + Self.body)
    let input = decode(gbk(Self.body + before) + pair.prefix(1) + gbk(insertion) + pair.dropFirst() + gbk(rest))
    #expect(text(input) == Self.body + shown + rest)
    #expect(input.verdict.replacements == 0)
    // A stray byte before what is written in brackets tears nothing.
    let stray = decode(gbk(Self.body + before) + pair.prefix(1) + gbk("(shù)" + rest))
    #expect(text(stray) == Self.body + before + "\u{FFFD}(shù)" + rest)
  }

  @Test(arguments: [1, 2, 3]) func whatWasReadAsLatinLettersIsReadBack(_ times: Int) {
    func shown(_ bytes: [UInt8]) -> [UInt8] { TextEncoding.windows1252.decode(bytes).utf8 }
    for original in [Array(("<p>" + Self.body + "</p>").utf8), gbk("<p>" + Self.body + "</p>")] {
      let bytes = (0..<times).reduce(original) { bytes, _ in shown(bytes) }
      let input = decode(bytes)
      #expect(text(input) == "<p>" + Self.body + "</p>")
      #expect(input.findings.map(\.code) == [.encodingTwice])
      // One character that no byte is shown as, and the page is what it shows.
      #expect(text(decode(bytes + Array("年".utf8))) == String(decoding: bytes, as: UTF8.self) + "年")
    }
  }

  @Test(
    arguments: [
      "Größe, naïve, été, façade, Übung, £5, © 2021 – “café”", "·····", "<p>Ã©tÃ©</p>", "Annex " + Self.row + " 12",
      "Home · News · About · Staff · Fees · Forms · Rules · Press · Links", "“One” — ‘two’ · “three” — ‘four’ · © 2021",
    ])
  func latinTextIsWhatItShows(_ page: String) {
    let input = decode(Array(page.utf8))
    #expect(text(input) == page)
    #expect(input.findings.isEmpty)
  }

  private static let row = String(repeating: "»", count: 40)

  @Test func fewBytesAreLeftToTheLabel() {
    let bytes: [UInt8] = [0xC1, 0xAA, 0xCD, 0xA8]
    #expect(text(decode(bytes, label: "gbk")) == "联通")
    let date: [UInt8] = Array("2020".utf8) + [0xC4, 0xEA]
    #expect(text(decode(date, label: "gb2312")) == "2020年")
  }

  @Test func nulsBecomeSpaces() {
    #expect(text(decode(Array("政府\0信息".utf8))) == "政府 信息")
    #expect(text(decode(gbk("政府") + [0] + gbk("信息公开"))) == "政府 信息公开")
  }

  @Test(
    arguments: [
      ("<?xml version='1.0' encoding='GBK'?><html>", "GBK"),
      ("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\" />", "gb2312"),
      ("<META CHARSET=UTF-8>", "UTF-8"),
      ("<!-- <meta charset=big5> --><title>x</title>\n<meta charset='utf-8'>", "utf-8"),
      ("<meta name=a content=b><p>x</p><meta charset = gbk ><meta charset=utf-8>", "gbk"),
      ("<p>charset=gbk</p>", nil),
      ("<!-- <meta charset=big5>", nil),
      ("<meta charset=>", nil),
    ] as [(String, String?)])
  func declarationsAreFound(_ page: String, _ label: String?) {
    #expect(decode(Array(page.utf8)).verdict.declared == label)
    #expect(decode(Array(page.utf8), isMarkup: false).verdict.declared == nil)
  }

  @Test func westernText() {
    let input = decode([0x63, 0x61, 0x66, 0xE9, 0x20, 0x6E, 0x61, 0xEF, 0x76, 0x65])
    #expect(text(input) == "café naïve")
    #expect(input.verdict.used == "windows-1252")
  }

  @Test func emptyAndTiny() {
    #expect(decode([]).utf8.isEmpty)
    #expect(decode([0xFF]).utf8 == [0xC3, 0xBF] || decode([0xFF]).verdict.replacements == 1)
    #expect(decode([0xEF, 0xBB, 0xBF]).utf8.isEmpty)
  }

  @Test func runsCoverAnyInput() {
    var random = UInt64(42)
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(random >> 56) | (length % 3 == 0 ? 0x80 : 0)
      }
      let input = decode(bytes)
      #expect(input.utf8.withUnsafeBufferPointer { firstInvalidUTF8(in: $0) } == nil)
      #expect(!input.utf8.contains(0))
      #expect(input.verdict.runs.first?.start == 0 && input.verdict.runs.last?.end == length)
      for (left, right) in zip(input.verdict.runs, input.verdict.runs.dropFirst()) { #expect(left.end == right.start) }
    }
  }
}

/// Encodes a text in GBK; every character must have a pair.
func gbk(_ text: String) -> [UInt8] {
  text.unicodeScalars.flatMap { scalar -> [UInt8] in
    guard !scalar.isASCII else { return [UInt8(scalar.value)] }
    guard let pair = GBK.pair(for: scalar) else { return [] }
    return [pair.lead, pair.trail]
  }
}
