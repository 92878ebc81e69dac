import TestSupport
import Testing

@Suite("check says whether the figures can be trusted, export writes them for statistics")
struct CheckTests {
  /// A page with table 3, its totals as given.
  private func review(total: Int, agency: String = "青云市水务局") -> String {
    let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map { "<td>\($0)</td>" }.joined()
    let zeros = String(repeating: "<td>0</td>", count: 10)
    return """
      <html><head><meta charset="utf-8"></head><body><h1>\(agency)2021年政府信息公开工作年度报告</h1>
      <p>本报告根据条例编制，所列数据的统计期限自2021年1月1日起，至2021年12月31日止。</p>
      <table border="1"><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
      <tr>\(heads.replacing("<td>", with: "<td rowspan=2>"))<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
      <tr>\(heads)\(heads)</tr>
      <tr><td>4</td><td>0</td><td>1</td><td>0</td><td>\(total)</td>\(zeros)</tr></table></body></html>
      """
  }

  @Test func aReportWhoseEquationsHoldIsComplete() throws {
    let folder = try ScratchFolder()
    try folder.write(review(total: 5), to: "a.html")
    let outcome = try govconvert("check", "a.html", in: folder)
    #expect(outcome.exit == 0)
    #expect(outcome.output.hasPrefix("a.html: complete\n"))
    #expect(outcome.output.contains("identities: 3 checked, 3 held, 0 broken"))
    #expect(outcome.output.contains("agency: 青云市水务局"))
  }

  @Test func aBrokenEquationIsPartialAndNamesBothSides() throws {
    let folder = try ScratchFolder()
    try folder.write(review(total: 7), to: "a.html")
    let outcome = try govconvert("check", "a.html", in: folder)
    #expect(outcome.exit == 1)
    #expect(outcome.output.contains("identities: 3 checked, 2 held, 1 broken"))
    #expect(outcome.output.contains("7 on the left, 5 on the right; the page itself prints this"))
    #expect(try govconvert("check", "--errors-ok", "a.html", in: folder).exit == 0)
  }

  @Test func exportTakesTheBestCopyAndNamesTheOthers() throws {
    let folder = try ScratchFolder()
    try folder.write(review(total: 7), to: "a.html")
    try folder.write(review(total: 5), to: "b.html")
    try folder.write(review(total: 5, agency: "白石县财政局"), to: "c.html")
    let outcome = try govconvert("export", "--to", "panel", "--verbose", "a.html", "b.html", "c.html", in: folder)
    let rows = outcome.output.split(separator: "\r\n")
    #expect(rows.count == 3)
    #expect(rows.contains { $0.hasPrefix("青云市水务局,2021,2021,complete,,b.html,a.html,4,0,1,0,5,") })
    #expect(outcome.errors.contains("a.html gives other figures than b.html"))
    let list = try govconvert("export", "--to", "figures", "--quiet", "b.html", in: folder)
    #expect(list.output.split(separator: "\r\n").count == 16)
    #expect(list.output.contains("青云市水务局,2021,2021,review,reconsideration,total,5,,count,read,b.html"))
  }
}
