import GovDocument
import Testing

@testable import GovOCR

@Suite("Layouts of a form that have nearly the same labels")
struct RivalFormTests {
  @Test(
    "A label that only one layout has speaks for it when it is there, against it when its place is blank",
    arguments: [
      ("行政诉讼", Status.doubtful, 1), ("行政诉讼", .read, 1), ("", .read, -1), ("", .unreadable, 0), ("亲吉", .doubtful, 0),
    ])
  func verdict(seen: String, status: Status, expected: Int) {
    var known = self.known(["行政诉讼"])
    known.readings[0] = CellReading(text: seen, confidence: 0.5, status: status, candidates: [])
    #expect(known.verdict(of: [0]) == expected)
  }

  @Test("A layout without labels of its own says nothing")
  func nothing() { #expect(known(["行政诉讼"]).verdict(of: []) == 0) }

  @Test("The same label in an overlapping place is no label of its own", arguments: [("行政诉讼", 0), ("行政复议", nil)])
  func counterpart(label: String, expected: Int?) {
    #expect(known(["行政诉讼"]).counterpart(of: 0, in: known([label])) == expected)
  }

  @Test("A label with another line beside it says less than one that stands alone")
  func clarity() {
    var known = self.known(["未经复议直接起诉", "复议后起诉"])
    known.readings[0] = CellReading(text: "未经复议直接起诉", confidence: 0.67, status: .read, candidates: [])
    known.readings[1] = CellReading(text: "复议后起诉", confidence: 1, status: .read, candidates: [])
    #expect(known.clarity(of: [0]) < known.clarity(of: [1]) - 0.15)
  }

  @Test(
    "Labels of which each shows little speak for the form together, what shows nothing of it does not",
    arguments: [
      (["本年地作效重", "村政许司", "信至内安", "规仑"], true), (["本年新制作数量", "行政许可", "", ""], true),
      (["土人地作效重", "合计", "总二", "1"], false), (["", "", "", ""], false),
    ])
  func support(seen: [String], expected: Bool) {
    var known = self.known(["本年新制作数量", "行政许可", "信息内容", "规章"])
    for (index, text) in seen.enumerated() {
      known.readings[index] = CellReading(
        text: "", confidence: 0.5, status: .doubtful,
        candidates: text.isEmpty ? [] : [Candidate(text: text, confidence: 0.9, reader: "chi_sim")])
    }
    #expect((known.support(of: known.labels) > 0.2) == expected)
  }

  @Test(
    "A label that the network guesses is seen, whatever a reader made of it",
    arguments: [("行政许可", true), ("村扰复汉", false)])
  func guessed(text: String, expected: Bool) {
    var known = self.known(["行政许可"])
    known.readings[0] = CellReading(
      text: text, confidence: 0.5, status: .doubtful,
      candidates: [Candidate(text: "村扰复汉", confidence: 0.9, reader: "chi_sim")])
    #expect((known.support(of: [0]) > 0.2) == expected)
  }

  @Test(
    "Of layouts of which hardly a label can be read that is nearer whose labels show more; what both have counts for both",
    arguments: [
      (["本年地作效重", "村政许司"], ["土人", "合计"], true), (["土人", "合计"], ["本年地作效重", "村政许司"], false),
      (["本年地作效重", ""], ["规仑性丈", ""], false),
    ])
  func nearer(seen: [String], otherwise: [String], expected: Bool) {
    let one = known(["本年新制作数量", "行政许可"], seen: seen)
    let other = known(["规范性文件", "采购总金额"], seen: otherwise)
    #expect(one.isNearer(than: other) == expected)
    #expect(!known(["本年新制作数量"], seen: ["本年新制作数量"]).isNearer(than: known(["本年新制作数量"], seen: [""])))
  }

  @Test("A label in a larger place of another layout is asked for in both")
  func asked() {
    let (one, other) = (known(["行政诉讼", "复议后起诉"]), known(["复议后起诉"], height: 80))
    let asked = one.asked([0], [0], of: other)
    #expect(asked.own == [0, 1] && asked.others == [0])
    #expect(asked.share(asked.own) == 1 && asked.share(asked.others) == 0.5)
  }

  @Test(
    "Of what lines show only that counts as another table which covers half of the form",
    arguments: [(100, true), (20, false)])
  func half(width: Int, expected: Bool) {
    let form = Area(left: 0, top: 0, right: 100, bottom: 100)
    #expect(Area(left: 0, top: 0, right: width, bottom: 100).isHalf(of: form) == expected)
  }

  private func known(_ labels: [String], seen: [String]) -> KnownCells {
    var known = known(labels)
    for (index, text) in seen.enumerated() {
      known.readings[index] = CellReading(
        text: text, confidence: 0.5, status: .doubtful,
        candidates: text.isEmpty ? [] : [Candidate(text: text, confidence: 0.9, reader: "chi_sim")])
    }
    return known
  }

  private func known(_ labels: [String], height: Int = 40) -> KnownCells {
    let form = TableTemplate(
      identifier: "form", rows: labels.count, columns: 1,
      cells: labels.indices.map { TemplateCell(row: $0, column: 0, content: .label(labels[$0])) })
    let page = Raster(width: 100, height: 100, filledWith: 255)
    return KnownCells(
      Structure(form, xs: [0, 80], ys: Array(0...labels.count).map { height * $0 }),
      Pages(darkest: page, brightest: page),
      text: AreaIndex([]))
  }
}
