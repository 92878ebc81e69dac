import GovDocument
import Testing

@testable import GovOCR

@Suite("Labels of a form that could not be read")
struct UnreadLabelTests {
  @Test("What no reader could make out is printed as what the form has there, as a guess, with what was seen beside it")
  func named() {
    let cell = cell(seen: "其采挫持")
    #expect(cell.content.text == "结果维持")
    #expect(cell.reading?.status == .doubtful)
    #expect(cell.reading?.candidates.map(\.text) == ["其采挫持"])
  }

  @Test(
    "Words that are seen clearly, or are the form's from elsewhere, or too many, are printed as seen",
    arguments: [("乡镇街道", 0.98, 1), ("总计", 0.8, 1), ("其采挫持和人坝大", 0.8, 1), ("其采挫持", 0.8, 4)])
  func kept(seen: String, confidence: Double, unread: Int) {
    #expect(cell(seen: seen, confidence: confidence, unread: unread).content.text == seen)
  }

  /// The first label of a form of nine, of which so many were not read.
  private func cell(seen: String, confidence: Double = 0.8, unread: Int = 1) -> Cell {
    let labels = ["结果维持", "总计", "重复申请", "商业企业", "自然人", "其他处理", "部分公开", "科研机构", "公益组织"]
    let form = TableTemplate(
      identifier: "form", rows: labels.count, columns: 1,
      cells: labels.indices.map { TemplateCell(row: $0, column: 0, content: .label(labels[$0])) })
    let structure = Structure(form, xs: [0, 80], ys: Array(0...labels.count).map { 40 * $0 })
    var cells = labels.enumerated().map { index, label in
      let isRead = index >= unread
      let text = isRead ? label : seen
      return Cell(
        row: index, column: 0, content: Prose(text, origin: .picture(name: "drawn.png", box: nil)),
        reading: Reading(
          candidates: [Candidate(text: text, confidence: confidence, reader: "chi_sim")], confidence: confidence,
          status: isRead ? .read : .doubtful, box: Box(x: 0, y: 0, width: 80, height: 40)))
    }
    quietReader(of: Raster(width: 100, height: 400, filledWith: 255)).nameUnreadLabels(&cells, structure)
    return cells[0]
  }
}
