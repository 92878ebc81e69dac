import GovDocument
import Testing

@Suite("Prose keeps the record of its changes")
struct ProseTests {
  private func edit(_ pass: String, _ start: Int, _ end: Int, _ before: String, _ after: String) -> Edit {
    Edit(pass: pass, start: start, end: end, before: before, after: after)
  }

  @Test("Edits of two passes replay forwards and backwards")
  func twoPasses() {
    var prose = Prose("規(guī)范,。", origin: .line(1))
    prose.apply([edit("injected-pinyin", 1, 6, "(guī)", "")])
    prose.apply([edit("junk-comma", 2, 3, ",", ""), edit("junk-comma", 4, 4, "", "!")])
    #expect(prose.text == "規范。!")
    #expect(prose.original == "規(guī)范,。")
    #expect(prose.edits.count == 3)
  }

  @Test(
    "Edits that do not fit change nothing",
    arguments: [
      [Edit(pass: "p", start: 0, end: 1, before: "乙", after: "")],
      [Edit(pass: "p", start: 1, end: 3, before: "乙", after: "")],
      [Edit(pass: "p", start: 2, end: 1, before: "", after: "x")],
      [
        Edit(pass: "p", start: 1, end: 2, before: "乙", after: "x"),
        Edit(pass: "p", start: 0, end: 1, before: "甲", after: "x"),
      ],
      [
        Edit(pass: "p", start: 0, end: 1, before: "甲", after: "x"),
        Edit(pass: "q", start: 1, end: 2, before: "乙", after: "x"),
      ],
    ])
  func misfits(edits: [Edit]) {
    var prose = Prose("甲乙", origin: .document)
    let accepted = prose.apply(edits)
    #expect(!accepted)
    #expect(prose == Prose("甲乙", origin: .document))
  }
}
