import GovDocument
import Testing

struct ProsePartTests {
  private static func edit(_ pass: String, _ start: Int, _ before: String, _ after: String) -> Edit {
    Edit(pass: pass, start: start, end: start + before.unicodeScalars.count, before: before, after: after)
  }

  /// 規(guī)章 5,件 → 规章 5件
  private static var row: Prose {
    var prose = Prose("規(guī)章 5,件", origin: .line(3))
    prose.apply([edit("pinyin", 1, "(guī)", ""), edit("pinyin", 9, ",", "")])
    prose.apply([edit("script", 0, "規", "规")])
    return prose
  }

  @Test func aPartHasItsEditsOnly() throws {
    let label = try #require(Self.row.part(0..<2))
    #expect(label.text == "规章")
    #expect(label.original == "規(guī)章")
    #expect(label.edits.count == 2)
    let figure = try #require(Self.row.part(3..<5))
    #expect(figure.text == "5件")
    #expect(figure.original == "5,件")
    #expect(figure.edits == [Self.edit("pinyin", 1, ",", "")])
    #expect(figure.origin == .line(3))
  }

  @Test("An edit is whole in a part or not in it", arguments: [0..<2, 2..<4])
  func acrossAnEdit(range: Range<Int>) {
    var prose = Prose("abcd", origin: .document)
    prose.apply([Self.edit("p", 1, "bc", "xy")])
    #expect(prose.part(0..<4) == prose)
    #expect(prose.part(range) == nil)
  }

  @Test func beyondTheTextIsNothing() {
    #expect(Self.row.part(3..<9) == nil)
  }

  @Test func twoTextsJoinWithTheRecordOfBoth() throws {
    var other = Prose("結(jié)果", origin: .line(4))
    other.apply([Self.edit("pinyin", 1, "(jié)", "")])
    other.apply([Self.edit("width", 0, "結", "結")])
    other.apply([Self.edit("script", 0, "結", "结")])
    let joined = try #require(Self.row.joined(with: other))
    #expect(joined.text == "规章 5件\n结果")
    #expect(joined.original == "規(guī)章 5,件\n結(jié)果")
    #expect(joined.edits.map(\.pass) == ["pinyin", "pinyin", "pinyin", "width", "script", "script"])
    #expect(joined.part(0..<5) == Self.row)
    #expect(joined.part(6..<8)?.edits == other.edits)
  }

  @Test func passesInDifferentOrdersDoNotJoin() {
    var other = Prose("結(jié)果", origin: .line(4))
    other.apply([Self.edit("script", 0, "結", "结")])
    other.apply([Self.edit("pinyin", 1, "(jié)", "")])
    #expect(Self.row.joined(with: other) == nil)
  }
}
